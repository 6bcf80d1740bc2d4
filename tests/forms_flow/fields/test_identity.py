"""Identity numbers: the vectors of the specification, and every slip of one digit."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from forms_flow.enums import MatchKind
from forms_flow.fields import registry
from forms_flow.fields.documents import DOCUMENTS, problem_with
from tests.forms_flow.fields.asking import a_form, a_question, answer, message, parts

pytestmark = pytest.mark.unit

NATIONAL = "Enter the national ID number: 10 digits that begin with 1"
RESIDENT = "Enter the resident identity number: 10 digits that begin with 2"
BORDER = "Enter the border number: 10 digits that begin with 3 or a larger digit"


def identity(kind: str, number: str = "", **more: str) -> dict[str, str]:
    return {"kind": kind, "number": number, **more}


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        ("national_id", "1101798278", "1101798278"),
        ("national_id", "1058529940", "1058529940"),
        ("national_id", "1001244019", "1001244019"),
        ("iqama", "2000000006", "2000000006"),
        ("national_id", "١١٠١٧٩٨٢٧٨", "1101798278"),
        ("national_id", "۱۱۰۱۷۹۸۲۷۸", "1101798278"),
        ("national_id", "1101 798-278", "1101798278"),
        ("national_id", "\u200f1101798278\u200f", "1101798278"),
        ("national_id", "１１０１７９８２７８", "1101798278"),
        ("border", "3123456789", "3123456789"),
        ("border", "٤١٢٣٤٥٦٧٨٩", "4123456789"),
        ("passport", "a1234567", "A1234567"),
        ("passport", "AB 123-4567", "AB1234567"),
        ("gcc", "784-1990-1234567", "78419901234567"),
        ("nusuk", "ab 12 34", "AB1234"),
    ],
)
def test_a_number_is_stored_normal_whatever_way_it_is_typed(kind: str, typed: str, stored: str) -> None:
    """Req 39."""
    found = answer("identity", identity(kind, typed))
    assert (found["kind"], found["number"]) == (kind, stored)


@pytest.mark.parametrize(
    ("kind", "typed", "text"),
    [
        ("national_id", "", NATIONAL),
        ("national_id", "110179827", NATIONAL),
        ("national_id", "3101798278", NATIONAL),
        ("national_id", "11017982Z8", NATIONAL),
        ("national_id", "1101798279", "Compare the national ID number with the card: one of the digits differs"),
        ("iqama", "2000000007", "Compare the resident identity number with the card: one of the digits differs"),
        ("iqama", "20000000", RESIDENT),
        (
            "national_id",
            "2000000006",
            "A number that begins with 2 is a resident’s: choose “Resident identity (Iqama)”",
        ),
        ("iqama", "1101798278", "A number that begins with 1 is a national ID: choose “National ID”"),
        ("border", "1101798278", BORDER),
        ("border", "312345678", BORDER),
        ("passport", "A1", "Enter the passport number: 6 to 12 English letters and digits"),
        ("passport", "جواز1234", "Enter the passport number: 6 to 12 English letters and digits"),
        ("gcc", "12345", "Enter the GCC identity number: 6 to 15 digits"),
        ("nusuk", "12", "Enter the number of the Nusuk card or permit: 4 to 20 English letters and digits"),
    ],
)
def test_a_wrong_number_is_told_what_to_do(kind: str, typed: str, text: str) -> None:
    """Req 36, 40."""
    assert message("identity", identity(kind, typed)) == text


def test_a_kind_that_is_not_offered_is_no_choice() -> None:
    offered = {"label": "Identity", "kinds": ["national_id", "iqama"]}
    assert message("identity", identity("passport", "A1234567"), **offered) == "Identity: choose the kind of document"
    assert message("identity", identity("", "1101798278"), **offered) == "Identity: choose the kind of document"
    assert message("identity", {}, **offered) == "Identity: choose the kind of document"


def test_no_document_needs_no_number_and_keeps_none() -> None:
    """What was typed before choosing "none" is personal data without a purpose."""
    assert answer("identity", identity("none", "1101798278")) == {"kind": "none", "number": "", "raw": {"kind": "none"}}


@given(body=st.integers(100_000_000, 299_999_999), place=st.integers(0, 9), digit=st.integers(0, 9))
def test_every_single_wrong_digit_is_caught(body: int, place: int, digit: int) -> None:
    number = f"{body}{luhn.calc_check_digit(str(body))}"
    wrong = f"{number[:place]}{digit}{number[place + 1 :]}"
    kind = DOCUMENTS["national_id" if number[0] == "1" else "iqama"]
    assert problem_with(kind, number) is None
    assert (problem_with(kind, wrong) is None) == (wrong == number)


def test_a_passport_may_be_asked_for_country_and_expiry() -> None:
    typed = identity("passport", "A1234567", country="ID") | {
        "expiry-day": "1",
        "expiry-month": "March",
        "expiry-year": "2028",
    }
    with time_machine.travel(dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)):
        found = answer("identity", typed, passport_details=True)
    assert (found["country"], found["expiry"]) == ("ID", "2028-03-01")
    kind = registry.kind("identity")
    assert kind.summary(a_question("identity"), found, "en") == [
        "Passport",
        "A1234567",
        "Indonesia",
        "Expires on Wednesday 1 March 2028 (5 Shawwal 1449 AH)",
    ]


@pytest.mark.parametrize(
    ("change", "text", "box"),
    [
        ({"country": ""}, "Choose the country that issued the passport", "country"),
        ({"country": "XX"}, "Choose the country that issued the passport", "country"),
        ({"expiry-year": ""}, "Passport expiry date: add the year", "expiry-year"),
        ({"expiry-year": "2020"}, "Passport expiry date: write a date after today", "expiry"),
        (
            {"expiry-year": "1448"},
            "Passport expiry date: the year 1448 is Hijri; write the Gregorian date",
            "expiry-year",
        ),
    ],
)
def test_the_summary_leads_to_the_part_of_a_passport_that_is_wrong(change: dict[str, str], text: str, box: str) -> None:
    """Req 33."""
    typed: dict[str, Any] = identity("passport", "A1234567", country="ID")
    typed |= {"expiry-day": "1", "expiry-month": "3", "expiry-year": "2036", **change}
    form = a_form(a_question("identity", passport_details=True), post=parts(typed))
    assert form.summary_of_errors == [(f"id_s-q-{box}", text)]


def test_a_wrong_number_leads_to_the_number() -> None:
    form = a_form(a_question("identity"), post=parts(identity("iqama", "5")))
    assert form.summary_of_errors == [("id_s-q-number", RESIDENT)]


def test_the_number_is_masked_and_found() -> None:
    """Req 72, 76."""
    found = answer("identity", identity("national_id", "١١٠١٧٩٨٢٧٨"))
    kind, question = registry.kind("identity"), a_question("identity")
    assert kind.summary(question, found, "en") == ["National ID", "١١٠١٧٩٨٢٧٨"]
    assert kind.masked(question, found, "en") == ["National ID", "******8278"]
    assert kind.tokens(question, found) == [(MatchKind.IDENTITY, "1101798278")]
