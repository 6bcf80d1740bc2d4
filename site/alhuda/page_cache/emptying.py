"""Takes away what a change made old, here and on the other hosts."""

import logging
from typing import Any

from alhuda.page_cache import hosts, store
from home import epoch
from home.changes import changed

logger = logging.getLogger(__name__)


def connect() -> None:
    """Listen to every change of content."""
    changed.connect(_changed, dispatch_uid="alhuda.page_cache")


def _changed(*, names: frozenset[str] | None, **_: Any) -> None:
    """Carry it out. What is being published is published, whatever the trouble of the cache is."""
    try:
        if names is not None:
            store.drop(names)
        hosts.tell(names)
    except Exception:
        logger.exception("the page cache could not follow a change and begins anew")
        epoch.renew()
