"""The moves in docs/architecture.md are those of the tables, one for each track."""

import pytest

from forms_flow.domain.moves import TABLE, Move
from forms_flow.enums import State, Track
from tests.docs.reading import marked, table

pytestmark = pytest.mark.unit


def moves(track: Track) -> str:
    """Return the table as the code has it; when the test below fails, put this into the page."""
    head = ["move", "from", "to", "capability", "clock", "message"]
    return table(head, [line(move) for move in TABLE[track].values()])


def line(move: Move) -> list[str]:
    sources = ", ".join(f"`{state}`" for state in State if state in move.sources)
    capability = f"`{move.capability}`" if move.capability else ""
    return [f"`{move.name}`", sources, f"`{move.target}`", capability, move.clock.name.lower(), move.notice]


@pytest.mark.parametrize("track", Track)
def test_the_moves_are_those_of_the_table(track: Track) -> None:
    assert marked("architecture.md", f"moves of {track}") == moves(track)
