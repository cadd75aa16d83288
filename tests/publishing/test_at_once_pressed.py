"""Two publishers press the same button at once: one is told that it is done, the other that it was done already."""

from __future__ import annotations

import http.client
import json
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier
from urllib.parse import urlencode

import pytest

from tests.browser.editors import _SESSIONS
from tests.server import Server

SLUG = "couch-stretch"
EVERYBODY = f"""{_SESSIONS}
from apps.library.models import Stretch
from apps.publishing.models import Publication
stretch = Stretch.objects.get(slug="{SLUG}")
stretch.summary = "Written for two at once."
stretch.save()
people = [make_editor(email=f"p{{number}}@example.org", password="a long passphrase") for number in range(2)]
first = Publication.objects.get(document_id=stretch.document_id)
print(json.dumps({{"keys": [signed_in(one) for one in people], "pk": stretch.pk, "first": first.pk}}))
"""
ROWS = f"""
import json
from apps.publishing.models import LoggedAct, Publication
rows = Publication.objects.filter(slug="{SLUG}", kind="stretch").order_by("version")
print(json.dumps([[row.act for row in rows], [act.act for act in LoggedAct.objects.exclude(by=None).order_by("pk")]]))
"""


class Publisher:
    """Somebody with a browser of their own, who has a page of an act open."""

    def __init__(self, site: Server, key: str) -> None:
        self.site, self.cookies = site, {"session": key}

    def open(self, address: str) -> dict[str, str]:
        """Open a page; return what its form sends unless somebody types."""
        status, headers, body = self._ask("GET", address)
        assert status == 200, (status, address)
        for cookie in headers.get_all("Set-Cookie") or []:
            name, _equals, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        form = body.rpartition("<form")[2]
        return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))

    def press(self, address: str, values: dict[str, str]) -> tuple[int, str]:
        """Send a form; return the status, and the page that came back."""
        status, _headers, body = self._ask("POST", address, urlencode(values))
        return status, body

    def _ask(self, method: str, address: str, body: str = "") -> tuple[int, http.client.HTTPMessage, str]:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": self.site.url,
        }
        with closing(http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=60)) as connection:
            connection.request(method, address, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()


@pytest.fixture
def scene(make_site) -> tuple[Server, list[Publisher], dict[str, int]]:
    """A server with two processes, two publishers, and a stretch that was changed since it went live."""
    site = make_site(workers=2)
    told = json.loads(site.run_python(EVERYBODY).splitlines()[-1])
    return site, [Publisher(site, key) for key in told.pop("keys")], told


def both_press(people: list[Publisher], address: str, **typed: str) -> list[tuple[int, str]]:
    """Let both open a page, and then press its button at the same moment."""
    forms = [person.open(address) for person in people]
    barrier = Barrier(len(people))

    def one(pair: tuple[Publisher, dict[str, str]]) -> tuple[int, str]:
        barrier.wait()
        return pair[0].press(address, {**pair[1], **typed})

    with ThreadPoolExecutor(len(people)) as pool:
        return sorted(pool.map(one, zip(people, forms, strict=True)))


def test_of_two_who_press_at_once_one_does_it_and_the_other_is_told(scene):
    site, people, of = scene
    home = f"/admin/library/stretch/{of['pk']}"

    published = both_press(people, f"{home}/publish/", note="N.")
    restored = both_press(people, f"{home}/restore/{of['first']}/", where="readers", note="N.")
    withdrawn = both_press(people, f"{home}/withdraw/", note="R.")

    assert [[status for status, _page in answers] for answers in (published, restored, withdrawn)] == [[200, 302]] * 3
    assert "Nothing was published: readers see exactly this already" in published[0][1]
    assert "Nothing was published: readers see exactly this already." in restored[0][1]
    assert "It was withdrawn already." in withdrawn[0][1]
    acts, logged = json.loads(site.run_python(ROWS).splitlines()[-1])
    assert acts == ["publish", "publish", "publish", "withdraw"]
    assert logged == ["published", "restored", "withdrawn"]
