"""Development and `make demo`: everything under `var/`, keys made once for this checkout."""

import base64
import contextlib
import os
import secrets
import sys

from alhuda import env
from alhuda.settings.base import *
from alhuda.settings.base import STATIC_ROOT, VAR, configure


def _local_secrets() -> dict[str, str]:
    """Return this checkout's own keys, made on first use, so that no key is ever shared between machines."""
    path = VAR / "secrets.env"
    if not path.exists():
        VAR.mkdir(exist_ok=True)
        lines = [
            f"SECRET_KEY={secrets.token_urlsafe(50)}",
            f"FIELD_KEYS=dev1:{base64.b64encode(secrets.token_bytes(32)).decode()}",
            f"INDEX_KEYS=dev1:{base64.b64encode(secrets.token_bytes(32)).decode()}",
        ]
        # Written aside and linked, so that the server and the worker starting together agree on one set.
        draft = path.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    pairs = (line.partition("=") for line in path.read_text(encoding="utf-8").splitlines() if "=" in line)
    return {name: value for name, _, value in pairs}


_environment = env.read(
    os.environ,
    var=VAR,
    defaults={
        **_local_secrets(),
        "SITE_ORIGIN": "http://127.0.0.1:8000",
        "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1],testserver",
        "CACHE_URL": "locmemcache://",
        "SMS_BACKEND": f"file:{VAR / 'sms'}",
        "DEMO": "1",
    },
)
globals().update(configure(_environment))

# Tracebacks in the browser only for the developer's own server; the demo shows what visitors see.
DEBUG = "runserver" in sys.argv
# Whoever changes templates wants to see it at once; PAGE_CACHE=on tries the cache all the same.
PAGE_CACHE = not DEBUG or os.environ.get("PAGE_CACHE") == "on"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if DEBUG:
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns about a missing folder
