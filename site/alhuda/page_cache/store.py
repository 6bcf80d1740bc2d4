"""The kept answers as files: put whole, found by a glance, taken away by what they were made from.

Within the folder of an epoch lie ``pages`` (what the web server may send), ``asked`` (answers to a query), ``names``
(for each thing that pages show, the pages that show it) and ``until`` (when which page is to be looked at again).
"""

import logging
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from alhuda.page_cache.address import Address
from alhuda.page_cache.entry import FACTS, Entry
from home import epoch, ticks

logger = logging.getLogger(__name__)

#: How many answers one process also keeps in memory. After any change they are looked up in the folder again.
MOST_IN_MEMORY = 500
_SEPARATOR = ","  # in place of slashes; no address holds one


class _Known(NamedTuple):
    """An answer in memory: which file it came from, and when and at which count of changes that was still there."""

    entry: Entry
    seen: tuple[int, int]
    ticks: bytes
    looked: float


_memory: dict[tuple[object, ...], _Known] = {}


def find(address: Address) -> Entry | None:
    """Return the kept answer, unless its time is over."""
    key, count = (settings.PAGE_CACHE_ROOT, *address), ticks.now()
    known = _memory.get(key)
    if known is None or known.ticks != count or time.monotonic() - known.looked > ticks.BELIEVE_SECONDS:
        ticks.look_again()
        known = _look(address, known, ticks.now())
        if known is None:
            _memory.pop(key, None)
            return None
        _remember(key, known)
    return known.entry if known.entry.until is None or time.time() < known.entry.until else None


def put(address: Address, entry: Entry, *, begun: epoch.Moment) -> bool:
    """Keep an answer that was begun at a moment; False when anything changed since."""
    if not begun.epoch.startswith(epoch.release()):
        return False
    home = epoch.folder(begun.epoch)
    draft = home / "drafts" / secrets.token_hex(8)
    try:
        draft.mkdir(parents=True)
        entry.write(draft, release=epoch.release())
        with epoch.locked():
            if epoch.look() != begun:
                shutil.rmtree(draft, ignore_errors=True)
                return False
            _take_away(home, address.place)
            _name(home, address.place, entry)
            target = home / address.place
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.rename(target)
    except OSError:  # the epoch went away meanwhile, or the disk is full
        logger.info("a page could not be kept", exc_info=True)
        return False
    return True


def drop(names: Iterable[str]) -> None:
    """Take away whatever was made from one of these. Who changes something has counted the change before."""
    home = epoch.folder(epoch.now().epoch)
    known = [home / "names" / name for name in names if (home / "names" / name).is_dir()]
    with epoch.locked():
        for folder in known:
            for place in _listed(folder):
                _take_away(home, place)
            shutil.rmtree(folder, ignore_errors=True)
        ticks.add()  # for those who looked between the counting and the taking away


def sweep() -> int:
    """Take away what is over, for a web server that cannot see that by itself; return how many that were."""
    home, count = epoch.folder(epoch.now().epoch), 0
    for moment in _directory(home / "until"):
        if int(moment) > time.time():
            continue
        with epoch.locked():
            places = [place for place in _listed(home / "until" / moment) if _is_over(home / place)]
            for place in places:
                _take_away(home, place)
            shutil.rmtree(home / "until" / moment, ignore_errors=True)
            ticks.add()
        count += len(places)
    return count


def _look(address: Address, known: _Known | None, count: bytes) -> _Known | None:
    """Look whether the answer still lies in its folder, and read it unless it is the one that is known."""
    folder = f"{settings.PAGE_CACHE_ROOT}/{epoch.CURRENT}/{address.place}"
    try:
        found = Path(folder, FACTS).stat()
    except OSError:
        return None
    seen = (found.st_ino, found.st_mtime_ns)
    entry = known.entry if known and known.seen == seen else Entry.read(folder, release=epoch.release())
    return _Known(entry, seen, count, time.monotonic()) if entry else None


def _remember(key: tuple[object, ...], known: _Known) -> None:
    if len(_memory) >= MOST_IN_MEMORY:
        _memory.clear()
    _memory[key] = known


def _name(home: Path, place: str, entry: Entry) -> None:
    """Write down what the answer was made from before it can be seen: a crash leaves a name too many, not too few."""
    folders = [home / "names" / name for name in entry.names]
    if entry.until is not None:
        folders.append(home / "until" / str(int(entry.until)))
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / place.replace("/", _SEPARATOR)).touch()


def _take_away(home: Path, place: str) -> None:
    """Remove an answer in one stroke, and then its files."""
    rubbish = home / "drafts" / secrets.token_hex(8)
    with suppress(OSError):
        (home / place).rename(rubbish)
        shutil.rmtree(rubbish, ignore_errors=True)


def _is_over(folder: Path) -> bool:
    entry = Entry.read(str(folder), release=epoch.release())
    return entry is None or (entry.until is not None and entry.until <= time.time())


def _listed(folder: Path) -> Iterator[str]:
    yield from (name.replace(_SEPARATOR, "/") for name in _directory(folder))


def _directory(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []
