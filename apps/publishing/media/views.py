"""The files of pictures, for everybody and for ever."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.publishing.media.files import path_of

CACHE_CONTROL = "public, max-age=31536000, immutable"


@require_safe
def picture_file(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with a file; its name changes when its bytes do, so that nobody has to ask twice."""
    path = path_of(name)
    if path is None:
        raise Http404
    etag = f'"{path.stem}"'
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
        del response["Content-Type"]
    else:
        response = HttpResponse(path.read_bytes(), content_type="image/webp")
    response["ETag"] = etag
    response["Cache-Control"] = CACHE_CONTROL
    return response
