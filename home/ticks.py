"""A count of all changes in a piece of memory that the processes of this host share: reading it asks nobody.

It only says *that* something changed, for those who would else look at a file at every request.
"""

import mmap
import os
from contextlib import suppress
from pathlib import Path

from django.conf import settings

FILE, WIDTH = "ticks", 8
#: How long a process believes its map: the folder may have been emptied by hand, and the file be another now.
BELIEVE_SECONDS = 1.0
_maps: dict[str, tuple[mmap.mmap, int]] = {}


def now() -> bytes:
    """Return the count; equal counts mean that nothing changed between them."""
    place = str(settings.PAGE_CACHE_ROOT)
    found = _maps.get(place) or _map(place)
    return found[0][:WIDTH] if found else os.urandom(WIDTH)


def add() -> None:
    """Count one more; call it while `epoch.locked`."""
    look_again()
    place = str(settings.PAGE_CACHE_ROOT)
    if found := _maps.get(place) or _map(place):
        count = int.from_bytes(found[0][:WIDTH], "big") + 1
        found[0][:WIDTH] = count.to_bytes(WIDTH, "big")


def look_again() -> None:
    """Forget the map if the file is no longer the one that was mapped."""
    place = str(settings.PAGE_CACHE_ROOT)
    if place in _maps:
        with suppress(OSError):
            if Path(place, FILE).stat().st_ino == _maps[place][1]:
                return
        del _maps[place]


def _map(place: str) -> tuple[mmap.mmap, int] | None:
    """Map the file, made if need be; None where the folder cannot be written, and then every count is a new one."""
    try:
        Path(place).mkdir(parents=True, exist_ok=True)
        with open(os.open(f"{place}/{FILE}", os.O_RDWR | os.O_CREAT, 0o644), "r+b") as file:  # noqa: PTH123 - a descriptor
            if os.fstat(file.fileno()).st_size < WIDTH:
                file.truncate(WIDTH)
            _maps[place] = mmap.mmap(file.fileno(), WIDTH), os.fstat(file.fileno()).st_ino
    except OSError:
        return None
    return _maps[place]
