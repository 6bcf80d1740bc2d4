"""Answers to a survey are read and closed."""

from forms_flow.domain.moves import common
from forms_flow.domain.moves.move import table
from forms_flow.enums import State

MOVES = table(
    common.close({State.RECEIVED}),
    common.withdraw({State.RECEIVED}),
    common.discard(),
    common.restore(),
)
