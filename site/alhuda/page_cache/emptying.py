"""Takes away what a change made old, here and on the other hosts, and what the clock made old."""

import logging
from typing import Any

from alhuda.page_cache import hosts, store
from home import epoch
from home.changes import changed, round_begun

logger = logging.getLogger(__name__)


def connect() -> None:
    """Listen to every change of content, and to the worker's rounds."""
    changed.connect(_changed, dispatch_uid="alhuda.page_cache")
    round_begun.connect(_tidy, dispatch_uid="alhuda.page_cache")


def _changed(*, names: frozenset[str] | None, **_: Any) -> None:
    """Carry it out. What is being published is published, whatever the trouble of the cache is."""
    try:
        if names is not None:
            store.drop(names)
        hosts.tell(names)
    except Exception:
        logger.exception("the page cache could not follow a change and begins anew")
        epoch.renew()


def _tidy(**_: Any) -> None:
    """Hear what other hosts changed, and take away what is over: a web server that sends the files sees neither."""
    hosts.catch_up()
    try:
        store.sweep()
    except OSError:
        logger.exception("the page cache could not be swept")
