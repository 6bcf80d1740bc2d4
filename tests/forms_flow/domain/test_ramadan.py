"""Office hours in Ramadan and through the year (req 70, practice 10)."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import integers, sampled_from

from forms_flow.domain import office
from forms_flow.domain.clock import RIYADH, USUAL, Hours, due, is_ramadan, is_working
from forms_flow.records.calendar import OfficeHours, Part
from home.contracts import CalendarKind, Promise, PromiseUnit

#: The first of Ramadan 1448, a Monday.
FIRST = date(2027, 2, 8)
HOUR = Promise(amount=2, unit=PromiseUnit.HOUR)
FOUR_YEARS = 4 * 365 * 24 * 60
DAY = Promise(amount=1, unit=PromiseUnit.WORKING_DAY)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), RIYADH)


@pytest.mark.unit
def test_ramadan_is_known_by_the_calendar() -> None:
    found = [is_ramadan(date(2027, *day)) for day in ((2, 7), (2, 8), (3, 8), (3, 9))]
    assert found == [False, True, True, False]


@pytest.mark.unit
def test_a_working_day_of_ramadan_ends_earlier() -> None:
    assert due(at(date(2027, 2, 7), 12), DAY, frozenset()) == at(FIRST, 15)


@pytest.mark.unit
def test_hours_of_ramadan_are_counted_within_its_shorter_day() -> None:
    found = [due(at(FIRST, hour), HOUR, frozenset()) for hour in (8, 11, 14)]
    assert found == [at(FIRST, 12), at(FIRST, 13), at(date(2027, 2, 9), 11)]


@pytest.mark.unit
def test_the_season_knows_no_office_hours() -> None:
    promise = Promise(amount=2, unit=PromiseUnit.HOUR, calendar=CalendarKind.SEASON)
    assert due(at(FIRST, 23), promise, frozenset()) == at(date(2027, 2, 9), 1)


@pytest.mark.unit
def test_other_hours_may_be_given() -> None:
    hours = Hours(usual=(time(9), time(17)), ramadan=(time(21), time(23, 30)))
    assert due(at(FIRST, 22), HOUR, frozenset(), hours) == at(date(2027, 2, 9), 21, 30)


@pytest.mark.unit
@given(minutes=integers(0, FOUR_YEARS), amount=integers(1, 40), unit=sampled_from(PromiseUnit))
def test_a_promise_ends_while_the_office_is_open(minutes: int, amount: int, unit: PromiseUnit) -> None:
    begun = at(date(2026, 1, 1), 0) + timedelta(minutes=minutes)
    found = due(begun, Promise(amount=amount, unit=unit), frozenset())
    opens, closes = USUAL.on(found.date())
    assert begun < found
    assert opens <= found <= closes
    assert is_working(found.date(), frozenset())


@pytest.mark.integration
@pytest.mark.django_db
def test_the_administrator_sets_the_hours() -> None:
    assert office.due(at(FIRST, 11), DAY) == at(date(2027, 2, 9), 15)
    OfficeHours.objects.create(part=Part.RAMADAN, opens=time(9), closes=time(14))
    assert office.due(at(FIRST, 11), DAY) == at(date(2027, 2, 9), 14)
