"""What an answer is made from, noted while it is made, so that a change later empties just the answers it touches.

Names are plain words that may stand in a file's name. Outside the page cache nobody listens, and noting costs nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils import timezone


@dataclass
class Made:
    """What is known of one answer; `query` is None until somebody says that it may be kept."""

    names: set[str] = field(default_factory=set)
    until: datetime | None = None
    query: str | None = None


_listening: ContextVar[Made | None] = ContextVar("made_from", default=None)


@contextmanager
def listening() -> Iterator[Made]:
    """Gather what is noted inside."""
    token = _listening.set(Made())
    try:
        made = _listening.get()
        assert made is not None  # noqa: S101 - set above; for the type checker
        yield made
    finally:
        _listening.reset(token)


def storable() -> None:
    """Say that the answer is the same for everybody who asks at this address without a query."""
    if made := _listening.get():
        made.query = ""


def understood(query: str) -> None:
    """Say which query the answer is for, as our own links write it: anything else in an address is not kept."""
    made = _listening.get()
    if made and made.query is not None:
        made.query = query


def note(*names: str) -> None:
    """Say what the answer shows."""
    if made := _listening.get():
        made.names.update(names)


def until(moment: datetime) -> None:
    """Say that the answer may be another from a moment on."""
    made = _listening.get()
    if made and (made.until is None or moment < made.until):
        made.until = moment


def until_midnight() -> None:
    """Say that the answer depends on the day in Riyadh."""
    if _listening.get():
        tomorrow = timezone.localdate() + timedelta(days=1)
        until(datetime.combine(tomorrow, time.min, timezone.get_default_timezone()))


def a_page(translation_key: UUID) -> str:
    """Return the name of a page, in whatever language: the languages of a page name each other."""
    return f"page-{translation_key.hex}"


def a_kind(model: type[Model]) -> str:
    """Return the name of a listing of all pages of a class."""
    return f"kind-{model._meta.label_lower}"  # noqa: SLF001 - Django's documented API


def a_service(key: str) -> str:
    """Return the name of what a service page tells the forms."""
    return f"service-{key}"


def a_form_of(service_key: str) -> str:
    """Return the name of the answer to "which form serves this service?"."""
    return f"form-of-{service_key}"


def an_opening(key: Any) -> str:
    """Return the name of the days and places of a form or a service."""
    return f"opening-{key}"


OPENINGS = "openings"
