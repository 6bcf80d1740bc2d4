"""The whole table of moves, each legal and each illegal one."""

import pytest

from forms_flow.domain.errors import IllegalMoveError
from forms_flow.domain.moves import TABLE, find, from_state
from forms_flow.enums import FINAL_STATES, State, Track

pytestmark = pytest.mark.unit

LEGAL = {
    ("received", "ask", "incomplete"),
    ("received", "refer", "under_study"),
    ("received", "withdraw", "withdrawn"),
    ("incomplete", "complete", "received"),
    ("incomplete", "withdraw", "withdrawn"),
    ("incomplete", "lapse", "lapsed"),
    ("under_study", "ask", "incomplete"),
    ("under_study", "propose", "awaiting_approval"),
    ("under_study", "withdraw", "withdrawn"),
    ("awaiting_approval", "send_back", "under_study"),
    ("awaiting_approval", "approve", "approved"),
    ("awaiting_approval", "decline", "declined"),
    ("awaiting_approval", "withdraw", "withdrawn"),
    ("approved", "register", "registered"),
    ("approved", "withdraw", "withdrawn"),
    ("waiting_list", "withdraw", "withdrawn"),
    ("registered", "deliver", "delivered"),
    ("registered", "withdraw", "withdrawn"),
    ("delivered", "close", "closed"),
    ("declined", "close", "closed"),
    ("declined", "object", "reopened"),
    ("closed", "object", "reopened"),
    ("reopened", "ask", "incomplete"),
    ("reopened", "refer", "under_study"),
    ("reopened", "withdraw", "withdrawn"),
}


def test_the_table_holds_exactly_these_moves() -> None:
    """Req 68."""
    found = {
        (state.value, move.name, move.target.value) for state in State for move in from_state(Track.ASSISTANCE, state)
    }
    assert found == LEGAL


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("name", TABLE[Track.ASSISTANCE])
def test_a_move_that_is_not_in_the_table_is_refused(state: State, name: str) -> None:
    """Req 68."""
    if any(legal[:2] == (state.value, name) for legal in LEGAL):
        assert find(Track.ASSISTANCE, name, state).name == name
    else:
        with pytest.raises(IllegalMoveError):
            find(Track.ASSISTANCE, name, state)


def test_only_an_objection_leads_out_of_a_final_state() -> None:
    """And only where the case was closed after a refusal, which the verb looks at (req 62)."""
    found = {(state, move.name) for state in FINAL_STATES for move in from_state(Track.ASSISTANCE, state)}
    assert found == {(State.CLOSED, "object")}
