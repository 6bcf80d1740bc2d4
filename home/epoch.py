"""How fresh what is kept is: an epoch for everything, and a count of the changes within it.

Both live in the folder of the page cache, where every process of this host sees them at once: the link ``current``
names the epoch's folder, and the file ``changes`` in it grows by one byte with every change. A new epoch begins when
something changes that any page may show (menu, settings, addresses), and when the code of the site is another.
"""

import fcntl
import hashlib
import logging
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

import django
import wagtail
from django.conf import settings

from home import ticks

T = TypeVar("T")
logger = logging.getLogger(__name__)

CURRENT, CHANGES, LOCK = "current", "changes", "lock"
#: What is kept in memory is looked up again after this long in any case: the folder may not be writable.
KEEP_SECONDS = 60
_ROOT = Path(__file__).resolve().parents[1]
_BOOT = Path("/proc/sys/kernel/random/boot_id")
_SOURCES = ("home", "services", "forms_flow", "site", "locale")
_SUFFIXES = (".py", ".html", ".txt", ".mo")
#: Folders that this process has looked into. Only at the start it asks for its own release, so that two releases
#: running side by side do not keep throwing each other's pages away.
_entered: set[str] = set()


class Moment(NamedTuple):
    """The state of the site's content, as far as anybody told."""

    epoch: str
    changes: int


def root() -> Path:
    """Return the folder of this host that holds the epochs."""
    return Path(settings.PAGE_CACHE_ROOT)


def folder(name: str) -> Path:
    """Return the folder of an epoch."""
    return root() / name


def now() -> Moment:
    """Return the moment. The first process to ask begins an epoch, and so does each that starts with other code."""
    found, place = look(), str(settings.PAGE_CACHE_ROOT)
    if found is None or (place not in _entered and not found.epoch.startswith(release())):
        found = Moment(renew(), 0)
    _entered.add(place)
    return found


def look() -> Moment | None:
    """Return the moment without beginning anything."""
    place = str(settings.PAGE_CACHE_ROOT)
    try:
        name = os.readlink(f"{place}/{CURRENT}")  # noqa: PTH115 - asked at every request
        return Moment(name, os.stat(f"{place}/{name}/{CHANGES}").st_size)  # noqa: PTH116 - as above
    except OSError:
        return None


def renew() -> str:
    """Begin a new epoch and return its name: nothing that was kept before counts any more."""
    name = f"{release()}-{time.time_ns():x}{secrets.token_hex(2)}"
    try:
        with locked():
            folder(name).mkdir()
            (folder(name) / CHANGES).touch()
            draft = root() / f".{name}"
            draft.symlink_to(name)
            draft.replace(root() / CURRENT)
            ticks.add()
            _clear_away(name)
    except OSError:
        logger.exception("the folder of the page cache cannot be written: %s", root())
    return name


def count_change() -> None:
    """Count one change of content: what is being made right now will not be kept."""
    try:
        with locked(), (root() / CURRENT / CHANGES).open("ab") as file:
            file.write(b".")
            ticks.add()
    except OSError:  # nobody asked yet in this epoch, or somebody emptied the folder
        renew()


@contextmanager
def locked() -> Iterator[None]:
    """Let one thread of one process at a time write into the folder."""
    root().mkdir(parents=True, exist_ok=True)
    with (root() / LOCK).open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class _Memory:
    """What one process keeps while a mark stays the same."""

    def __init__(self, mark: object = None) -> None:
        self.mark = mark
        self.since = time.monotonic()
        self.found: dict[Any, Any] = {}

    def is_of(self, mark: object) -> bool:
        return self.mark == mark and time.monotonic() - self.since < KEEP_SECONDS


_memories = {"epoch": _Memory(), "changes": _Memory()}


def kept(name: object, make: Callable[[], T]) -> T:
    """Return what `make` returned earlier in this epoch, or make it now. Shared by threads: never change it."""
    return _kept("epoch", (str(settings.PAGE_CACHE_ROOT), now().epoch), name, make)


def kept_until_a_change(name: object, make: Callable[[], T]) -> T:
    """Return what `make` returned since content last changed anywhere, or make it now. Never change it."""
    return _kept("changes", (str(settings.PAGE_CACHE_ROOT), now()), name, make)


def _kept(kind: str, mark: object, name: object, make: Callable[[], T]) -> T:
    memory = _memories[kind]
    if not memory.is_of(mark):
        memory = _memories[kind] = _Memory(mark)  # replaced whole: a thread that is late fills the old one
    try:
        return cast("T", memory.found[name])
    except KeyError:
        made = memory.found[name] = make()
        return made


@cache
def release() -> str:
    """Return a mark of this installation: its code, packages, static files, settings, and the start of the machine.

    The last, because files written just before a power cut may be torn.
    """
    seen = hashlib.sha256()
    for path in sorted(_sources()):
        with suppress(OSError):
            found = path.stat()
            seen.update(f"{path} {found.st_mtime_ns} {found.st_size}\n".encode())
    database = settings.DATABASES["default"]
    facts = (settings.SITE_ORIGIN, settings.DEBUG, settings.LANGUAGES, database.get("HOST"), database["NAME"])
    with suppress(OSError):
        seen.update(_BOOT.read_bytes())
    seen.update(f"{django.VERSION} {wagtail.VERSION} {[str(fact) for fact in facts]}".encode())
    return seen.hexdigest()[:12]


def _sources() -> Iterator[Path]:
    yield Path(settings.STATIC_ROOT) / "staticfiles.json"
    for top in _SOURCES:
        for place, _folders, names in os.walk(_ROOT / top):
            yield from (Path(place, name) for name in names if name.endswith(_SUFFIXES))


def _clear_away(name: str) -> None:
    """Remove the epochs before; whoever still writes into one loses it, which is meant."""
    for old in root().iterdir():
        if old.is_dir() and not old.is_symlink() and old.name != name:
            shutil.rmtree(old, ignore_errors=True)
        elif old.name.startswith(".") and old.is_symlink():
            old.unlink(missing_ok=True)
