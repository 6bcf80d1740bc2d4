"""Inquiries: answered in writing or explained on the spot; what is still unclear is referred (policy, step 3)."""

from django.utils.translation import pgettext_lazy

from forms_flow.domain.moves import common
from forms_flow.domain.moves.move import Clock, move, table
from forms_flow.enums import State
from forms_flow.rules import Capability

_TO_ANSWER = {State.RECEIVED, State.UNDER_STUDY}

_EXPLAIN = move(
    "explain",
    _TO_ANSWER,
    State.ANSWERED,
    pgettext_lazy("move", "Explained in person or by telephone"),
    capability=Capability.CHECK,
    clock=Clock.STOP,
    inputs=("explained",),
    decides=True,
)
_UNCLEAR = move(
    "unclear",
    {State.ANSWERED},
    State.UNDER_STUDY,
    pgettext_lazy("move", "Still unclear: refer"),
    capability=Capability.REFER,
    notice="looking",
    inputs=("department",),
)
#: Made by the system when the application that the staff entered from the inquiry is sent.
_TURN = move(
    "turn",
    {State.RECEIVED, State.UNDER_STUDY, State.ANSWERED},
    State.CLOSED,
    pgettext_lazy("move", "Turned into an application"),
    clock=Clock.STOP,
)

MOVES = table(
    common.ask(_TO_ANSWER),
    common.complete(),
    common.answer(_TO_ANSWER),
    _EXPLAIN,
    common.refer({State.RECEIVED}),
    _UNCLEAR,
    _TURN,
    common.close({State.ANSWERED}),
    common.withdraw({*_TO_ANSWER, State.INCOMPLETE}),
    common.lapse(),
    common.discard(),
    common.restore(),
)
