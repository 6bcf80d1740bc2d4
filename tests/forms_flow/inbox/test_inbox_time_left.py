"""The clock of an application in words."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from forms_flow.enums import State
from forms_flow.inbox.time_left import time_left
from forms_flow.records.applications import Application
from home.contracts import Tone

pytestmark = pytest.mark.unit

NOW = timezone.now()


def _words(**columns: object) -> tuple[str, Tone] | None:
    with translation.override("en"):
        left = time_left(Application(**{"due_at": NOW, "state": State.RECEIVED, **columns}), NOW)
    return (left.words, left.tone) if left else None


@pytest.mark.parametrize(
    ("span", "words", "tone"),
    [
        (timedelta(days=9, hours=3), "9 days left", Tone.GOOD),
        (timedelta(days=2), "2 days left", Tone.WARN),
        (timedelta(days=1), "1 day left", Tone.WARN),
        (timedelta(hours=5), "5 hours left", Tone.WARN),
        (timedelta(seconds=20), "1 minute left", Tone.WARN),
        (timedelta(seconds=-1), "1 hour late", Tone.BAD),
        (timedelta(days=-3), "3 days late", Tone.BAD),
    ],
)
def test_time_left_is_said_in_the_largest_whole_unit(span: timedelta, words: str, tone: Tone) -> None:
    """Colour and words say the same."""
    assert _words(due_at=NOW + span) == (words, tone)


def test_a_stopped_clock_is_neither_good_nor_bad() -> None:
    """It waits for the applicant."""
    assert _words(paused_at=NOW) == ("Paused", Tone.NEUTRAL)


@pytest.mark.parametrize("columns", [{"is_open": False}, {"decided_at": NOW}])
def test_nothing_is_left_once_the_result_is_out_or_the_case_has_ended(columns: dict[str, object]) -> None:
    """The list shows a dash."""
    assert _words(**columns) is None
