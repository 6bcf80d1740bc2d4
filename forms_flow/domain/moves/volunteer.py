"""Volunteering: reviewed, interviewed, then accepted, in reserve, or not now. The volunteer coordinator decides."""

from django.utils.translation import pgettext_lazy

from forms_flow.domain.moves import common
from forms_flow.domain.moves.move import Clock, move, table
from forms_flow.enums import State
from forms_flow.rules import Capability

#: Where a decision may be taken: after the review, with an interview or without.
_KNOWN = {State.REVIEWED, State.INTERVIEW}
_OPEN = _KNOWN | {State.RECEIVED, State.INCOMPLETE, State.RESERVE}

_REVIEW = move(
    "review",
    {State.RECEIVED},
    State.REVIEWED,
    pgettext_lazy("move", "Complete: reviewed"),
    capability=Capability.VOLUNTEERS,
    notice="looking",
)
_INTERVIEW = move(
    "interview",
    {State.REVIEWED},
    State.INTERVIEW,
    pgettext_lazy("move", "Invite to an interview"),
    capability=Capability.VOLUNTEERS,
    notice="interview",
    inputs=("invitation",),
)
_ACCEPT = move(
    "accept",
    _KNOWN | {State.RESERVE},
    State.ACCEPTED,
    pgettext_lazy("move", "Accept the volunteer"),
    capability=Capability.VOLUNTEERS,
    clock=Clock.STOP,
    notice="accepted",
    decides=True,
)
_RESERVE = move(
    "reserve",
    _KNOWN,
    State.RESERVE,
    pgettext_lazy("move", "Put on the reserve list"),
    capability=Capability.VOLUNTEERS,
    clock=Clock.PAUSE,
    notice="reserve",
    decides=True,
)
_NOT_NOW = move(
    "not_now",
    _KNOWN | {State.RESERVE},
    State.NOT_NOW,
    pgettext_lazy("move", "Not now"),
    capability=Capability.VOLUNTEERS,
    clock=Clock.STOP,
    notice="not_now",
    inputs=("why", "reason"),
    decides=True,
)

MOVES = table(
    common.ask({State.RECEIVED, State.REVIEWED, State.INTERVIEW}),
    common.complete(),
    _REVIEW,
    _INTERVIEW,
    _ACCEPT,
    _RESERVE,
    _NOT_NOW,
    common.close({State.ACCEPTED, State.NOT_NOW}, Capability.VOLUNTEERS),
    common.season_ends(_OPEN, Capability.VOLUNTEERS),
    common.withdraw(_OPEN),
    common.lapse(),
    common.discard(),
    common.restore(),
)
