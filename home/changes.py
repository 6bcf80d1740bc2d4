"""Telling that content changed: at once, and again when the change is there for others to see.

The first keeps an answer that is being made right now from being kept; the second empties whatever was made meanwhile.
"""

from collections.abc import Callable

from django.db import transaction
from django.dispatch import Signal

from home import epoch

#: Sent with `names`, a set; None means everything.
changed = Signal()

#: Sent by the worker with every round: time passes also where nobody asks.
round_begun = Signal()


def touched(*names: str) -> None:
    """Say that whatever was made from one of these is old."""
    found = frozenset(names)
    twice(lambda: _touch(found))


def everything() -> None:
    """Say that any page may show something else now: the menu, the settings, an address."""
    twice(_begin_epoch)


def _touch(names: frozenset[str]) -> None:
    epoch.count_change()
    changed.send(sender=None, names=names)


def _begin_epoch() -> None:
    epoch.renew()
    changed.send(sender=None, names=None)


def twice(tell: Callable[[], object]) -> None:
    """Do something at once, and again when the transaction around it is done."""
    tell()
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(tell)
