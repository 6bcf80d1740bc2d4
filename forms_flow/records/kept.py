"""Small tables that only editors and administrators change, kept in memory so that no applicant waits for them.

Every process of this host sees a change with the next look (`home.epoch`), those of other hosts within seconds.
"""

from typing import Any

from django.db import models
from django.db.models.signals import post_delete, post_save

from home import changes, epoch, made_from


def rows(model: type[models.Model], *columns: str) -> list[tuple[Any, ...]]:
    """Return the columns of every row of a small table; no query until something changes."""
    found = model._default_manager.order_by("pk").values_list(*columns)  # noqa: SLF001 - Django's documented API
    return epoch.kept_until_a_change((model, columns), lambda: list(found))


def keep(model: type[models.Model]) -> None:
    """Forget what is kept of the table whenever one of its rows is saved or deleted."""
    for signal in (post_save, post_delete):
        signal.connect(_changed, sender=model, dispatch_uid=f"forms_flow.kept.{model.__name__}")


def _changed(*, sender: type[models.Model], **_: Any) -> None:
    changes.touched(made_from.a_kind(sender))
