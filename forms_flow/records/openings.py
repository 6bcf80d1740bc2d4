"""When a form or a service takes applications, and how many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import CharField, F, Func, IntegerField, Value
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms_flow.enums import State
from forms_flow.records import kept
from forms_flow.records.applications import Application
from forms_flow.records.base import Record
from forms_flow.records.versions import flow_of
from home import changes, made_from
from home.contracts import OpeningKind, OpeningState
from home.openings import kind_on

#: Places that are free again.
GIVEN_BACK = (State.WITHDRAWN, State.LAPSED, State.DISCARDED)
#: A page that tells whether places are left is looked at again after this long, whatever was missed.
COUNT_AGAIN = timedelta(minutes=5)


class Opening(Record):
    """The days and the places of one form, or of one service whatever the form.

    It stands apart from the numbered versions: dates change while the questions do not, and journeys under way look at
    what holds today.
    """

    flow_key = models.UUIDField(null=True, unique=True)
    service_key = models.CharField(max_length=60, null=True, unique=True)  # noqa: DJ001 - one of the two names it
    opens_on = models.DateField(null=True)
    closes_on = models.DateField(null=True)  # the last day
    capacity = models.PositiveIntegerField(null=True)
    is_walk_in = models.BooleanField(default=False)
    is_closed = models.BooleanField(default=False)

    class Meta(Record.Meta):
        verbose_name = _("opening")
        verbose_name_plural = _("openings")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(flow_key=None) ^ models.Q(service_key=None), name="opening_of_one_thing"
            )
        ]

    def __str__(self) -> str:
        return str(self.flow_key or self.service_key)

    def state(self, *, day: date, taken: int) -> OpeningState:
        """Return how it stands on a day, when so many places are taken."""
        kind = kind_on(
            day,
            opens_on=self.opens_on,
            closes_on=self.closes_on,
            is_closed=self.is_closed,
            is_walk_in=self.is_walk_in,
            is_full=self.capacity is not None and taken >= self.capacity,
        )
        first = self.opens_on if kind is OpeningKind.OPENS_ON else None
        return OpeningState(kind=kind, day=first, service_key=self.service_key or "")


_COLUMNS = ("id", "flow_key", "service_key", "opens_on", "closes_on", "capacity", "is_walk_in", "is_closed")
kept.keep(Opening)


@dataclass(frozen=True, kw_only=True)
class Openings:
    """The openings of forms and services, with the places taken of those that are limited."""

    rows: dict[str, Opening]
    taken: dict[str, int]

    def state(self, flow_key: UUID | str, service_key: str = "", *, day: date) -> OpeningState:
        """Return how an application of the form for the service stands; the form's own dates come first.

        What has no row is always open.
        """
        for name in (str(flow_key), service_key):
            row = self.rows.get(name)
            found = row.state(day=day, taken=self.taken.get(name, 0)) if row else OpeningState()
            if not found.is_open:
                return found
        return OpeningState()

    def whole(self, flow_key: UUID | str, services: Iterable[str], *, day: date) -> OpeningState:
        """Return how the form as a whole stands: closed by its own days, or when every one of its services is."""
        states = [self.state(flow_key, key, day=day) for key in services] or [self.state(flow_key, day=day)]
        return next((state for state in states if state.is_open), states[0])


def openings_of(flow_key: UUID | str, services: Iterable[str]) -> Openings:
    """Return the openings of a form and its services: no query, unless places are limited; those taken are counted."""
    names = {str(flow_key), *services}
    made_from.note(*map(made_from.an_opening, names))
    return counted(row for row in _all_rows() if str(row) in names)


def all_openings() -> Openings:
    """Return the openings of everything: no query, unless places are limited."""
    made_from.note(made_from.a_kind(Opening))
    return counted(_all_rows())


def _all_rows() -> Iterator[Opening]:
    for row in kept.rows(Opening, *_COLUMNS):
        yield Opening(**dict(zip(_COLUMNS, row, strict=True)))


def applications_of(opening: Opening) -> models.QuerySet[Application]:
    """Return the applications that hold one of the places: those since the first day, or all without one."""
    found = Application.objects.filter(practice=False).exclude(state__in=GIVEN_BACK)
    if opening.opens_on:
        midnight = datetime.combine(opening.opens_on, time.min, timezone.get_default_timezone())
        found = found.filter(received_at__gte=midnight)
    own = {"service_key": opening.service_key} if opening.service_key else {"version__flow_key": opening.flow_key}
    return found.filter(**own)


def counted(found: Iterable[Opening]) -> Openings:
    """Return rows with the places taken of those that are limited: one query for all of them, or none."""
    rows = {str(row): row for row in found}
    counts = [_count(name, row) for name, row in rows.items() if row.capacity]
    if not counts:
        return Openings(rows=rows, taken={})
    made_from.until(timezone.now() + COUNT_AGAIN)
    first, *others = counts
    return Openings(rows=rows, taken=dict(first.union(*others, all=True) if others else first))


def _count(name: str, row: Opening) -> models.QuerySet[Application, tuple[str, int]]:
    # A plain COUNT over the whole: Django's own aggregate would group by the name, which is no column.
    counted = Func(F("pk"), function="COUNT", output_field=IntegerField())
    named = applications_of(row).annotate(opening=Value(name, output_field=CharField()), places=counted)
    return named.order_by().values_list("opening", "places")


@receiver((post_save, post_delete), sender=Opening, dispatch_uid="forms_flow.openings")
def _opening_changed(*, instance: Opening, **_: Any) -> None:
    changes.touched(made_from.an_opening(instance))


@receiver(post_save, sender=Application, dispatch_uid="forms_flow.places")
def _place_changed(*, instance: Application, created: bool, **_: Any) -> None:
    """Let the pages say so when the last place is taken, or one is free again."""
    if instance.practice or not (created or instance.state in GIVEN_BACK):
        return
    names = {flow_of(instance.version_id).key, instance.service_key}
    limited = [row for row in _all_rows() if row.capacity and str(row) in names]
    if limited:
        transaction.on_commit(lambda: _tell_places(limited, only_full=created))


def _tell_places(limited: list[Opening], *, only_full: bool) -> None:
    found = counted(limited)
    for name, row in found.rows.items():
        if not only_full or found.taken.get(name, 0) >= (row.capacity or 0):
            changes.touched(made_from.an_opening(name), made_from.a_kind(Opening))
