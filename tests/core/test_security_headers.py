"""RELIABILITY's security rules on the real server: headers, cookies, hosts, files; named by their ids."""

from __future__ import annotations

import re
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.server import ROOT, Answer, Server

PRIVATE = ("/accounts/login/", "/admin/", "/admin/login/", "/accounts/sessions/", "/accounts/2fa/")


@pytest.fixture(scope="module")
def answers(site: Server) -> dict[str, Answer]:
    """The answer of every page of the sitemap, of a missing one, and of what machines ask for."""
    addresses = re.findall(r"<loc>([^<]+)</loc>", site.get("/sitemap.xml").body.decode())
    paths = [urlsplit(address).path for address in addresses]
    return {path: site.get(path) for path in (*paths, "/nowhere/", "/sitemap.xml", "/robots.txt")}


def html(answers: dict[str, Answer]) -> dict[str, Answer]:
    return {path: one for path, one in answers.items() if "html" in one.headers["Content-Type"]}


def ask(site: Server, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str, str]:
    """Return status, place and body of a request with any method."""
    connection = HTTPConnection("127.0.0.1", site.port, timeout=30)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body=body or None, headers=names)
    answer = connection.getresponse()
    text = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, answer.headers.get("Location", ""), text


def directives(answer: Answer) -> dict[str, list[str]]:
    policy = answer.headers["Content-Security-Policy"]
    return {part.split()[0]: part.split()[1:] for part in policy.split(";") if part.strip()}


def test_h01_every_page_has_an_enforced_policy(answers):
    assert [path for path, one in html(answers).items() if not one.headers["Content-Security-Policy"]] == []


def test_h02_policy_lets_only_own_scripts_and_styles_run(answers):
    policies = {
        (tuple(directives(one)["script-src"]), tuple(directives(one)["style-src"])) for one in html(answers).values()
    }
    assert policies == {(("'self'",), ("'self'",))}


def test_h03_policy_closes_objects_bases_forms_and_frames(answers):
    names = ("object-src", "base-uri", "form-action", "frame-ancestors", "default-src")
    policies = {tuple(" ".join(directives(one)[name]) for name in names) for one in html(answers).values()}

    assert policies == {("'none'", "'none'", "'self'", "'none'", "'none'")}


def test_h05_no_page_has_inline_script_style_or_handler(answers):
    inline = re.compile(
        rb"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")|<style|\sstyle=\"|\son[a-z]+=\""
    )

    assert [path for path, one in html(answers).items() if inline.search(one.body)] == []


def test_h06_no_page_asks_another_site(answers):
    elsewhere = re.compile(rb"<(?:script|link|img|iframe|source)[^>]+(?:src|href)=\"(?:https?:)?//(?!127\.0\.0\.1)")

    assert [path for path, one in html(answers).items() if elsewhere.search(one.body)] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ],
)
def test_h11_header_is_on_every_answer(answers, name, value):
    assert {one.headers[name] for one in answers.values()} == {value}


def test_h15_permissions_policy_closes_what_nothing_needs(answers):
    assert [path for path, one in answers.items() if "camera=()" not in one.headers["Permissions-Policy"]] == []


def test_h17_no_versions_are_told(answers):
    servers = {one.headers.get("Server", "") for one in answers.values()}

    assert servers <= {"gunicorn"}
    assert [path for path, one in answers.items() if one.headers.get("X-Powered-By")] == []


@pytest.mark.parametrize("origin", ["https://bad.example", "null"])
def test_h18_no_other_origin_may_read(site, origin):
    paths = ("/", "/stretches/", "/api/v1/", "/accounts/login/")

    assert [p for p in paths if site.get(p, Origin=origin).headers["Access-Control-Allow-Origin"]] == []


def test_c02_public_pages_set_no_cookie_and_vary_by_none(answers):
    assert [path for path, one in answers.items() if one.headers["Set-Cookie"]] == []
    assert [path for path, one in answers.items() if "Cookie" in (one.headers["Vary"] or "")] == []


@pytest.mark.parametrize("path", PRIVATE)
def test_k01_private_answers_are_stored_nowhere(site, path):
    assert site.get(path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/admin/", "/admin/library/stretch/", "/accounts/sessions/", "/accounts/2fa/"])
def test_k02_strangers_get_nothing(site, path):
    answer = site.get(path)

    assert (answer.status, answer.body) == (302, b"")


@pytest.mark.parametrize("path", ["/.git/HEAD", "/.env", "/hipcare.sqlite3", "/secret-key", "/static/", "/media/",
                                  "/static/../secret-key", "/static/%2e%2e/secret-key", "/manage.py"])  # fmt: skip
def test_d03_files_of_the_machine_are_not_served(site, path):
    assert site.get(path).status in {400, 404}


@pytest.mark.parametrize("host", ["bad.example", "127.0.0.1.bad.example", "bad.example:80", "127.0.0.1@bad.example"])
def test_d02_foreign_host_is_refused(site, host):
    assert ask(site, "GET", "/", Host=host)[0] == 400


def test_d02_forwarded_host_is_not_believed(site):
    assert "bad.example" not in site.get("/sitemap.xml", X_Forwarded_Host="bad.example").body.decode()


def test_d04_trace_is_refused(site):
    assert ask(site, "TRACE", "/")[0] == 405


def test_d01_errors_tell_nothing_of_the_code(site):
    page = site.get("/nowhere/").body.decode()

    assert [word for word in ("Traceback", "DJANGO_SETTINGS", "urlpatterns", "DEBUG") if word in page] == []


@pytest.mark.parametrize(
    "path",
    [
        "/?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/stretches/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/nowhere/%3Cscript%3Ealert(1)%3C/script%3E/",
        "/accounts/login/?next=%22%3E%3Cscript%3Ealert(1)",
    ],
)
def test_x02_nothing_is_reflected_as_markup(site, path):
    assert b"<script>alert(1)" not in site.get(path).body


@pytest.mark.parametrize("path", ["/wp-login.php", "/wp-admin/", "/xmlrpc.php", "/phpmyadmin/", "/actuator/env"])
def test_x04_probes_find_nothing(site, path):
    assert site.get(path).status == 404


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/logout/", "/accounts/password/reset/"])
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", "application/json"])
def test_s01_forms_without_a_token_are_refused(site, path, kind):
    assert ask(site, "POST", path, "login=a&password=b", Content_Type=kind)[0] == 403


def test_l05_repository_holds_no_secret():
    secret = re.compile(r"(?:BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|SECRET_KEY\s*=\s*['\"][^'\"]{20,})")
    folders = ("apps", "hipcare", "templates", "static", "docs", "content")
    files = [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".md", ".toml", ".html", ".js"}
    ]

    assert [str(path) for path in files if secret.search(path.read_text(encoding="utf-8"))] == []
