"""Paging by the last row seen, so that the thousandth page costs what the first one does.

A cursor is the row's own place in the order (a time and an id). It is checked and never trusted to widen anything: the
rows come from the same filtered query set as the first page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self
from uuid import UUID

from django.db.models import Q, QuerySet

from forms_flow.records.applications import Application

SIZE = 50
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CURSOR = re.compile(r"([0-9]{1,17})\.([0-9a-f]{32})")


@dataclass(frozen=True)
class Order:
    """The column that rows are listed by, with the id after it."""

    column: str
    descending: bool = False


BY_DUE = Order("sort_due")
BY_ARRIVAL = Order("received_at", descending=True)


@dataclass(frozen=True)
class Cursor:
    """A place between two rows."""

    moment: datetime
    row: UUID

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the cursor, or None when the text is none: the list then begins at its beginning."""
        match = _CURSOR.fullmatch(text)
        if match is None:
            return None
        return cls(_EPOCH + timedelta(microseconds=int(match[1])), UUID(match[2]))

    @classmethod
    def of(cls, row: Application, order: Order) -> Self:
        """Return the place of a row."""
        return cls(getattr(row, order.column), row.pk)

    def __str__(self) -> str:
        microseconds = (self.moment - _EPOCH) // timedelta(microseconds=1)
        return f"{microseconds}.{self.row.hex}"


@dataclass(frozen=True, kw_only=True)
class Page:
    """Some rows, and the cursors of the pages beside them; None where there is nothing more."""

    rows: Sequence[Application]
    before: Cursor | None
    after: Cursor | None


def page(
    rows: QuerySet[Application],
    *,
    order: Order,
    after: Cursor | None = None,
    before: Cursor | None = None,
    size: int = SIZE,
) -> Page:
    """Return the page after or before a cursor, else the first one; one query."""
    if before:
        found = _slice(rows, order, before, size, backwards=True)
        if len(found) <= size:  # the beginning is reached: show it from the first row on
            return page(rows, order=order, size=size)
        return Page(rows=found[1:], before=Cursor.of(found[1], order), after=Cursor.of(found[-1], order))
    found = _slice(rows, order, after, size, backwards=False)
    shown = found[:size]
    return Page(
        rows=shown,
        before=Cursor.of(shown[0], order) if shown and after else None,
        after=Cursor.of(shown[-1], order) if len(found) > size else None,
    )


def _slice(
    rows: QuerySet[Application], order: Order, cursor: Cursor | None, size: int, *, backwards: bool
) -> list[Application]:
    """Return up to `size` rows and one more, in the order of the list."""
    descending = order.descending != backwards
    if cursor:
        rows = rows.filter(_beyond(order.column, cursor, descending=descending))
    sign = "-" if descending else ""
    found = list(rows.order_by(f"{sign}{order.column}", f"{sign}id")[: size + 1])
    return found[::-1] if backwards else found


def _beyond(column: str, cursor: Cursor, *, descending: bool) -> Q:
    """Return the rows past the cursor. The first comparison alone lets the database walk its index from there."""
    side = "lt" if descending else "gt"
    within = Q(**{f"{column}__{side}e": cursor.moment})
    past = Q(**{f"{column}__{side}": cursor.moment}) | Q(**{f"id__{side}": cursor.row})
    return within & past
