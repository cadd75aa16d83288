"""From an empty folder to a page, with the two commands that `make run` calls."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.core.test_deploy import run
from tests.server import ROOT, free_port, wait_until


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@pytest.fixture(scope="module")
def prepared_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder that was empty, and what `prepare` said."""
    folder = tmp_path_factory.mktemp("empty")
    done = run(folder, "prepare")
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def test_first_start_says_what_it_does_and_ends_ready(prepared_once):
    _folder, said = prepared_once

    steps = ["Preparing the database", "Loading the content", "Collecting static files", "hipcare is ready"]
    assert [line for line in said.splitlines() if line in steps] == steps


def test_first_start_prints_an_editor_who_can_sign_in(prepared_once):
    folder, said = prepared_once
    password = said.split("password  ")[1].split()[0]
    code = f"from apps.core.models import User; print(User.objects.get().check_password({password!r}))"

    assert "e-mail    editor@localhost" in said
    assert run(folder, "shell", "--no-imports", "--command", code).stdout == "True\n"


def test_second_start_does_nothing_again(prepared_once):
    folder, _said = prepared_once

    assert run(folder, "prepare").stdout == "hipcare is ready\n"


def test_editor_of_the_environment_is_made(prepared_once, tmp_path):
    run(tmp_path, "migrate")

    said = run(tmp_path, "first_editor", HIPCARE_ADMIN_EMAIL="Ed@Example.org",
               HIPCARE_ADMIN_PASSWORD="a long passphrase").stdout  # fmt: skip

    code = "from apps.core.models import User; u = User.objects.get(); print(u, u.check_password('a long passphrase'))"
    assert run(tmp_path, "shell", "--no-imports", "--command", code).stdout == "ed@example.org True\n"
    assert "a long passphrase" not in said


def test_weak_password_of_the_environment_is_refused(tmp_path):
    run(tmp_path, "migrate")

    done = run(tmp_path, "first_editor", HIPCARE_ADMIN_PASSWORD="password")

    assert (done.returncode, "HIPCARE_ADMIN_PASSWORD cannot be used" in done.stderr) == (1, True)


def test_server_answers_and_ends_in_order(prepared_once):
    folder, _said = prepared_once
    port = free_port()
    environment = {"PATH": os.environ["PATH"], "HIPCARE_DATA_DIR": str(folder), "PORT": str(port)}
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve"], cwd=ROOT, env=environment, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    wait_until(lambda: answers(port), 60)
    server.send_signal(signal.SIGTERM)
    said, complaints = server.communicate(timeout=60)

    assert (server.returncode, said) == (0, f"Serving hipcare: http://127.0.0.1:{port}\n")
    assert "127.0.0.1" not in complaints
