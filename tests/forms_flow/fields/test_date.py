"""Dates in both calendars: the vectors of the specification."""

import datetime as dt

import pytest
import time_machine

from forms_flow.fields import registry
from forms_flow.fields.date import age_on
from tests.forms_flow.fields.asking import a_form, a_question, answer, message, parts

pytestmark = pytest.mark.unit

NO_DAY = "Date: there is no such day; check the day and the month"
OTHER_HIJRI = "Date: the year 1420 is Hijri; choose “Hijri”, or write a Gregorian year"


def boxes(text: str, calendar: str = "gregorian") -> dict[str, str]:
    day, month, year = text.split("/")
    return {"day": day, "month": month, "year": year, "calendar": calendar}


@pytest.mark.parametrize(
    ("typed", "calendar", "stored"),
    [
        ("22/11/2026", "gregorian", "2026-11-22"),
        ("٢٢/١١/٢٠٢٦", "gregorian", "2026-11-22"),
        ("05/06/2026", "gregorian", "2026-06-05"),
        ("22/نوفمبر/2026", "gregorian", "2026-11-22"),
        ("22/تشرين الثاني/2026", "gregorian", "2026-11-22"),
        ("22/Nov/2026", "gregorian", "2026-11-22"),
        ("22/november/2026", "gregorian", "2026-11-22"),
        ("9/12/1447", "hijri", "2026-05-26"),
        ("٩/ذو الحجة/١٤٤٧", "hijri", "2026-05-26"),
        ("9/ذي الحجه/1447", "hijri", "2026-05-26"),
        ("9/Dhu al-Hijjah/1447", "hijri", "2026-05-26"),
        ("1/9/1448", "hijri", "2027-02-08"),
        ("30/9/1447", "hijri", "2026-03-19"),
        ("1/1/1343", "hijri", "1924-08-01"),
        ("30/12/1500", "hijri", "2077-11-16"),
        ("9/12/1447", "", "2026-05-26"),
        ("22/11/2026", "", "2026-11-22"),
        ("1/رمضان/1448", "", "2027-02-08"),
    ],
)
def test_a_date_is_stored_as_its_day(typed: str, calendar: str, stored: str) -> None:
    """Req 39; without a chosen calendar the year tells which one is meant."""
    assert answer("date", boxes(typed, calendar))["value"] == stored


@pytest.mark.parametrize(
    ("typed", "calendar", "text"),
    [
        ("30/2/2026", "gregorian", NO_DAY),
        ("1/13/2026", "gregorian", NO_DAY),
        ("0/1/2026", "gregorian", NO_DAY),
        ("30/9/1446", "hijri", NO_DAY),
        ("1/1/26", "gregorian", "Date: write the year in four digits"),
        ("1//2026", "gregorian", "Date: add the month"),
        ("//2026", "gregorian", "Date: add the day and the month"),
        ("x/1/2026", "gregorian", "Date: write the day as a number from 1 to 31"),
        ("1/abc/2026", "gregorian", "Date: write the month as a number from 1 to 12, or its name"),
        ("1/1/20266", "gregorian", "Date: write the year in four digits"),
        ("1/1/1420", "gregorian", OTHER_HIJRI),
        ("1/1/1990", "hijri", "Date: the year 1990 is Gregorian; choose “Gregorian”, or write a Hijri year"),
        ("1/1/1342", "hijri", "Date: write a year from 1343 to 1500"),
        ("1/1/1700", "gregorian", "Date: write a year from 1850 to 2150"),
        (
            "1/رمضان/2026",
            "gregorian",
            "Date: “رمضان” is a Hijri month; write the day, month and year in one calendar",
        ),
        ("1/May/1447", "hijri", "Date: “May” is a Gregorian month; write the day, month and year in one calendar"),
    ],
)
def test_boxes_that_say_no_day_are_told_what_to_change(typed: str, calendar: str, text: str) -> None:
    """Req 36, 40: one message, the most basic first."""
    assert message("date", boxes(typed, calendar), label="Date") == text


def test_a_question_for_one_calendar_does_not_offer_the_other() -> None:
    assert message("date", boxes("1/1/1420", ""), label="Date", calendar="gregorian") == (
        "Date: the year 1420 is Hijri; write the Gregorian date"
    )
    assert message("date", boxes("1/1/1990", ""), label="Date", calendar="hijri") == (
        "Date: the year 1990 is Gregorian; write the Hijri date"
    )


@pytest.mark.parametrize(
    ("typed", "box"),
    [("/1/2026", ""), ("1//2026", "-month"), ("1/1/", "-year"), ("1/1/1420", "-year"), ("31/2/2026", "")],
)
def test_the_summary_leads_to_the_box_that_is_wrong(typed: str, box: str) -> None:
    """Req 33."""
    form = a_form(a_question("date"), post=parts(boxes(typed)))
    assert [target for target, _message in form.summary_of_errors] == [f"id_s-q{box}"]


def test_a_calendar_alone_is_no_answer() -> None:
    assert message("date", {"calendar": "hijri"}, label="Date of birth") == "Enter date of birth"


def test_a_date_is_shown_in_both_calendars_and_typed_again_as_it_was() -> None:
    """Req 30."""
    found = answer("date", boxes("٩/ذو الحجة/١٤٤٧", ""))
    kind = registry.kind("date")
    assert kind.summary(a_question("date"), found, "en") == ["Tuesday 26 May 2026 (9 Dhu al-Hijjah 1447 AH)"]
    assert kind.initial(found) == {"day": "٩", "month": "ذو الحجة", "year": "١٤٤٧", "calendar": "hijri"}


@time_machine.travel(dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
@pytest.mark.parametrize(
    ("typed", "options", "text"),
    [
        ("22/11/2026", {"past": True}, "Date: write a date before today"),
        ("22/11/2026", {"future": True}, "Date: write a date after today"),
        ("23/11/2008", {"min_age": 18}, "Date: the lowest age is 18"),
        ("22/11/1905", {"max_age": 120}, "Date: check the year"),
    ],
)
def test_a_day_keeps_the_questions_rule(typed: str, options: dict[str, object], text: str) -> None:
    assert message("date", boxes(typed), label="Date", **options) == text


@time_machine.travel(dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
def test_the_eighteenth_birthday_is_eighteen() -> None:
    assert answer("date", boxes("22/11/2008"), past=True, min_age=18, max_age=120)["value"] == "2008-11-22"


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2008-11-22", "2026-11-22", 18),
        ("2008-11-23", "2026-11-22", 17),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
    ],
)
def test_age_is_counted_in_gregorian_years(born: str, day: str, age: int) -> None:
    assert age_on(dt.date.fromisoformat(born), dt.date.fromisoformat(day)) == age
