"""The tables of moves: the whole life of an application of each track, on one page each.

A move is allowed when the application stands in one of its `sources` and the actor holds its `capability`; a move
without a capability is the applicant's or the system's own.
"""

from forms_flow.domain.errors import IllegalMoveError
from forms_flow.domain.moves import (
    assistance,
    complaint,
    inquiry,
    privacy,
    satisfaction,
    volunteer,
    whistle_blowing,
)
from forms_flow.domain.moves.move import Clock, Move
from forms_flow.enums import Track

__all__ = ["TABLE", "Clock", "Move", "find", "from_state"]

#: Track -> name -> move.
TABLE: dict[Track, dict[str, Move]] = {
    Track.ASSISTANCE: assistance.MOVES,
    Track.VOLUNTEER: volunteer.MOVES,
    Track.INQUIRY: inquiry.MOVES,
    Track.COMPLAINT: complaint.MOVES,
    Track.PRIVACY: privacy.MOVES,
    Track.WHISTLE_BLOWING: whistle_blowing.MOVES,
    Track.SATISFACTION: satisfaction.MOVES,
}


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
