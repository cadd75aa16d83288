"""What else a network does to a request: it cuts, forges, doubles and delays."""

from __future__ import annotations

import contextlib
import http.client
import json
import random
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

from tests.link import CAPTIVE, CUT, LOSE, PASS, REFUSE, Fate, Rule
from tests.server import Answer, Asked

SYNC = "/api/v1/sync"
_TIMEOUT = 30


def ask(handler: Any, body: bytes) -> Answer:
    """Pass a request on to the server and return its answer."""
    with contextlib.closing(_upstream(handler)) as upstream:
        upstream.request(handler.command, handler.path, body or None, _headers(handler))
        answer = upstream.getresponse()
        return Answer(answer.status, answer.headers, answer.read())


def answer_with(status: int, content_type: str, body: bytes, **headers: str) -> Fate:
    """Return a fate in which the server never sees the request and somebody else answers."""
    more = [(name.replace("_", "-"), value) for name, value in headers.items()]

    def fate(handler: Any, _request: bytes) -> None:
        handler._answer(status, [("Content-Type", content_type), *more], body, len(body))

    return fate


def answer_after(status: int, content_type: str, body: bytes) -> Fate:
    """Return a fate in which the server acts and something on the way answers in its place."""
    instead = answer_with(status, content_type, body)

    def fate(handler: Any, request: bytes) -> None:
        ask(handler, request)
        instead(handler, request)

    return fate


def cut_request(handler: Any, body: bytes) -> None:
    """Let half of the request arrive, then hang up on both sides."""
    head = f"{handler.command} {handler.path} HTTP/1.1\r\n" + "".join(
        f"{name}: {value}\r\n" for name, value in _headers(handler).items()
    )
    with socket.create_connection(("127.0.0.1", handler.server.link.server.port), _TIMEOUT) as upstream:
        upstream.sendall(head.encode("latin-1") + b"\r\n" + body[: len(body) // 2])
        upstream.shutdown(socket.SHUT_WR)
        with contextlib.suppress(OSError):
            upstream.recv(1)
    handler._hang_up()


def duplicate(handler: Any, body: bytes) -> None:
    """Let the request arrive twice, one after the other; the second answer is passed on."""
    ask(handler, body)
    _pass_back(handler, ask(handler, body))


def duplicate_at_once(handler: Any, body: bytes) -> None:
    """Let the request arrive twice at the same time."""
    other = Thread(target=ask, args=(handler, body))
    other.start()
    answer = ask(handler, body)
    other.join()
    _pass_back(handler, answer)


@dataclass
class LateCopies:
    """Passes requests on and keeps a copy of each, to be delivered later."""

    copies: list[Callable[[], Answer]] = field(default_factory=list)

    def __call__(self, handler: Any, body: bytes) -> None:
        """Be the fate of a request."""
        link, command, path, headers = handler.server.link, handler.command, handler.path, _headers(handler)

        def deliver() -> Answer:
            with contextlib.closing(http.client.HTTPConnection("127.0.0.1", link.server.port)) as upstream:
                upstream.request(command, path, body, headers)
                answer = upstream.getresponse()
                return Answer(answer.status, answer.headers, answer.read())

        self.copies.append(deliver)
        _pass_back(handler, ask(handler, body))


GATEWAY_AFTER = answer_after(502, "text/html", b"<h1>Bad gateway</h1>")
GARBAGE = answer_after(200, "application/json", b'{"epoch": "x", "results": [')
EMPTY = answer_after(200, "application/json", b"")
NO_ANSWER_AT_ALL = answer_after(200, "application/json", b"{}")
CAPTIVE_REDIRECT = answer_with(302, "text/html", b"", Location="/robots.txt")
UNAVAILABLE = answer_with(503, "text/html", b"<h1>Later</h1>", Retry_After="1")
TOO_MANY = answer_with(429, "application/problem+json", b'{"status": 429}', Retry_After="1")


def answers_nothing_asked(handler: Any, body: bytes) -> None:
    """Answer well, but about operations that were never sent."""
    answer = ask(handler, body)
    changed = json.loads(answer.body)
    for result in changed.get("results", []):
        result["op"] = "00000000-0000-4000-8000-0000000000ff"
    handler._answer(answer.status, _kept(answer), data := json.dumps(changed).encode(), len(data))


def stall_changes(handler: Any, body: bytes) -> None:
    """Let nothing happen to what is sent until the link is released; a sync that only asks goes through."""
    if json.loads(body)["changes"]:
        handler.server.link.released.wait()
    handler._pass_on(body, PASS)


def answer_late(handler: Any, body: bytes) -> None:
    """Let the server act at once; its answer arrives when the link is released."""
    answer = ask(handler, body)
    handler.server.link.released.wait()
    _pass_back(handler, answer)


ALL_FATES: Sequence[str | Fate] = (
    PASS, PASS, PASS, REFUSE, LOSE, CUT, CAPTIVE, cut_request, duplicate, duplicate_at_once, GATEWAY_AFTER, GARBAGE,
    EMPTY, NO_ANSWER_AT_ALL, CAPTIVE_REDIRECT, UNAVAILABLE, TOO_MANY, answers_nothing_asked,
)  # fmt: skip
"""What a storm draws from."""


def syncs(fate: str | Fate, times: int | None = None) -> Rule:
    """Return a rule that gives the next syncs this fate and passes on everything else."""
    return next_to(SYNC, fate, times)


def next_to(address: str, fate: str | Fate, times: int | None = 1) -> Rule:
    """Return a rule that gives the next requests to an address this fate and passes on everything else."""
    left = [times]

    def rule(asked: Asked) -> str | Fate:
        if asked.address != address or left[0] == 0:
            return PASS
        left[0] = None if left[0] is None else left[0] - 1
        return fate

    return rule


def storm(seed: int) -> Rule:
    """Return a rule that deals out fates to syncs by chance; the same seed, the same fates."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    return lambda asked: chance.choice(ALL_FATES) if asked.address == SYNC else PASS


def _upstream(handler: Any) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", handler.server.link.server.port, timeout=_TIMEOUT)


def _headers(handler: Any) -> dict[str, str]:
    return {**dict(handler.headers.items()), "Connection": "close"}


def _kept(answer: Answer) -> list[tuple[str, str]]:
    return [item for item in answer.headers.items() if item[0] not in {"Content-Length", "Connection"}]


def _pass_back(handler: Any, answer: Answer) -> None:
    handler._answer(answer.status, _kept(answer), answer.body, len(answer.body))
