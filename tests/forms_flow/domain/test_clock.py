"""When an answer is due."""

from datetime import date, datetime

import pytest

from forms_flow.domain.clock import RIYADH, due, resumed
from home.contracts import CalendarKind, Promise, PromiseUnit

pytestmark = pytest.mark.unit


def at(day: int, hour: int = 10, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=RIYADH)


def days(amount: int) -> Promise:
    return Promise(amount=amount, unit=PromiseUnit.WORKING_DAY)


@pytest.mark.parametrize(
    ("start", "amount", "expected"),
    [(26, 1, (29, 11)), (26, 5, (3, 12)), (22, 3, (25, 11)), (27, 1, (29, 11)), (28, 1, (29, 11))],
)
def test_working_days_run_from_sunday_to_thursday(start: int, amount: int, expected: tuple[int, int]) -> None:
    """Req 70 and the vectors of the validations."""
    found = due(at(start), days(amount), frozenset())
    assert (found.day, found.month, found.hour) == (*expected, 16)


def test_a_holiday_is_passed_over() -> None:
    assert due(at(26), days(1), {date(2026, 11, 29)}).date() == date(2026, 11, 30)


def test_office_hours_go_on_the_next_working_morning() -> None:
    promise = Promise(amount=4, unit=PromiseUnit.HOUR)
    assert due(at(26, 15), promise, frozenset()) == at(29, 11)


def test_an_hour_asked_at_night_is_counted_from_the_morning() -> None:
    promise = Promise(amount=30, unit=PromiseUnit.MINUTE)
    assert due(at(23, 22), promise, frozenset()) == datetime(2026, 11, 24, 8, 30, tzinfo=RIYADH)


def test_in_the_season_all_hours_count() -> None:
    promise = Promise(amount=30, unit=PromiseUnit.MINUTE, calendar=CalendarKind.SEASON)
    assert due(at(27, 23), promise, frozenset()) == datetime(2026, 11, 27, 23, 30, tzinfo=RIYADH)


def test_a_pause_moves_the_due_time_on_by_its_length() -> None:
    assert resumed(at(25, 16), at(23), at(24), frozenset()) == at(26, 16)


def test_a_pause_that_ends_on_a_friday_moves_to_sunday() -> None:
    assert resumed(at(26, 16), at(23), at(24), frozenset()) == at(29, 16)
