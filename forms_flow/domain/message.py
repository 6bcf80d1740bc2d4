"""What passes between the applicant and the staff besides moves: messages, and calls that are written down."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from forms_flow.domain.errors import IllegalMoveError, MissingInputError, NotAllowedError
from forms_flow.enums import CALLS, MessageKind
from forms_flow.notices import outbox
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.casework import Message
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability

LONGEST = 2000
#: What the applicant wrote and somebody has to read.
FROM_APPLICANT = (MessageKind.FROM_APPLICANT, MessageKind.OBJECTION)


def write(*, application: Application, text: str) -> Message:
    """Keep what the applicant writes while the case is open. Raises IllegalMoveError when it has ended."""
    with transaction.atomic():
        row = _locked(application)
        if not row.is_open:
            message = "The case has ended."
            raise IllegalMoveError(message)
        return _keep(row, MessageKind.FROM_APPLICANT, text, actor=history.APPLICANT)


def reply(*, application: Application, actor: Person, text: str) -> Message:
    """Write to the applicant, who is told that there is a message and reads it on the tracking page."""
    _require(application, actor)
    with transaction.atomic():
        row = _locked(application)
        message = _keep(row, MessageKind.TO_APPLICANT, text, actor=actor)
        outbox.queue(row, "message")
    return message


def write_to(row: Application, actor: Person, text: str) -> Message:
    """Store what a move tells the applicant, and its event, for verbs that have checked the actor and queue a notice.

    Raises MissingInputError when it is empty.
    """
    return _keep(row, MessageKind.TO_APPLICANT, text, actor=actor)


def log_call(
    *, application: Application, actor: Person, kind: MessageKind | None, text: str, told: bool = False
) -> Message:
    """Write down a telephone call. `told`: the applicant was reached and heard the result, which counts as told."""
    _require(application, actor)
    if kind is None or kind not in CALLS:
        raise MissingInputError("kind")
    with transaction.atomic():
        row = _locked(application)
        told = told and kind == MessageKind.CALL_REACHED and row.decided_at is not None
        message = Message.objects.create(application=row, kind=kind, author_id=actor.pk, text=text.strip()[:LONGEST])
        history.append(row, history.Action.CALLED, actor=actor, data={"kind": str(kind), "told": told})
        if told:
            Application.objects.filter(pk=row.pk, told_at=None).update(told_at=timezone.now())
    return message


def mark_read(messages: Iterable[Message], *kinds: MessageKind) -> None:
    """Note that the other side has read its messages, those of `kinds`; one query, and none when nothing is new."""
    fresh = [item.pk for item in messages if item.kind in kinds and item.read_at is None]
    if fresh:
        Message.objects.filter(pk__in=fresh, read_at=None).update(read_at=timezone.now())


def _keep(row: Application, kind: MessageKind, text: str, *, actor: Person | str) -> Message:
    if not text.strip():
        raise MissingInputError("text")
    author = None if isinstance(actor, str) else actor.pk
    message = Message.objects.create(application=row, kind=kind, author_id=author, text=text.strip()[:LONGEST])
    history.append(row, history.Action.MESSAGED, actor=actor, data={"kind": str(kind)})
    return message


def _locked(application: Application) -> Application:
    return Application.objects.select_for_update(of=("self",)).get(pk=application.pk)


def _require(application: Application, actor: Person) -> None:
    visible = Application.objects.visible_to(actor).filter(pk=application.pk)
    if not can(actor, Capability.CHECK) or not visible.exists():
        raise NotAllowedError
