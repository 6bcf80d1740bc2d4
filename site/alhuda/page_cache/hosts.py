"""Several hosts: what changed on one goes through the shared cache to the others, which look once a second.

Each host keeps files of its own. A change is a numbered message; whoever finds one missing begins a new epoch.
"""

import logging
import os
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.cache import cache

from alhuda.page_cache import store
from home import epoch

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
KEEP_SECONDS = 7 * 24 * 3600
_COUNT = "page_cache.count"
_OWN_PROCESS = ("locmem", "dummy")
EVERYTHING = "*"


class _Look:
    """When this process looked last."""

    at = 0.0


def are_several() -> bool:
    """Return whether the cache is one that other hosts can share."""
    return not any(word in settings.CACHES["default"]["BACKEND"] for word in _OWN_PROCESS)


def tell(names: frozenset[str] | None) -> None:
    """Tell the other hosts that something changed; None means everything."""
    if not are_several():
        return
    cache.add(_COUNT, 0, None)
    number = cache.incr(_COUNT)
    cache.set(_message(number), EVERYTHING if names is None else sorted(names), KEEP_SECONDS)


def catch_up() -> None:
    """Carry out here what others told since this host looked last; at most once a second."""
    if time.monotonic() - _Look.at < LOOK_SECONDS:
        return
    _Look.at = time.monotonic()
    if are_several():
        _look()


def _look() -> None:
    try:
        newest = int(cache.get(_COUNT) or 0)
        done = _done()
        if newest != done:
            _carry_out(done, newest)
    except Exception:
        # Without the shared cache nobody hears of changes: keeping nothing is right, though slow.
        logger.exception("the shared cache does not answer; the page cache begins anew")
        epoch.renew()


def _carry_out(done: int | None, newest: int) -> None:
    numbers = range(done + 1, newest + 1) if done is not None and done < newest else range(0)
    messages = cache.get_many([_message(number) for number in numbers])
    names = [messages.get(_message(number), EVERYTHING) for number in numbers]
    if not names or EVERYTHING in names:
        epoch.renew()
    else:
        epoch.count_change()
        store.drop({name for found in names for name in found})
    _remember(newest)


def _done() -> int | None:
    with suppress(OSError, ValueError):
        return int(_file().read_text())
    return None


def _remember(number: int) -> None:
    draft = _file().with_suffix(f".{os.getpid()}")
    draft.write_text(str(number))
    draft.replace(_file())


def _file() -> Path:
    return epoch.root() / "heard"


def _message(number: int) -> str:
    return f"page_cache.change.{number}"
