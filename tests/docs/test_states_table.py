"""The states and words in docs/glossary.md are those of the code and of the Arabic catalogue."""

import pytest
from django.db.models import Choices
from django.utils.translation import override

from forms_flow.enums import Channel, Role, State, Track
from forms_flow.records.public import PUBLIC_STATUS
from tests.docs.reading import marked, part, rows, table, text_of

pytestmark = pytest.mark.unit


def said(member: Choices, language: str) -> str:
    with override(language):
        return str(member.label)


def states() -> str:
    """Return the table as the code has it; when the test below fails, put this into the page."""
    lines = [
        [f"`{item}`", said(item, "ar"), said(item, "en"), f"`{public}`", said(public, "ar"), said(public, "en")]
        for item, public in ((item, PUBLIC_STATUS[item]) for item in State)
    ]
    return table(["state", "Arabic", "English", "public status", "Arabic", "English"], lines)


def test_every_state_stands_there_with_the_words_of_staff_and_public() -> None:
    assert marked("glossary.md", "states") == states()


@pytest.mark.parametrize(("heading", "words"), [("Roles", Role), ("Tracks", Track), ("Channels", Channel)])
def test_the_words_are_those_of_the_screens(heading: str, words: type[Choices]) -> None:
    written = [cells[:3] for cells in rows(part(text_of("glossary.md"), heading))]
    assert written == [[f"`{item}`", said(item, "ar"), said(item, "en")] for item in words]
