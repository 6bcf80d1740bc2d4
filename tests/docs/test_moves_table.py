"""The moves in docs/architecture.md are those of the table."""

import pytest

from forms_flow.domain.moves import TABLE, Move
from forms_flow.enums import State, Track
from tests.docs.reading import marked, table, text_of

pytestmark = pytest.mark.unit


def moves() -> str:
    """Return the table as the code has it; when the test below fails, put this into the page."""
    head = ["move", "from", "to", "capability", "clock", "message"]
    return table(head, [line(move) for move in TABLE[Track.ASSISTANCE].values()])


def line(move: Move) -> list[str]:
    sources = ", ".join(f"`{state}`" for state in State if state in move.sources)
    capability = f"`{move.capability}`" if move.capability else ""
    return [f"`{move.name}`", sources, f"`{move.target}`", capability, move.clock.name.lower(), move.notice]


def test_the_moves_are_those_of_the_table() -> None:
    assert marked("architecture.md", "moves") == moves()


def test_every_track_follows_that_table_as_the_page_says() -> None:
    assert "Every track follows it until it has a table of its own (not yet)." in text_of("architecture.md")
    assert [track for track in Track if TABLE[track] != TABLE[Track.ASSISTANCE]] == []
