"""Reminders to whoever works on a case, and to the head of the department when its time is over: each of them once."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from forms_flow.enums import Role
from forms_flow.records import history
from forms_flow.records.applications import Application, ApplicationQuerySet
from forms_flow.records.departments import Membership
from forms_flow.records.promised import Alert, AlertKind
from forms_flow.rules import MATRIX, Capability

#: How long before the promised time ends whoever works on the case is reminded.
SOON = timedelta(days=1)
#: What is late longer than this was escalated long ago, or came late into the system.
_LOOK_BACK = timedelta(days=14)
MOST_AT_ONCE = 500
#: The head of a department is its member with this role.
HEAD = Role.APPROVER
_WORKERS = [role for role, held in MATRIX.items() if Capability.NOTE in held]


def alert_staff() -> int:
    """Write the alerts that are due and return how many; each stands in the history of its case."""
    now = timezone.now()
    heads = cache(_heads)
    soon = _running(AlertKind.DUE_SOON, now, now + SOON)
    late = _running(AlertKind.OVERDUE, now - _LOOK_BACK, now)
    first = sum(_alert(item, AlertKind.DUE_SOON, _workers(item) or heads(item.department_id)) for item in soon)
    return first + sum(_alert(item, AlertKind.OVERDUE, heads(item.department_id)) for item in late)


def unseen(person: AbstractUser) -> Iterator[Alert]:
    """Yield what this person was alerted of, has not put away and may still see, the newest first; one query."""
    seen = Exists(Application.objects.visible_to(person).filter(pk=OuterRef("application")))
    found = Alert.objects.filter(seen, person=person, seen_at=None, application__is_open=True)
    yield from found.select_related("application").order_by("-at")[:200]


def put_away(person: AbstractUser, keys: Iterable[str]) -> int:
    """Note that the person has seen these alerts; another person's are left alone."""
    mine = Alert.objects.filter(person=person, seen_at=None, pk__in=[*keys])
    return mine.update(seen_at=timezone.now())


def _running(kind: AlertKind, start: datetime, end: datetime) -> ApplicationQuerySet:
    """Return the cases whose running time ends between the two, untold, of which nobody was alerted yet."""
    alerted = Alert.objects.filter(application=OuterRef("pk"), kind=kind, due_at=OuterRef("due_at"))
    running = Application.objects.filter(is_open=True, paused_at=None, told_at=None, practice=False)
    wanted = running.filter(~Exists(alerted), sort_due__gte=start, sort_due__lt=end)
    return wanted.select_related("assignee").order_by("sort_due")[:MOST_AT_ONCE]


def _alert(application: Application, kind: AlertKind, people: Iterable[AbstractUser]) -> int:
    rows = [Alert(application=application, person=item, kind=kind, due_at=application.due_at) for item in people]
    if not rows:
        return 0
    with transaction.atomic():
        Alert.objects.bulk_create(rows, ignore_conflicts=True)
        data = {"kind": str(kind), "people": [item.person_id for item in rows]}
        history.append(application, history.Action.ALERTED, actor=history.SYSTEM, data=data)
    return len(rows)


def _workers(application: Application) -> list[AbstractUser]:
    person = application.assignee
    sees = person and Application.objects.visible_to(person).filter(pk=application.pk).exists()
    return [person] if sees else []


def _heads(department: int) -> list[AbstractUser]:
    """Return the heads of a department; where it has none, everybody of it who works on cases."""
    members = Membership.objects.filter(user=OuterRef("pk"), department=department)
    people = get_user_model().objects.filter(Exists(members), is_active=True)
    heads = list(people.filter(groups__name=HEAD).distinct())
    return heads or list(people.filter(groups__name__in=_WORKERS).distinct())
