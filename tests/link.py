"""The network between a phone and the server, which a test can slow, cut, forge and listen to."""

from __future__ import annotations

import contextlib
import http.client
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread

from tests.server import Asked, Server

PASS, REFUSE, CUT, LOSE, STALL, CAPTIVE = "pass", "refuse", "cut", "lose", "stall", "captive"
CAPTIVE_PAGE = b"<!doctype html><title>Free network</title><p>Sign in to go on."

Fate = Callable[["_Handler", bytes], None]
"""Anything else that may happen: takes the handler and the body of the request, and answers or hangs up."""
Rule = Callable[[Asked], "str | Fate"]
"""What happens to a request: PASS; REFUSE (the server never sees it); CUT (half of the answer arrives); LOSE (the
server acts, no answer arrives); STALL (nothing happens until `release`); CAPTIVE (somebody else answers 200)."""


def pass_all(asked: Asked) -> str:
    """Let everything through."""
    return PASS


class Link:
    """A way to a server with an address of its own: browsers take it for the site."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.rule: Rule = pass_all
        self.rewrite: dict[str, Callable[[bytes], bytes]] = {}
        """By path: what the body becomes on its way."""
        self.asked: list[Asked] = []
        """Every request that reached the link, in order; the status is 0 where no whole answer was sent."""
        self.lock = Lock()
        self.released = Event()
        self._http = _Proxy(self)
        Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self) -> str:
        """The address that a browser is to use."""
        return f"http://127.0.0.1:{self._http.server_port}"

    def down(self) -> None:
        """Refuse everything from now on."""
        self.rule = lambda asked: REFUSE

    def up(self) -> None:
        """Let everything through from now on."""
        self.rule = pass_all

    def release(self) -> None:
        """Let everything through, what is stalled included."""
        self.up()
        self.released.set()

    def addresses(self, since: int = 0) -> list[str]:
        """Return the addresses that were asked for, from the request of this number on."""
        with self.lock:
            return [asked.address for asked in self.asked[since:]]

    def close(self) -> None:
        """End; what is stalled is let go."""
        self.released.set()
        self._http.shutdown()
        self._http.server_close()


class _Proxy(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, link: Link) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.link = link

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: browsers hang up as they please."""


class _Handler(BaseHTTPRequestHandler):
    server: _Proxy
    protocol_version = "HTTP/1.1"  # browsers trust no ETag of an older one

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name in the base class)
        """Say nothing."""

    def _handle(self) -> None:
        link = self.server.link
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fate = link.rule(Asked(self.command, self.path, 0))
        if callable(fate):
            self._note(0)
            fate(self, body)
            return
        if fate == STALL:
            self._note(0)
            link.released.wait()
            fate = PASS
        if fate == REFUSE:
            self._note(0)
            self._hang_up()
        elif fate == CAPTIVE:
            self._note(200)
            self._answer(200, [("Content-Type", "text/html")], CAPTIVE_PAGE, len(CAPTIVE_PAGE))
        else:
            self._pass_on(body, fate)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = _handle  # noqa: N815 (named by the base)

    def _pass_on(self, body: bytes, fate: str) -> None:
        link = self.server.link
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", link.server.port)) as upstream:
            headers = {**dict(self.headers.items()), "Connection": "close"}
            if self._path in link.rewrite:
                # The whole body is needed, plain.
                unwanted = {"accept-encoding", "if-none-match"}
                headers = {name: value for name, value in headers.items() if name.lower() not in unwanted}
            try:
                upstream.request(self.command, self.path, body or None, headers)
                answer = upstream.getresponse()
                received = link.rewrite.get(self._path, bytes)(answer.read())
            except OSError:
                self._note(0)
                self._hang_up()
                return
        self._note(0 if fate in {CUT, LOSE} else answer.status)
        if fate == LOSE:
            self._hang_up()
            return
        kept = [item for item in answer.getheaders() if item[0] not in {"Content-Length", "Connection"}]
        self._answer(answer.status, kept, received[: len(received) // 2] if fate == CUT else received, len(received))

    @property
    def _path(self) -> str:
        return self.path.partition("?")[0]

    def _note(self, status: int) -> None:
        with self.server.link.lock:
            self.server.link.asked.append(Asked(self.command, self.path, status))

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes, length: int) -> None:
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _hang_up(self) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def link_to(server: Server) -> Iterator[Link]:
    """Yield a link to a server and close it."""
    link = Link(server)
    try:
        yield link
    finally:
        link.close()
