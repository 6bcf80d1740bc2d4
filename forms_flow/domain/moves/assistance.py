"""Assistance: received, checked, studied, decided, registered, delivered."""

from django.utils.translation import pgettext_lazy

from forms_flow.domain.moves import common
from forms_flow.domain.moves.move import Clock, move, table
from forms_flow.enums import State
from forms_flow.rules import Capability

_OPEN = {
    State.RECEIVED,
    State.INCOMPLETE,
    State.UNDER_STUDY,
    State.AWAITING_APPROVAL,
    State.APPROVED,
    State.WAITING_LIST,
    State.REGISTERED,
    State.REOPENED,
}

_PROPOSE = move(
    "propose",
    {State.UNDER_STUDY},
    State.AWAITING_APPROVAL,
    pgettext_lazy("move", "Propose a decision"),
    capability=Capability.PROPOSE,
    inputs=("outcome", "study"),
)
_SEND_BACK = move(
    "send_back",
    {State.AWAITING_APPROVAL},
    State.UNDER_STUDY,
    pgettext_lazy("move", "Send back for study"),
    capability=Capability.DECIDE,
    inputs=("note",),
)
_APPROVE = move(
    "approve",
    {State.AWAITING_APPROVAL},
    State.APPROVED,
    pgettext_lazy("move", "Approve"),
    capability=Capability.DECIDE,
    clock=Clock.STOP,
    notice="approved",
    decides=True,
)
_DECLINE = move(
    "decline",
    {State.AWAITING_APPROVAL},
    State.DECLINED,
    pgettext_lazy("move", "Do not approve"),
    capability=Capability.DECIDE,
    clock=Clock.STOP,
    notice="declined",
    inputs=("why", "reason"),
    decides=True,
)
_REGISTER = move(
    "register",
    {State.APPROVED},
    State.REGISTERED,
    pgettext_lazy("move", "Complete the registration"),
    capability=Capability.REGISTER,
    notice="registered",
)
_WAIT = move(
    "wait",
    {State.APPROVED},
    State.WAITING_LIST,
    pgettext_lazy("move", "Put on the waiting list"),
    capability=Capability.REGISTER,
    notice="waiting_list",
)
_PLACE_FREE = move(
    "place_free",
    {State.WAITING_LIST},
    State.APPROVED,
    pgettext_lazy("move", "A place is free: take off the waiting list"),
    capability=Capability.REGISTER,
    notice="place_free",
)
_DELIVER = move(
    "deliver",
    {State.REGISTERED},
    State.DELIVERED,
    pgettext_lazy("move", "Record the delivery"),
    capability=Capability.DELIVER,
    notice="delivered",
)
_NO_SHOW = move(
    "no_show",
    {State.REGISTERED},
    State.NO_SHOW,
    pgettext_lazy("move", "Close: the applicant did not come"),
    capability=Capability.DELIVER,
    notice="no_show",
)
_OBJECT = move(
    "object",
    {State.DECLINED, State.CLOSED},
    State.REOPENED,
    pgettext_lazy("move", "Objection by the applicant"),
    notice="objection",
)

MOVES = table(
    common.ask({State.RECEIVED, State.UNDER_STUDY, State.REOPENED}),
    common.complete(),
    common.refer({State.RECEIVED, State.REOPENED}, "under_study"),
    _PROPOSE,
    _SEND_BACK,
    _APPROVE,
    _DECLINE,
    _REGISTER,
    _WAIT,
    _PLACE_FREE,
    _DELIVER,
    _NO_SHOW,
    common.close({State.DELIVERED, State.DECLINED}),
    common.season_ends(_OPEN - {State.AWAITING_APPROVAL}),
    _OBJECT,
    common.withdraw(_OPEN),
    common.lapse(),
    common.discard(),
    common.restore(),
)
