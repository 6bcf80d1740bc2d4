"""Small tables that only editors and administrators change, kept in the cache so that no applicant waits for them.

A change is seen at once by the process that makes it, and after a minute at most by others whose cache is their own.
"""

import logging
from typing import Any

from django.core.cache import cache
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save

logger = logging.getLogger(__name__)
KEEP_SECONDS = 60


def rows(model: type[models.Model], *columns: str) -> list[tuple[Any, ...]]:
    """Return the columns of every row of a small table; no query while they are kept."""
    key = _key(model)
    try:
        found: list[tuple[Any, ...]] | None = cache.get(key)
    except Exception:  # noqa: BLE001 - whatever the trouble of the cache is, the table knows
        logger.warning("the cache does not answer; %s is read from the database", model.__name__)
        return _read(model, columns)
    if found is None:
        found = _read(model, columns)
        cache.set(key, found, KEEP_SECONDS)
    return found


def _read(model: type[models.Model], columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return list(model._default_manager.order_by("pk").values_list(*columns))  # noqa: SLF001 - Django's documented API


def keep(model: type[models.Model]) -> None:
    """Forget what is kept of the table whenever one of its rows is saved or deleted."""
    for signal in (post_save, post_delete):
        signal.connect(_changed, sender=model, dispatch_uid=f"forms_flow.kept.{model.__name__}")


def _changed(*, sender: type[models.Model], **_: Any) -> None:
    cache.delete(_key(sender))
    transaction.on_commit(lambda: cache.delete(_key(sender)))  # somebody may have read the old rows meanwhile


def _key(model: type[models.Model]) -> str:
    return f"forms_flow.kept.{model.__name__}"
