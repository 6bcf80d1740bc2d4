"""Dates of birth: the age rules of the specification."""

import datetime as dt

import pytest
import time_machine

from forms_flow.conditions import measure
from forms_flow.fields import registry
from tests.forms_flow.fields.asking import a_form, a_question, answer, message

pytestmark = pytest.mark.unit

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def boxes(text: str, calendar: str = "") -> dict[str, str]:
    day, month, year = text.split("/")
    return {"day": day, "month": month, "year": year, "calendar": calendar}


@time_machine.travel(NOON)
@pytest.mark.parametrize(
    ("typed", "options", "stored"),
    [
        ("22/11/2008", {"min_age": 18}, "2008-11-22"),
        ("23/11/2008", {"max_age": 17}, "2008-11-23"),
        ("22/11/1906", {}, "1906-11-22"),
        ("23/11/1905", {}, "1905-11-23"),
        ("21/11/2026", {}, "2026-11-21"),
        ("٢٤/١١/١٤٢٩", {"min_age": 18}, "2008-11-22"),
    ],
)
def test_a_day_of_birth_within_the_ages_is_kept(typed: str, options: dict[str, int], stored: str) -> None:
    assert answer("birth_date", boxes(typed), **options)["value"] == stored


@time_machine.travel(NOON)
@pytest.mark.parametrize(
    ("typed", "options", "text"),
    [
        ("22/11/2026", {}, "Birth: write a date before today"),
        ("22/11/2030", {"max_age": 25}, "Birth: write a date before today"),
        ("22/11/1905", {}, "Birth: check the year"),
        ("22/11/1905", {"max_age": 25}, "Birth: check the year"),
        ("23/11/2008", {"min_age": 18}, "Birth: the lowest age is 18"),
        ("25/11/1429", {"min_age": 18}, "Birth: the lowest age is 18"),
        ("22/11/2000", {"max_age": 25}, "Birth: the highest age is 25"),
        ("22/11/2010", {"max_age": 0}, "Birth: the highest age is 0"),
        ("31/2/2000", {}, "Birth: there is no such day; check the day and the month"),
    ],
)
def test_ages_are_gregorian_years_and_each_message_says_what_to_do(
    typed: str, options: dict[str, int], text: str
) -> None:
    assert message("birth_date", boxes(typed), label="Birth", **options) == text


@time_machine.travel(dt.datetime(2026, 11, 21, 21, 30, tzinfo=dt.UTC))
def test_the_day_is_riyadhs_and_not_the_servers() -> None:
    assert answer("birth_date", boxes("22/11/2008"), min_age=18)["value"] == "2008-11-22"


@time_machine.travel(NOON)
def test_both_calendars_and_the_age_are_shown_and_only_the_age_is_unmasked() -> None:
    found = answer("birth_date", boxes("22/11/2008"))
    kind, question = registry.kind("birth_date"), a_question("birth_date")
    assert kind.summary(question, found, "en") == [
        "Saturday 22 November 2008 (24 Dhu al-Qa'dah 1429 AH)",
        "Age: 18 years",
    ]
    assert kind.masked(question, found, "en") == ["Age: 18 years"]
    assert kind.masked(question, found, "ar") == ["العمر: 18 سنة"]
    assert [kind.summary(question, None, "en"), kind.masked(question, None, "en")] == [[], []]


@pytest.mark.parametrize(("options", "told"), [({}, "bday-day"), ({"autocomplete": "off"}, "off")])
def test_the_browser_fills_in_only_the_applicants_own(options: dict[str, str], told: str) -> None:
    html = str(a_form(a_question("birth_date", **options))["q"])
    assert f'autocomplete="{told}"' in html
    assert message("birth_date", {"calendar": "hijri"}, label="Birth") == "Enter birth"


@pytest.mark.parametrize(("at", "age"), [("2025-12-31T20:59:00Z", 17), ("2025-12-31T21:00:00Z", 18)])
def test_the_answer_keeps_the_age_in_riyadh_when_it_was_given(at: str, age: int) -> None:
    with time_machine.travel(at, tick=False):
        found = answer("birth_date", {"day": "1", "month": "1", "year": "2008", "calendar": "gregorian"})
    assert (found["age"], measure(found)) == (age, [age])
    assert measure({"value": "2008-01-01"}) == []
