"""The history of a case in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from forms_flow.definition import Flow, say
from forms_flow.domain.moves import TABLE
from forms_flow.enums import DeclarationMode, MessageKind, State, Track
from forms_flow.inbox.wording import REVEAL_REASONS
from forms_flow.notices.words import notice_words
from forms_flow.records import history
from forms_flow.records.history import Action, Event

#: How an actor of the staff begins in the history.
STAFF = "staff:"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One event: when, who, what, and what more there is to say."""

    at: datetime
    actor: str
    title: str
    detail: str


def staff_ids(events: Iterable[Event]) -> set[int]:
    """Return the people of the staff whom the events name."""
    actors = {int(event.actor.removeprefix(STAFF)) for event in events if event.actor.startswith(STAFF)}
    return actors | {event.data["assignee"] for event in events if event.data.get("assignee")}


def entries(events: Iterable[Event], *, flow: Flow, language: str, names: Mapping[int, str]) -> list[Entry]:
    """Return the events in words; `names` are those of the staff."""
    return [
        Entry(
            at=event.at,
            actor=_actor(event.actor, names),
            title=_title(event, flow),
            detail=_detail(event, flow, language, names),
        )
        for event in events
    ]


def _actor(actor: str, names: Mapping[int, str]) -> str:
    if actor == history.APPLICANT:
        return _("The applicant")
    if actor == history.SYSTEM:
        return _("The system")
    return names.get(int(actor.removeprefix(STAFF)), _("Somebody who has left"))


def _title(event: Event, flow: Flow) -> str:
    move = TABLE[Track(flow.track)].get(event.data.get("move", "")) if event.action == Action.MOVED else None
    return str(move.label) if move else str(event.get_action_display())


def _detail(event: Event, flow: Flow, language: str, names: Mapping[int, str]) -> str:
    """Return what more there is to say; the questions that an event names are said by their labels."""
    data = event.data
    said = ""
    match event.action:
        case Action.MOVED:
            said = str(State(event.to_state).label)
        case Action.ASSIGNED:
            said = _assignee(data.get("assignee"), names)
        case Action.FILE_OPENED | Action.CONTACT_CORRECTED:
            keys = data.get("questions", [data.get("question", "")])
            said = " · ".join(_label(flow, key, language) for key in keys)
        case Action.REVEALED:
            why = str(REVEAL_REASONS.get(data.get("reason", ""), ""))
            said = " · ".join(filter(None, (_label(flow, data.get("question", ""), language), why)))
        case Action.MESSAGED | Action.CALLED:
            said = str(MessageKind(data["kind"]).label)
        case Action.DECLARED:
            said = str(DeclarationMode(data["mode"]).label)
        case Action.NOTICE_SENT | Action.NOTICE_FAILED:
            said = notice_words(data.get("template", ""))
    return said


def _assignee(assignee: int | None, names: Mapping[int, str]) -> str:
    return names.get(assignee, _("Somebody who has left")) if assignee else pgettext("assignee", "Nobody")


def _label(flow: Flow, key: str, language: str) -> str:
    question = flow.question(key)
    return say(question.label, language) if question else ""
