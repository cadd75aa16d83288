"""What every request to the API goes through: method, query, and problem documents for what is not right."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from apps.core.errors import problem
from apps.core.public_pages import public_page

P = ParamSpec("P")
JsonView = Callable[Concatenate[HttpRequest, P], dict[str, Any] | HttpResponse]
"""Returns JSON values, or another answer such as a redirect."""
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


class ApiProblem(Exception):
    """Ends a request with a problem document."""

    def __init__(self, status: int, title: str, detail: str = "", **members: object) -> None:
        super().__init__(title)
        self.status, self.title, self.detail, self.members = status, title, detail, members

    def response(self) -> JsonResponse:
        """Return the problem document."""
        return problem(status=self.status, title=self.title, detail=self.detail, **self.members)


def api_view(*, parameters: tuple[str, ...] = ("language",)) -> Callable[[JsonView[P]], View[P]]:
    """Make a view of a function that returns JSON values: GET and HEAD, ETag, 304, compression.

    Query parameters other than `parameters`, and those given twice, are answered with 400.
    """

    def decorate(view: JsonView[P]) -> View[P]:
        def as_response(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            found = view(request, *args, **kwargs)
            if isinstance(found, HttpResponse):
                return found
            return JsonResponse(found, json_dumps_params={"ensure_ascii": False})

        page = public_page(cast("View[P]", as_response))

        @functools.wraps(view)
        def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            try:
                check_request(request, parameters)
                return page(request, *args, **kwargs)
            except ApiProblem as reason:
                return reason.response()

        return cast("View[P]", answer)

    return decorate


def check_request(request: HttpRequest, parameters: tuple[str, ...]) -> None:
    """Raise `ApiProblem` for a method or a query that the API does not have."""
    if request.method not in {"GET", "HEAD"}:
        raise MethodProblem
    for name, values in request.GET.lists():
        if name not in parameters:
            detail = _("There is no parameter of this name. Known: %(names)s.") % {"names": ", ".join(parameters)}
            raise ApiProblem(400, _("Unknown parameter"), detail, parameter=name)
        if len(values) > 1:
            raise ApiProblem(400, _("Parameter given twice"), _("Give it once."), parameter=name)


class MethodProblem(ApiProblem):
    """The API is read only."""

    def __init__(self) -> None:
        super().__init__(405, _("Method not allowed"), _("Content is read only: use GET or HEAD."))

    def response(self) -> JsonResponse:
        """Name the methods that there are, as HTTP asks for."""
        response = super().response()
        response["Allow"] = "GET, HEAD"
        return response


def language_of(request: HttpRequest) -> str:
    """Return the language that was asked for, by default that of the site; raises `ApiProblem`."""
    language = request.GET.get("language", settings.LANGUAGE_CODE)
    known = [code for code, _name in settings.LANGUAGES]
    if language not in known:
        detail = _("Use one of: %(codes)s.") % {"codes": ", ".join(known)}
        raise ApiProblem(400, _("Unknown language"), detail, parameter="language")
    return language
