"""The history of a case in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from forms_flow.definition import Flow
from forms_flow.domain.moves import TABLE
from forms_flow.enums import Track
from forms_flow.inbox.event_details import Setting, detail
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
    alerted = {person for event in events for person in event.data.get("people", ())}
    return actors | alerted | {event.data["assignee"] for event in events if event.data.get("assignee")}


def entries(events: Iterable[Event], *, flow: Flow, language: str, names: Mapping[int, str]) -> list[Entry]:
    """Return the events in words; `names` are those of the staff."""
    return [
        Entry(
            at=event.at,
            actor=_actor(event.actor, names),
            title=_title(event, flow),
            detail=detail(event, Setting(flow, language, names)),
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
