"""The settings of the tests: those of production, with files where the tests may write."""

import os
import tempfile

os.environ.setdefault("HIPCARE_DATA_DIR", tempfile.mkdtemp(prefix="hipcare-tests-"))
os.environ.setdefault("HIPCARE_LOG_LEVEL", "ERROR")

# Processes that run side by side empty their cache before tests: each has a database of Redis to itself.
if address := os.environ.get("CACHE_URL", ""):
    server, _, number = address.rpartition("/")
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    os.environ["CACHE_URL"] = f"{server}/{(int(number) + worker) % 16}"

from hipcare.settings import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
