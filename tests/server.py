"""A production server as a process of its own, which a test may stop, kill and start again."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPMessage
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STARTING_TIME = 60
_ACCESS_LINE = re.compile(r"^([A-Z]+) (\S+) HTTP/\S+ (\d{3})$", re.MULTILINE)


@dataclass(frozen=True)
class Asked:
    """A request that the server has answered."""

    method: str
    address: str
    """Path with query."""
    status: int


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: HTTPMessage
    """Names in any case; `get_all` where one comes more than once."""
    body: bytes


@dataclass
class Server:
    """hipcare under gunicorn, with production settings, on a data folder and port of its own."""

    data_dir: Path
    database_url: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    """More environment values, such as `HIPCARE_KILL_WORKER`; read at each start."""
    workers: int = 1
    port: int = 0

    def __post_init__(self) -> None:
        self.port = self.port or free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of the server and of its commands."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "HIPCARE_"))}
        kept |= {
            "DJANGO_SETTINGS_MODULE": "hipcare.settings",
            "HIPCARE_DATA_DIR": str(self.data_dir),
            "HIPCARE_PUBLIC_URL": self.url,
            "HIPCARE_LOG_LEVEL": "WARNING",
        }
        if self.database_url:
            kept["DATABASE_URL"] = self.database_url
        return kept | self.settings

    def start(self) -> None:
        """Start and return when it answers; raises with the server's own words where it does not."""
        assert self._process is None, "the server runs already"
        with (self.data_dir / "server.log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 (fixed words)
                self._command(),
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        wait_until(self._answers, STARTING_TIME, self.log)

    def stop(self) -> None:
        """Stop in order; what is under way is finished. Does nothing where it does not run."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Take the server away at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def manage(self, *words: str) -> str:
        """Run `manage.py` with these words and return what it printed; raises where it fails."""
        done = subprocess.run(  # noqa: S603 (fixed words)
            [sys.executable, "manage.py", *words],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"manage.py {' '.join(words)}:\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def run_python(self, code: str) -> str:
        """Run code in a process of its own with hipcare's settings, and return what it printed."""
        return self.manage("shell", "--no-imports", "--command", code)

    def get(self, address: str, **headers: str) -> Answer:
        """Ask for an address, without following redirects; `_` in the name of a header stands for `-`."""
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        with contextlib.closing(
            http.client.HTTPConnection("127.0.0.1", self.port, timeout=STARTING_TIME)
        ) as connection:
            connection.request("GET", address, headers=names)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())

    def requests(self) -> list[Asked]:
        """Return what was asked since the data folder was made, in order of the answers.

        A line is written just after its answer: compare with `wait_until`.
        """
        text = (self.data_dir / "access.log").read_text(encoding="utf-8")
        return [Asked(method, address, int(status)) for method, address, status in _ACCESS_LINE.findall(text)]

    def log(self) -> str:
        """Return what the server has written."""
        path = self.data_dir / "server.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def _command(self) -> list[str]:
        return [
            sys.executable, "-m", "gunicorn", "--config", "python:hipcare.gunicorn_conf", "hipcare.wsgi:application",
            "--bind", f"127.0.0.1:{self.port}", "--workers", str(self.workers),
            "--graceful-timeout", "5", "--log-level", "warning",
            "--access-logfile", str(self.data_dir / "access.log"),
            "--access-logformat", "%(r)s %(s)s",
        ]  # fmt: skip

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, f"the server ended at its start:\n{self.log()}"
        with contextlib.suppress(OSError, http.client.HTTPException):
            return self.get("/healthz").status == 200
        return False

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, how)
        self._process.wait(timeout=30)
        self._process = None
        # The workers of a killed master take a moment longer to go.
        wait_until(lambda: not self._listens(), 30)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(holds: Callable[[], bool], seconds: float, explain: Callable[[], str] = str) -> None:
    """Return as soon as a condition holds; raises after so many seconds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"still not so after {seconds} s\n{explain()}"
        time.sleep(0.05)
