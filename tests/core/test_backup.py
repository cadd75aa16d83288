"""Backup and restore on a real database, while it serves."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import stat
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.server import ROOT, Server, wait_until

COUNT = "from apps.core.models import User; print(User.objects.count())"
EPOCH = "from apps.core.epoch import read_epoch; print(read_epoch())"


def add_user(server: Server, email: str) -> None:
    server.run_python(f"from apps.core.models import User; User.objects.create_user('{email}')")


def fails(server: Server, *words: str) -> str:
    """Run a command that has to fail, and return what it said."""
    done = subprocess.run(  # noqa: S603 (fixed words)
        [sys.executable, "manage.py", *words],
        cwd=ROOT, env=server.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout
    return done.stderr


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "backup.tar.gz"


def test_what_was_there_comes_back_while_serving(own_site, archive):
    add_user(own_site, "kept@example.org")
    own_site.manage("backup", str(archive))
    add_user(own_site, "later@example.org")

    own_site.manage("restore", str(archive))

    assert own_site.run_python(COUNT) == "1\n"
    assert own_site.get("/stretches/").status == 200


def test_pages_of_the_running_processes_go_back_too(own_site, archive):
    withdraw = (
        "from apps.publishing.models import Publication; from apps.publishing.services import withdraw;"
        "withdraw(publication=Publication.objects.get(kind='muscle', slug='psoas'), reason='Wrong.')"
    )
    own_site.manage("backup", str(archive))
    own_site.run_python(withdraw)
    withdrawn = [own_site.get("/muscles/psoas/").status for _time in range(4)]

    own_site.manage("restore", str(archive))

    assert withdrawn == [410] * 4
    assert [own_site.get("/muscles/psoas/").status for _time in range(4)] == [200] * 4


def test_media_come_back(own_site, archive):
    picture = own_site.data_dir / "media" / "deep" / "chair.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"a picture")
    own_site.manage("backup", str(archive))
    picture.unlink()

    own_site.manage("restore", str(archive))

    assert picture.read_bytes() == b"a picture"


def test_restoring_begins_a_new_epoch(own_site, archive):
    before = own_site.run_python(EPOCH)
    own_site.manage("backup", str(archive))

    own_site.manage("restore", str(archive))

    assert own_site.run_python(EPOCH) != before


def test_restoring_ends_every_session(own_site, archive):
    own_site.run_python(
        "from django.contrib.sessions.backends.db import SessionStore; s = SessionStore(); s['a'] = 1; s.save()"
    )
    own_site.manage("backup", str(archive))

    own_site.manage("restore", str(archive))

    count = "from django.contrib.sessions.models import Session; print(Session.objects.count())"
    assert own_site.run_python(count) == "0\n"


def test_archive_is_for_its_owner_alone(own_site, archive):
    own_site.manage("backup", str(archive))

    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_secret_key_stays_out_of_the_archive(own_site, archive):
    own_site.manage("backup", str(archive))

    with tarfile.open(archive) as tar:
        assert tar.getnames() == ["manifest.json", "database"]


def test_damaged_archive_changes_nothing(own_site, archive):
    own_site.manage("backup", str(archive))
    add_user(own_site, "later@example.org")
    data = bytearray(gzip.decompress(archive.read_bytes()))
    data[len(data) // 2] ^= 0xFF
    archive.write_bytes(gzip.compress(bytes(data), compresslevel=1))

    assert "Nothing was restored: " in fails(own_site, "restore", str(archive))
    assert own_site.run_python(COUNT) == "1\n"


@pytest.mark.parametrize("keep", [0, 10, 5000])
def test_cut_archive_is_refused(own_site, archive, keep):
    own_site.manage("backup", str(archive))
    archive.write_bytes(archive.read_bytes()[:keep])

    assert "is not a whole backup" in fails(own_site, "restore", str(archive))


def test_archive_that_leads_out_of_its_folder_is_refused(own_site, archive):
    manifest = {
        "format": 1, "made_at": "", "database": "sqlite", "migrations": {}, "files": {"../evil": [0, ""]},
    }  # fmt: skip
    text = json.dumps(manifest).encode()
    with tarfile.open(archive, "w:gz") as tar:
        member = tarfile.TarInfo("manifest.json")
        member.size = len(text)
        tar.addfile(member, io.BytesIO(text))

    assert "leads out of the backup" in fails(own_site, "restore", str(archive))


def test_missing_folder_is_named(own_site, tmp_path):
    assert "There is no folder" in fails(own_site, "backup", str(tmp_path / "nowhere" / "backup"))


def test_older_schema_needs_force(own_site, archive):
    own_site.manage("backup", str(archive))
    own_site.run_python(
        "from django.db import connection; from django.db.migrations.recorder import MigrationRecorder;"
        "MigrationRecorder(connection).record_applied('core', '9999_later')"
    )

    refusal = fails(own_site, "restore", str(archive))
    own_site.manage("restore", str(archive), "--force")

    assert "the database has had migrations since this backup (core.9999_later)" in refusal


def test_backup_of_a_newer_release_is_refused_even_with_force(own_site, archive):
    own_site.run_python(
        "from django.db import connection; from django.db.migrations.recorder import MigrationRecorder;"
        "MigrationRecorder(connection).record_applied('core', '9999_later')"
    )
    own_site.manage("backup", str(archive))

    assert "made by a newer release" in fails(own_site, "restore", str(archive), "--force")


def test_killed_backup_leaves_the_old_archive_whole_and_the_next_one_tidies_up(own_site, archive):
    own_site.manage("backup", str(archive))
    before = archive.read_bytes()
    (own_site.data_dir / "media").mkdir(exist_ok=True)
    (own_site.data_dir / "media" / "big").write_bytes(os.urandom(64 * 1024 * 1024))
    running = subprocess.Popen(  # noqa: S603 (fixed words)
        [sys.executable, "manage.py", "backup", str(archive)], cwd=ROOT, env=own_site.environment
    )
    wait_until(lambda: any(archive.parent.glob(".backup.tar.gz.*.partial")), 60)
    running.send_signal(signal.SIGKILL)
    running.wait()
    after = archive.read_bytes()

    own_site.manage("backup", str(archive))

    assert after == before
    assert sorted(path.name for path in archive.parent.iterdir() if path.is_file()) == ["backup.tar.gz"]


def test_full_disk_is_said_and_leaves_nothing(own_site, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    words = ["/usr/bin/mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(small)]
    mounted = subprocess.run(words, check=False, capture_output=True)  # noqa: S603 (fixed words)
    if mounted.returncode:
        pytest.skip("only root mounts a small disk")
    try:
        message = fails(own_site, "backup", str(small / "backup"))
        left = [path.name for path in small.iterdir()]
    finally:
        subprocess.run(["/usr/bin/umount", str(small)], check=True)  # noqa: S603 (fixed words)

    assert "No backup was made" in message
    assert left == []
