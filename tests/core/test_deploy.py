"""What a site on HTTPS does, and that an empty environment is a safe one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server import ROOT

SECURE = {"HIPCARE_PUBLIC_URL": "https://hips.example"}


def run(folder: Path, *words: str, **values: str) -> subprocess.CompletedProcess[str]:
    """Run a command with nothing in the environment but what is given."""
    environment = {"PATH": os.environ["PATH"], "HIPCARE_DATA_DIR": str(folder), **values}
    return subprocess.run(  # noqa: S603 (fixed words)
        [sys.executable, "manage.py", *words],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def settings(folder: Path, *names: str, **values: str) -> list[object]:
    code = f"import json; from django.conf import settings as s; print(json.dumps([getattr(s, n) for n in {names!r}]))"
    done = run(folder, "shell", "--no-imports", "--command", code, **values)
    assert done.returncode == 0, done.stderr
    found: list[object] = json.loads(done.stdout)
    return found


def test_l01_check_deploy_has_nothing_to_say(tmp_path):
    done = run(tmp_path, "check", "--deploy", "--fail-level", "INFO", **SECURE)

    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n")


def test_l02_empty_environment_is_safe(tmp_path):
    found = settings(tmp_path, "DEBUG", "ALLOWED_HOSTS", "STAFF_SECOND_FACTOR", "ACCOUNT_OPEN_FOR_SIGNUP")

    assert found == [False, ["127.0.0.1", "localhost", "[::1]"], True, True]


def test_l02_every_installation_has_a_key_of_its_own(tmp_path):
    keys = [settings(tmp_path / name, "SECRET_KEY")[0] for name in ("one", "two", "one")]

    assert keys[0] == keys[2] != keys[1]


def test_c01_cookies_of_a_site_on_https_are_bound_to_it(tmp_path):
    names = ("SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
             "SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE")  # fmt: skip

    assert settings(tmp_path, *names, **SECURE) == [
        "__Host-session", True, True, "Lax", None, "__Host-csrf", True,
    ]  # fmt: skip


def test_c05_session_lasts_two_weeks_or_longer(tmp_path):
    age = settings(tmp_path, "SESSION_COOKIE_AGE")[0]

    assert isinstance(age, int)
    assert age >= 14 * 24 * 3600


def test_h10_hsts_holds_for_a_year_with_subdomains(tmp_path):
    names = ("SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_SSL_REDIRECT")

    assert settings(tmp_path, *names, **SECURE) == [31536000, True, True]


def test_l03_passwords_are_hashed_with_argon2_and_checked(tmp_path):
    hashers, validators = settings(tmp_path, "PASSWORD_HASHERS", "AUTH_PASSWORD_VALIDATORS")

    assert str(hashers).startswith("['django.contrib.auth.hashers.Argon2PasswordHasher'")
    assert len(validators) == 4  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HIPCARE_PUBLIC_URL", "hips.example"),
        ("HIPCARE_PUBLIC_URL", "https://hips.example/path"),
        ("HIPCARE_DEBUG", "perhaps"),
        ("HIPCARE_STAFF_SECOND_FACTOR", "maybe"),
        ("HIPCARE_MAIL_PORT", "-1"),
    ],
)
def test_value_that_cannot_be_read_stops_the_start_with_its_name(tmp_path, name, value):
    done = run(tmp_path, "check", **{"HIPCARE_MAIL_HOST": "mail.example", name: value})

    assert done.returncode != 0
    assert name in done.stderr


def test_l04_migrations_agree_with_the_models(tmp_path):
    done = run(tmp_path, "makemigrations", "--check", "--dry-run")

    assert done.stdout == "No changes detected\n"
