"""The one door through which an application changes state."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from forms_flow import rules
from forms_flow.domain import clock
from forms_flow.domain.errors import ConflictError, NotAllowedError
from forms_flow.domain.moves import Clock, Move, find, from_state
from forms_flow.enums import FINAL_STATES
from forms_flow.notices import outbox
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.calendar import closed_days
from forms_flow.records.staff import Person, can


@contextmanager
def locked(application: Application, *, row_version: int) -> Iterator[Application]:
    """Give the application's row, locked and as the actor saw it; save it with the next row version at the end.

    Raises ConflictError when somebody changed it since.
    """
    with transaction.atomic():
        row = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
        if row.row_version != row_version:
            raise ConflictError
        yield row
        row.row_version += 1
        row.save()


@contextmanager
def moving(name: str, *, application: Application, actor: Person | str, row_version: int) -> Iterator[Application]:
    """Make the move `name`: the block fills the columns that are the verb's own, all the rest follows the table.

    Raises ConflictError, IllegalMoveError or NotAllowedError before the block runs; an error inside it undoes all.
    """
    with locked(application, row_version=row_version) as row:
        move = find(row.track, name, row.state)
        require(move, row, actor)
        before = row.state
        yield row
        row.state = move.target
        row.is_open = move.target not in FINAL_STATES
        turn(move.clock, row)
        history.append(
            row, history.Action.MOVED, actor=actor, from_state=before, to_state=move.target, data={"move": move.name}
        )
        if move.notice:
            outbox.queue(row, move.notice)


def available(application: Application, person: Person) -> list[Move]:
    """Return the moves that this person may make now, in the order of the table."""
    return [
        move
        for move in from_state(application.track, application.state)
        if move.capability and can(person, move.capability) and not _own_decision(move, application, person)
    ]


def require(move: Move, application: Application, actor: Person | str) -> None:
    """Raise NotAllowedError unless the actor may make the move on this very application."""
    if isinstance(actor, str):
        if move.capability is not None:
            raise NotAllowedError
        return
    visible = Application.objects.visible_to(actor).filter(pk=application.pk)
    if move.capability is None or not can(actor, move.capability) or not visible.exists():
        raise NotAllowedError
    if _own_decision(move, application, actor):
        raise NotAllowedError


def turn(effect: Clock, row: Application) -> None:
    """Let the promised time pause, go on or end."""
    now = timezone.now()
    if effect is Clock.PAUSE and row.paused_at is None:
        row.paused_at = now
    elif effect in {Clock.RESUME, Clock.STOP} and row.paused_at is not None:
        if effect is Clock.RESUME:
            holidays = closed_days(*clock.horizon(row.due_at, clock.DEFAULT_PROMISE))
            row.due_at = row.sort_due = clock.resumed(row.due_at, row.paused_at, now, holidays)
        row.paused_at = None


def _own_decision(move: Move, application: Application, person: Person) -> bool:
    if move.capability is not rules.Capability.DECIDE or move.name == "send_back":
        return False
    decisions = list(application.decisions.all())
    proposal = next((item for item in reversed(decisions) if item.decided_at is None), None)
    return not rules.may_decide(
        entered_by=application.entered_by_id,
        proposed_by=proposal.proposed_by_id if proposal else None,
        decided_before=[item.decided_by_id for item in decisions if item.outcome],
        person=person.pk,
        two_people=application.flow.two_people,
    )
