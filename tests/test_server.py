"""The server of the tests: it can be killed and comes back at the same address with its data."""

from __future__ import annotations

import pytest

from tests.server import Asked, Server, wait_until

IMPORT = "from apps.core.models import User"


def test_killed_server_does_not_answer_and_starts_again(own_site: Server) -> None:
    own_site.kill()
    with pytest.raises(ConnectionRefusedError):
        own_site.get("/healthz")

    own_site.start()

    assert own_site.get("/healthz").status == 200


def test_server_tells_what_was_asked(own_site: Server) -> None:
    own_site.get("/healthz?reason=test")

    wait_until(lambda: Asked("GET", "/healthz?reason=test", 200) in own_site.requests(), 20)


def test_own_site_keeps_its_data_to_itself(site: Server, own_site: Server) -> None:
    own_site.run_python(f"{IMPORT}; User.objects.create_user('asa@example.org')")

    counts = [server.run_python(f"{IMPORT}; print(User.objects.count())").strip() for server in (site, own_site)]

    assert counts == ["0", "1"]
