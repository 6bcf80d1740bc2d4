"""Reports of violations stay with the committee: one of its members takes a report up, who may decide answers it."""

from django.utils.translation import pgettext_lazy

from forms_flow.domain.moves import common
from forms_flow.domain.moves.move import move, table
from forms_flow.enums import State
from forms_flow.rules import Capability

_TAKE_UP = move(
    "take_up",
    {State.RECEIVED},
    State.UNDER_STUDY,
    pgettext_lazy("move", "Take up for study"),
    capability=Capability.CHECK,
    notice="looking",
)

MOVES = table(
    common.ask({State.RECEIVED, State.UNDER_STUDY}),
    common.complete(),
    _TAKE_UP,
    common.answer({State.UNDER_STUDY}, Capability.DECIDE),
    common.close({State.ANSWERED}),
    common.withdraw({State.RECEIVED, State.INCOMPLETE, State.UNDER_STUDY}),
    common.lapse(),
    common.discard(),
    common.restore(),
)
