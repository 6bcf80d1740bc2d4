"""The one door through which an application changes state."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from forms_flow import rules
from forms_flow.domain import office
from forms_flow.domain.errors import ConflictError, IllegalMoveError, NotAllowedError
from forms_flow.domain.moves import TABLE, Clock, Move, find, from_state
from forms_flow.domain.moves.common import RECOVERABLE
from forms_flow.enums import FINAL_STATES, State, Track
from forms_flow.notices import outbox
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.casework import Decision
from forms_flow.records.relations import Relation
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
    if stands_apart(application, person):
        return []
    return [
        move
        for move in from_state(application.track, application.state)
        if move.capability
        and can(person, move.capability)
        and not _own_decision(move, application, person)
        and not _too_late(move, application)
    ]


def require(move: Move, application: Application, actor: Person | str) -> None:
    """Raise NotAllowedError unless the actor may make the move on this very application, IllegalMoveError when late."""
    if isinstance(actor, str):
        if move.capability is not None:
            raise NotAllowedError
        return
    visible = Application.objects.visible_to(actor).filter(pk=application.pk)
    if move.capability is None or not can(actor, move.capability) or not visible.exists():
        raise NotAllowedError
    if stands_apart(application, actor) or _own_decision(move, application, actor):
        raise NotAllowedError
    if _too_late(move, application):
        message = "The time for it is over."
        raise IllegalMoveError(message)


def stands_apart(application: Application, person: Person) -> bool:
    """Tell whether the person declared a relation to the applicant: others handle the case (req 74).

    Read once for each object; a view that asked already has put the answer there (`StaffView.case`).
    """
    known: dict[int, bool] = application.__dict__.setdefault("_apart", {})
    if person.pk not in known:
        known[person.pk] = Relation.objects.filter(application=application.pk, person=person.pk).exists()
    return known[person.pk]


def turn(effect: Clock, row: Application) -> None:
    """Let the promised time pause, go on or end."""
    now = timezone.now()
    if effect is Clock.PAUSE and row.paused_at is None:
        row.paused_at = now
    elif effect in {Clock.RESUME, Clock.STOP} and row.paused_at is not None:
        if effect is Clock.RESUME:
            row.due_at = row.sort_due = office.resumed(row.due_at, row.paused_at)
        row.paused_at = None


def _own_decision(move: Move, application: Application, person: Person) -> bool:
    if not move.decides:
        return False
    decisions = list(application.decisions.all())
    return not rules.may_decide(
        entered_by=application.entered_by_id,
        proposed_by=_proposed_by(application, decisions),
        decided_before=[item.decided_by_id for item in decisions if item.outcome],
        person=person.pk,
        two_people=application.flow.two_people,
    )


def _proposed_by(application: Application, decisions: Sequence[Decision]) -> int | None:
    """Return who proposed. Where a track has no proposals, the step before the decision counts as one."""
    if "propose" in TABLE[Track(application.track)]:
        proposal = next((item for item in reversed(decisions) if item.decided_at is None), None)
        return proposal.proposed_by_id if proposal else None
    if not application.flow.two_people:
        return None
    moved = history.Event.objects.filter(application_id=application.pk, action=history.Action.MOVED)
    last = moved.order_by("-seq").first()
    return history.staff_id(last.actor) if last else None


def _too_late(move: Move, application: Application) -> bool:
    """Tell whether what was discarded has been so for too long to come back."""
    if State.DISCARDED not in move.sources or application.state != State.DISCARDED:
        return False
    events = history.Event.objects.filter(application_id=application.pk, to_state=State.DISCARDED)
    last = events.order_by("-seq").first()
    return last is not None and timezone.now() - last.at > RECOVERABLE
