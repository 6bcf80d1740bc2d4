"""The test suite: fast where speed changes nothing that is tested, real everywhere else."""

import base64
import os
from pathlib import Path

from alhuda import env
from alhuda.settings.base import *
from alhuda.settings.base import VAR, configure

_var = VAR / "test" / os.environ.get("PYTEST_XDIST_WORKER", "main")
_var.mkdir(parents=True, exist_ok=True)
_given = {name: os.environ[name] for name in ("DATABASE_URL",) if name in os.environ}
_environment = env.read(
    _given,
    var=_var,
    defaults={
        "SECRET_KEY": "only-for-tests-" + "x" * 50,
        "FIELD_KEYS": "t1:" + base64.b64encode(b"f" * 32).decode(),
        "INDEX_KEYS": "t1:" + base64.b64encode(b"i" * 32).decode(),
        "SITE_ORIGIN": "http://testserver",
        "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
        "CACHE_URL": "locmemcache://",
        "EMAIL_URL": "memorymail://",
        "SMS_BACKEND": f"file:{_var / 'sms'}",
        "TASKS_BACKEND": "immediate",
        "DEMO": "1",
    },
)
_settings = configure(_environment)
globals().update(_settings)

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one is slow on purpose
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},  # no manifest needed
}
STATIC_ROOT = Path(_var) / "static"
STATIC_ROOT.mkdir(exist_ok=True)
_database = _settings["DATABASES"]["default"]
if _database["ENGINE"] == "django.db.backends.sqlite3":
    _database["CONN_MAX_AGE"] = 0  # tests start threads, and a connection left open is a warning
    _database["TEST"] = {"NAME": str(_var / "test.sqlite3")}  # a file, so that threads share it
