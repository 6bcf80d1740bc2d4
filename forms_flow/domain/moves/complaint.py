"""Complaints: referred, looked into, answered. Times and escalation have their place here when they come."""

from forms_flow.domain.moves import common
from forms_flow.domain.moves.move import table
from forms_flow.enums import State

_TO_ANSWER = {State.RECEIVED, State.UNDER_STUDY}

MOVES = table(
    common.ask(_TO_ANSWER),
    common.complete(),
    common.refer({State.RECEIVED}),
    common.answer(_TO_ANSWER),
    common.close({State.ANSWERED}),
    common.withdraw({*_TO_ANSWER, State.INCOMPLETE}),
    common.lapse(),
    common.discard(),
    common.restore(),
)
