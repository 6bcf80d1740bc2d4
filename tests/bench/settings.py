"""The site as production serves it, beside a form page of ``wagtail.contrib.forms`` to compare with.

Run by ``make bench``. ``BENCH_VAR`` names the folder for its database and files.
"""

import os
from pathlib import Path

os.environ.setdefault("PYTEST_XDIST_WORKER", "bench")
_var = Path(os.environ["BENCH_VAR"])
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_var / 'bench.sqlite3'}")

from alhuda.settings.test import *  # noqa: E402, F403 - the environment comes first
from alhuda.settings.test import DATABASES, INSTALLED_APPS  # noqa: E402

INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.contrib.forms", "tests.bench.peer"]
DATABASES["default"]["CONN_MAX_AGE"] = None
PRIVATE_ROOT = _var / "private"
MEDIA_ROOT = _var / "media"
PAGE_CACHE_ROOT = _var / "pages"
THROTTLE = False
LOGGING_CONFIG = None
SILENCED_SYSTEM_CHECKS = ["alhuda.E002", "alhuda.E003"]  # the peer is a page as the documentation has it
