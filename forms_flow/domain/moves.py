"""The table of moves: the whole life of an application on one page.

A move is allowed when the application stands in one of its `sources` and the actor holds its `capability`; a move
without a capability is the applicant's or the system's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from django.utils.functional import Promise as Lazy
from django.utils.translation import pgettext_lazy

from forms_flow.domain.errors import IllegalMoveError
from forms_flow.enums import FINAL_STATES, State, Track
from forms_flow.rules import Capability


class Clock(Enum):
    """What a move does to the promised time."""

    KEEP = auto()
    PAUSE = auto()
    RESUME = auto()
    STOP = auto()


@dataclass(frozen=True, kw_only=True)
class Move:
    """One way from a state to another. `notice` names the message that goes to the applicant."""

    name: str
    sources: frozenset[State]
    target: State
    label: str | Lazy
    capability: Capability | None = None
    clock: Clock = Clock.KEEP
    notice: str = ""
    inputs: tuple[str, ...] = ()


def _move(name: str, sources: Iterable[State], target: State, label: Lazy, **rest: object) -> Move:
    return Move(name=name, sources=frozenset(sources), target=target, label=label, **rest)  # type: ignore[arg-type]


_ASSISTANCE = (
    _move(
        "ask",
        {State.RECEIVED, State.UNDER_STUDY, State.REOPENED},
        State.INCOMPLETE,
        pgettext_lazy("move", "Ask the applicant to complete"),
        capability=Capability.CHECK,
        clock=Clock.PAUSE,
        notice="incomplete",
        inputs=("documents", "message", "days"),
    ),
    _move(
        "complete",
        {State.INCOMPLETE},
        State.RECEIVED,
        pgettext_lazy("move", "Completed by the applicant"),
        clock=Clock.RESUME,
        notice="completed",
    ),
    _move(
        "refer",
        {State.RECEIVED, State.REOPENED},
        State.UNDER_STUDY,
        pgettext_lazy("move", "Complete: refer for study"),
        capability=Capability.REFER,
        notice="under_study",
        inputs=("department",),
    ),
    _move(
        "propose",
        {State.UNDER_STUDY},
        State.AWAITING_APPROVAL,
        pgettext_lazy("move", "Propose a decision"),
        capability=Capability.PROPOSE,
        inputs=("outcome", "study"),
    ),
    _move(
        "send_back",
        {State.AWAITING_APPROVAL},
        State.UNDER_STUDY,
        pgettext_lazy("move", "Send back for study"),
        capability=Capability.DECIDE,
        inputs=("note",),
    ),
    _move(
        "approve",
        {State.AWAITING_APPROVAL},
        State.APPROVED,
        pgettext_lazy("move", "Approve"),
        capability=Capability.DECIDE,
        clock=Clock.STOP,
        notice="approved",
    ),
    _move(
        "decline",
        {State.AWAITING_APPROVAL},
        State.DECLINED,
        pgettext_lazy("move", "Do not approve"),
        capability=Capability.DECIDE,
        clock=Clock.STOP,
        notice="declined",
        inputs=("reason",),
    ),
    _move(
        "register",
        {State.APPROVED},
        State.REGISTERED,
        pgettext_lazy("move", "Complete the registration"),
        capability=Capability.REGISTER,
        notice="registered",
    ),
    _move(
        "deliver",
        {State.REGISTERED},
        State.DELIVERED,
        pgettext_lazy("move", "Record the delivery"),
        capability=Capability.DELIVER,
        notice="delivered",
    ),
    _move(
        "close",
        {State.DELIVERED, State.DECLINED},
        State.CLOSED,
        pgettext_lazy("move", "Close"),
        capability=Capability.CLOSE,
    ),
    _move(
        "object",
        {State.DECLINED, State.CLOSED},
        State.REOPENED,
        pgettext_lazy("move", "Objection by the applicant"),
        notice="objection",
    ),
    _move(
        "withdraw",
        set(State) - FINAL_STATES - {State.DELIVERED, State.DECLINED},
        State.WITHDRAWN,
        pgettext_lazy("move", "Withdrawn by the applicant"),
        clock=Clock.STOP,
        notice="withdrawn",
    ),
    _move(
        "lapse",
        {State.INCOMPLETE},
        State.LAPSED,
        pgettext_lazy("move", "Lapsed"),
        clock=Clock.STOP,
        notice="lapsed",
    ),
)

#: Track -> name -> move. Tracks whose own table has not been written yet follow the assistance track.
TABLE: dict[Track, dict[str, Move]] = {track: {move.name: move for move in _ASSISTANCE} for track in Track}


def find(track: str, name: str, state: str) -> Move:
    """Return the move. Raises IllegalMoveError when it does not begin in `state`."""
    move = TABLE[Track(track)].get(name)
    if move is None or state not in move.sources:
        message = f"{name} does not begin in {state}"
        raise IllegalMoveError(message)
    return move


def from_state(track: str, state: str) -> list[Move]:
    """Return every move that begins in `state`, in the order of the table."""
    return [move for move in TABLE[Track(track)].values() if state in move.sources]
