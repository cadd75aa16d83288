"""The network of the tests does to requests what it says."""

from __future__ import annotations

import http.client
from http.client import HTTPConnection

import pytest

from tests.link import CAPTIVE, CUT, LOSE, REFUSE, Link
from tests.server import Asked


def ask(link: Link, address: str = "/healthz") -> tuple[int, bytes]:
    connection = HTTPConnection(link.url.removeprefix("http://"), timeout=10)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_answers_pass_unchanged_and_are_listed(link: Link) -> None:
    assert ask(link) == (200, link.server.get("/healthz").body)
    assert link.asked == [Asked("GET", "/healthz", 200)]


@pytest.mark.parametrize("fate", [REFUSE, LOSE])
def test_no_answer_arrives(link: Link, fate: str) -> None:
    link.rule = lambda asked: fate

    with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
        ask(link)


def test_half_an_answer_arrives(link: Link) -> None:
    link.rule = lambda asked: CUT

    with pytest.raises(http.client.IncompleteRead):
        ask(link)


def test_somebody_else_answers(link: Link) -> None:
    link.rule = lambda asked: CAPTIVE

    status, body = ask(link)

    assert (status, b"Sign in" in body) == (200, True)


def test_body_is_rewritten(link: Link) -> None:
    link.rewrite["/healthz"] = bytes.upper

    assert ask(link) == (200, link.server.get("/healthz").body.upper())
