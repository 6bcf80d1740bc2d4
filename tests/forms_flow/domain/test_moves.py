"""The whole table of moves of every track, each legal and each illegal one."""

import pytest

from forms_flow.domain.errors import IllegalMoveError
from forms_flow.domain.moves import TABLE, find, from_state
from forms_flow.enums import FINAL_STATES, State, Track
from forms_flow.inbox.move_forms import VERBS

pytestmark = pytest.mark.unit

#: State: the moves that begin there and where each leads, written down once more by hand.
ASSISTANCE = """
received: ask>incomplete refer>under_study season_end>season_ended withdraw>withdrawn discard>discarded
incomplete: complete>received season_end>season_ended withdraw>withdrawn lapse>lapsed
under_study: ask>incomplete propose>awaiting_approval season_end>season_ended withdraw>withdrawn
awaiting_approval: send_back>under_study approve>approved decline>declined withdraw>withdrawn
approved: register>registered wait>waiting_list season_end>season_ended withdraw>withdrawn
declined: close>closed object>reopened
waiting_list: place_free>approved season_end>season_ended withdraw>withdrawn
registered: deliver>delivered no_show>no_show season_end>season_ended withdraw>withdrawn
delivered: close>closed
closed: object>reopened
reopened: ask>incomplete refer>under_study season_end>season_ended withdraw>withdrawn
discarded: restore>received
"""
VOLUNTEER = """
received: ask>incomplete review>reviewed season_end>season_ended withdraw>withdrawn discard>discarded
incomplete: complete>received season_end>season_ended withdraw>withdrawn lapse>lapsed
reviewed: ask>incomplete interview>interview accept>accepted reserve>reserve not_now>not_now
reviewed: season_end>season_ended withdraw>withdrawn
interview: ask>incomplete accept>accepted reserve>reserve not_now>not_now season_end>season_ended withdraw>withdrawn
accepted: close>closed
reserve: accept>accepted not_now>not_now season_end>season_ended withdraw>withdrawn
not_now: close>closed
discarded: restore>received
"""
INQUIRY = """
received: ask>incomplete answer>answered explain>answered refer>under_study turn>closed withdraw>withdrawn
received: discard>discarded
incomplete: complete>received withdraw>withdrawn lapse>lapsed
under_study: ask>incomplete answer>answered explain>answered turn>closed withdraw>withdrawn
answered: unclear>under_study turn>closed close>closed
discarded: restore>received
"""
COMPLAINT = """
received: ask>incomplete refer>under_study answer>answered withdraw>withdrawn discard>discarded
incomplete: complete>received withdraw>withdrawn lapse>lapsed
under_study: ask>incomplete answer>answered withdraw>withdrawn
answered: close>closed
discarded: restore>received
"""
WHISTLE_BLOWING = """
received: ask>incomplete take_up>under_study withdraw>withdrawn discard>discarded
incomplete: complete>received withdraw>withdrawn lapse>lapsed
under_study: ask>incomplete answer>answered withdraw>withdrawn
answered: close>closed
discarded: restore>received
"""
SATISFACTION = """
received: close>closed withdraw>withdrawn discard>discarded
discarded: restore>received
"""
WRITTEN = {
    Track.ASSISTANCE: ASSISTANCE,
    Track.VOLUNTEER: VOLUNTEER,
    Track.INQUIRY: INQUIRY,
    Track.COMPLAINT: COMPLAINT,
    Track.PRIVACY: COMPLAINT,
    Track.WHISTLE_BLOWING: WHISTLE_BLOWING,
    Track.SATISFACTION: SATISFACTION,
}
NAMES = sorted({name for moves in TABLE.values() for name in moves})


def legal(track: Track) -> set[tuple[str, str, str]]:
    lines = (line.partition(": ") for line in WRITTEN[track].strip().splitlines())
    return {(state, *move.split(">")) for state, _, moves in lines for move in moves.split()}  # type: ignore[misc]


@pytest.mark.parametrize("track", Track)
def test_the_table_of_a_track_holds_exactly_these_moves(track: Track) -> None:
    """Req 68."""
    found = {(state.value, move.name, move.target.value) for state in State for move in from_state(track, state)}
    assert found == legal(track)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("track", Track)
def test_a_move_that_is_not_in_the_table_is_refused(track: Track, state: State) -> None:
    """Every track, state and name of a move, also those of other tracks (req 68)."""
    allowed = {name for source, name, _target in legal(track) if source == state.value}
    refused = set()
    for name in NAMES:
        try:
            assert find(track, name, state).name == name
        except IllegalMoveError:
            refused.add(name)
    assert refused == set(NAMES) - allowed


def test_only_an_objection_and_the_end_of_a_mistake_lead_out_of_a_final_state() -> None:
    """An objection where the case was closed after a refusal (req 62), and spam that was none."""
    found = {(state, move.name) for track in Track for state in FINAL_STATES for move in from_state(track, state)}
    assert found == {(State.CLOSED, "object"), (State.DISCARDED, "restore")}


def test_every_state_of_a_track_can_be_reached_and_left() -> None:
    for track in Track:
        reached = {move.target for move in TABLE[track].values()} | {State.RECEIVED}
        left = {source for move in TABLE[track].values() for source in move.sources}
        assert (left - reached, reached - left - FINAL_STATES) == (set(), set()), track


def test_every_move_of_the_staff_has_its_verb_and_no_other_has() -> None:
    staff = {name for moves in TABLE.values() for name, move in moves.items() if move.capability}
    assert staff == set(VERBS)
