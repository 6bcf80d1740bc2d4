"""Whether something is open on a day."""

from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from home.contracts import OpeningKind, OpeningState
from home.openings import kind_on, reason

pytestmark = pytest.mark.unit
DAY = date(2027, 2, 8)
BEFORE, AFTER = date(2027, 2, 7), date(2027, 2, 9)


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        ({}, "open"),
        ({"opens_on": DAY}, "open"),
        ({"opens_on": AFTER}, "opens_on"),
        ({"closes_on": DAY}, "open"),
        ({"closes_on": BEFORE}, "closed"),
        ({"opens_on": AFTER, "is_full": True}, "opens_on"),
        ({"closes_on": BEFORE, "is_full": True}, "closed"),
        ({"is_full": True}, "full"),
        ({"is_closed": True, "is_full": True}, "closed"),
        ({"is_walk_in": True, "closes_on": BEFORE}, "walk_in"),
    ],
)
def test_the_first_and_the_last_day_count(columns: dict[str, Any], kind: str) -> None:
    """Req 4."""
    assert kind_on(DAY, **{"opens_on": None, "closes_on": None, **columns}) == kind


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (OpeningState(), ""),
        (
            OpeningState(kind=OpeningKind.OPENS_ON, day=DAY),
            "Applications open on Monday 8 February 2027 (1 Ramadan 1448 AH).",
        ),
        (OpeningState(kind=OpeningKind.OPENS_ON), "Applications are not open yet."),
        (OpeningState(kind=OpeningKind.CLOSED), "Applications are closed now."),
        (OpeningState(kind=OpeningKind.FULL), "All places are taken for now."),
        (
            OpeningState(kind=OpeningKind.WALK_IN),
            "No application is needed. Come to one of the places, or call.",
        ),
    ],
)
def test_the_reason_is_a_sentence_with_the_day_in_both_calendars(state: OpeningState, words: str) -> None:
    with override("en"):
        assert reason(state) == words
