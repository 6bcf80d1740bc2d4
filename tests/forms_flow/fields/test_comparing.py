"""Answers beside others: what must differ, what must not be more, what must not be sooner."""

from datetime import date
from typing import Any

import pytest

from forms_flow.definition import Question
from forms_flow.fields.comparing import day_from
from tests.forms_flow import factories
from tests.forms_flow.fields.asking import a_form, a_question

pytestmark = pytest.mark.unit

NUMBER, OTHER = factories.national_id(), factories.national_id(100000002)


def two(first: Question, second: Question, post: dict[str, Any]) -> dict[str, list[str]]:
    """Return the errors of a page with both questions."""
    form = a_form(first, second, post=post)
    form.is_valid()
    return {key: list(found) for key, found in form.errors.items()}


@pytest.mark.parametrize(
    ("typed", "is_same"), [("0501234567", True), ("+966 50 123 4567", True), ("0501234568", False)]
)
def test_a_mobile_must_differ_from_another_in_any_spelling(typed: str, is_same: bool) -> None:  # noqa: FBT001 - a vector
    mine = a_question("mobile", key="mine", label="Your mobile")
    theirs = a_question("mobile", key="theirs", label="Emergency mobile", differs_from=["mine"])
    told = two(mine, theirs, {"mine": "٠٥٠١٢٣٤٥٦٧", "theirs": typed})
    expected = "Emergency mobile: this is your answer to “Your mobile” too; write another one"
    assert told == ({"theirs": [expected]} if is_same else {})


def test_an_identity_must_differ_from_another_and_the_number_is_at_fault() -> None:
    mine = a_question("identity", key="mine", label="Your identity")
    theirs = a_question("identity", key="theirs", label="Guardian", differs_from=["mine", "nobody"])
    same = {
        f"{key}-{part}": text
        for key in ("mine", "theirs")
        for part, text in (("kind", "national_id"), ("number", NUMBER))
    }
    form = a_form(mine, theirs, post=same)
    assert not form.is_valid()
    assert form.summary_of_errors == [
        ("id_s-theirs-number", "Guardian: this is your answer to “Your identity” too; write another one")
    ]
    assert form.answers.keys() == {"mine"}
    assert two(mine, theirs, {**same, "theirs-number": OTHER}) == {}
    none = {f"{key}-kind": "none" for key in ("mine", "theirs")}
    assert two(mine, theirs, none) == {}


def test_an_answer_may_not_be_one_given_for_a_companion() -> None:
    group = {"value": [{"mobile": {"value": "+966501234567", "raw": "0501234567"}}]}
    question = a_question("mobile", label="Helper", differs_from=["companions"])
    form = a_form(question, post={"q": "0501234567"}, answers={"companions": group})
    assert form.errors == {"q": ["Helper: this is your answer to “an earlier question” too; write another one"]}


@pytest.mark.parametrize(
    ("option", "typed", "expected"),
    [
        ("below", "3", ""),
        ("below", "٤", "Dependants: write a number below 4, your answer to “Household”"),
        ("below", "9", "Dependants: write a number below 4, your answer to “Household”"),
        ("at_most", "4", ""),
        ("at_most", "5", "Dependants: write 4 or less, because you answered 4 to “Household”"),
    ],
)
def test_a_number_stays_under_an_earlier_one(option: str, typed: str, expected: str) -> None:
    household = a_question("whole_number", key="household", label="Household")
    dependants = a_question("whole_number", key="dependants", label="Dependants", **{option: "household"})
    told = two(household, dependants, {"household": "4", "dependants": typed})
    assert told == ({"dependants": [expected]} if expected else {})


def test_a_number_is_compared_with_nothing_when_the_other_was_not_given() -> None:
    question = a_question("whole_number", below="household")
    assert a_form(question, post={"q": "9"}, answers={}).errors == {}
    assert a_form(question, post={"q": "9"}, answers={"household": None}).errors == {}


@pytest.mark.parametrize("limit", ["1448-12-15", "2027-05-21"])
@pytest.mark.parametrize(("day", "is_right"), [("20", False), ("21", False), ("22", True)])
def test_a_date_comes_after_a_day_of_either_calendar(limit: str, day: str, is_right: bool) -> None:  # noqa: FBT001
    question = a_question("date", label="Permit ends", after_day=limit)
    form = a_form(question, post={"q-day": day, "q-month": "5", "q-year": "2027"})
    expected = "Permit ends: write a date after Friday 21 May 2027 (15 Dhu al-Hijjah 1448 AH)"
    assert [text for found in form.errors.values() for text in found] == ([] if is_right else [expected])


def test_a_date_comes_after_another_answer() -> None:
    start, end = a_question("date", key="start"), a_question("date", key="end", label="End", after="start")
    post = {"start-day": "1", "start-month": "6", "start-year": "2026", "end-month": "6", "end-year": "2026"}
    assert two(start, end, {**post, "end-day": "2"}) == {}
    expected = "End: write a date after Monday 1 June 2026 (15 Dhu al-Hijjah 1447 AH)"
    assert two(start, end, {**post, "end-day": "1"}) == {"end": [expected]}


@pytest.mark.parametrize(("year", "is_right"), [("2027", False), ("2028", True)])
def test_a_passport_lasts_until_after_the_hajj(year: str, is_right: bool) -> None:  # noqa: FBT001 - a vector
    question = a_question("identity", passport_details=True, after_day="1448-12-15")
    post = {"kind": "passport", "number": "A1234567", "country": "ID"}
    post |= {"expiry-day": "1", "expiry-month": "3", "expiry-year": year}
    form = a_form(question, post={f"q-{part}": text for part, text in post.items()})
    told = (
        []
        if is_right
        else [
            ("id_s-q-expiry", "Passport expiry date: write a date after Friday 21 May 2027 (15 Dhu al-Hijjah 1448 AH)")
        ]
    )
    form.is_valid()
    assert form.summary_of_errors == told
    others = a_form(question, post={"q-kind": "national_id", "q-number": NUMBER})
    assert others.errors == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1448-12-15", date(2027, 5, 21)),
        ("2027-05-21", date(2027, 5, 21)),
        ("2027-5-1", date(2027, 5, 1)),
        ("1448-13-01", None),
        ("1600-01-01", date(1600, 1, 1)),
        ("someday", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_read_in_the_calendar_of_its_year(text: str | None, expected: date | None) -> None:
    assert day_from(text) == expected
