"""The library's own addresses, for the sitemap and the pack; those of documents come from publishing."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from apps.core.registries import Page
from apps.library.filters import GROUPS


def library_pages() -> Iterator[Page]:
    """Yield the list pages."""
    yield Page(reverse("library:stretches"), must=True, queries=(*GROUPS, "q"))
    yield Page(reverse("library:know_before_you_go_deep"))
    yield Page(reverse("library:muscles"))
    yield Page(reverse("library:routines"), must=True)
    yield Page(reverse("library:plans"))
    yield Page(
        reverse("library:player"),
        in_sitemap=False,
        must=True,
        queries=("id", "minutes"),
        also=tuple(
            reverse(name, args=["a"]).replace("/a/", "/*/") for name in ("library:play_routine", "library:play_stretch")
        ),
    )
    yield Page(reverse("library:my_routines"), in_sitemap=False)
    yield Page(reverse("library:about_me"))
