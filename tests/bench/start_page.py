"""The empty start page that ``wagtail start`` makes, measured in a process of its own.

Usage: start_page.py FOLDER. Makes the project there, then answers every line on its input: a number of calls, to which
it prints the CPU milliseconds of one.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

SETTINGS = """from .base import *
DEBUG = False
SECRET_KEY = "only for measuring"
ALLOWED_HOSTS = ["*"]
LOGGING_CONFIG = None
# What they are given besides what was made for them: kept connections, and plain names of static files.
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3", "CONN_MAX_AGE": None}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
"""


def main() -> None:
    """Make, then measure on demand."""
    folder = Path(sys.argv[1])
    folder.mkdir()
    wagtail = Path(sys.executable).with_name("wagtail")
    subprocess.run([wagtail, "start", "peer", str(folder)], check=True, stdout=subprocess.DEVNULL)
    (folder / "peer" / "settings" / "bench.py").write_text(SETTINGS, encoding="utf-8")
    os.environ["DJANGO_SETTINGS_MODULE"] = "peer.settings.bench"
    sys.path.insert(0, str(folder))
    _serve()


def _serve() -> None:
    import django  # noqa: PLC0415 - once the project exists
    from django.core.management import call_command  # noqa: PLC0415
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    from tests.bench.asking import ask  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    application = get_wsgi_application()
    assert "Welcome to your new Wagtail site" in ask(application, "/").body.decode()
    for line in sys.stdin:
        began = time.process_time()
        for _ in range(int(line)):
            ask(application, "/")
        sys.stdout.write(f"{(time.process_time() - began) / int(line) * 1000}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
