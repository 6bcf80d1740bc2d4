"""What holds for any text whatever."""

import json
import re
import unicodedata
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from forms_flow.conditions import plain_values
from forms_flow.definition import Step
from forms_flow.fields import registry
from forms_flow.fields.address_control import PARTS
from forms_flow.fields.availability import TIMES
from forms_flow.fields.consent import digest
from forms_flow.fields.forms import post_of, step_form_class
from forms_flow.fields.money import normal_amount
from forms_flow.fields.places import PLACES
from forms_flow.fields.typed import as_typed
from tests.forms_flow.fields.asking import a_form, a_question, parts

pytestmark = pytest.mark.unit

BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ODD = st.text(
    st.sampled_from("0123456789٠٥٩۰۵۹ .-/+,،٬٫أبتمحد\u200c\u200f\u202e\u0301\u064eـabzé@<>&\"'\n\r\t\0#؟½ﷺ１")
)
TEXT = st.one_of(st.text(), ODD)
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
LINES = {"short_text", "full_name", "mobile", "email", "whole_number", "money", "country"}
ONE_LINE = [name for name in registry.kinds() if name in LINES]
DATES = st.fixed_dictionaries(
    {
        "day": st.one_of(st.integers(-1, 40).map(str), TEXT),
        "month": st.one_of(st.integers(-1, 14).map(str), TEXT),
        "year": st.one_of(st.integers(1300, 2200).map(str), TEXT),
        "calendar": st.sampled_from(["", "hijri", "gregorian", "mayan"]),
    }
)
IDENTITIES = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["", "national_id", "iqama", "gcc", "passport", "border", "nusuk", "none", "x"]),
        "number": st.one_of(st.from_regex(r"\A[0-9]{4,11}\Z"), TEXT),
        "country": st.sampled_from(["", "ID", "XX"]),
        "expiry-day": TEXT,
        "expiry-month": TEXT,
        "expiry-year": TEXT,
    }
)


ADDRESSES = st.fixed_dictionaries(
    {
        "short": st.one_of(st.just(""), st.from_regex(r"\A[A-Za-z]{3,5} ?[0-9]{3,5}\Z"), TEXT),
        **{box: st.one_of(st.just(""), st.from_regex(r"\A[0-9]{4,5}\Z"), TEXT) for box in PARTS},
    }
)
AMOUNTS = st.from_regex(r"\A(SAR )?[0-9٠-٩]{1,4}([,،٬.٫ ][0-9٠-٩]{1,3}){0,3}( ?ريال)?\Z")


def survives(kind: str, typed: Any, **options: Any) -> None:
    """Check that an answer is either refused with one message or is stored, shown, and accepted again unchanged."""
    question = a_question(kind, required=False, **options)
    with translation.override("en"):
        form = a_form(question, post=parts(typed))
        assert all(len(texts) == 1 for texts in form.errors.values())
        if form.is_valid():
            stored = json.loads(json.dumps(form.answers))
            assert stored == form.answers
            again = _again(question, stored)
            assert (again.errors, again.answers) == ({}, stored)
            _readable(kind, question, stored["q"])


def _again(question: Any, stored: dict[str, Any]) -> Any:
    step = Step(key="s", title={"en": "Step"}, questions=(question,))
    form = step_form_class(step, "en")(post_of(step, stored, "s"), {}, prefix="s")
    form.is_valid()
    return form


def _readable(kind: str, question: Any, answer: Any) -> None:
    plain_values(answer)
    lines = [*registry.kind(kind).summary(question, answer, "ar"), *registry.kind(kind).masked(question, answer, "ar")]
    assert [line for line in lines if BIDI.search(line)] == []
    assert all(token for _match, token in registry.kind(kind).tokens(question, answer))


@pytest.mark.parametrize("kind", ONE_LINE)
@given(typed=TEXT)
def test_any_line_is_refused_or_kept_for_good(kind: str, typed: str) -> None:
    survives(kind, typed)


@given(typed=TEXT)
def test_any_long_text_is_refused_or_kept_for_good(typed: str) -> None:
    survives("long_text", typed)


@given(typed=DATES, calendar=st.sampled_from(["either", "hijri", "gregorian"]))
def test_any_boxes_are_refused_or_kept_for_good(typed: dict[str, str], calendar: str) -> None:
    survives("date", typed, calendar=calendar)


@given(typed=IDENTITIES)
def test_any_identity_is_refused_or_kept_for_good(typed: dict[str, str]) -> None:
    survives("identity", typed, passport_details=True)


@given(typed=DATES, calendar=st.sampled_from(["either", "hijri", "gregorian"]), oldest=st.integers(0, 120))
def test_any_birth_date_is_refused_or_kept_for_good(typed: dict[str, str], calendar: str, oldest: int) -> None:
    survives("birth_date", typed, calendar=calendar, max_age=oldest)


@given(typed=ADDRESSES, complete=st.booleans())
def test_any_address_is_refused_or_kept_for_good(typed: dict[str, str], complete: bool) -> None:  # noqa: FBT001
    survives("national_address", typed, complete=complete)


@given(region=st.one_of(st.sampled_from(["", "SA-13", *PLACES]), TEXT), place=TEXT)
def test_any_place_is_refused_or_kept_for_good(region: str, place: str) -> None:
    survives("region_place", {"region": region, "place": place})


@given(tick=st.one_of(st.sampled_from(["", "yes", "on"]), TEXT), text=st.one_of(st.just(digest("Full answer")), TEXT))
def test_any_consent_is_refused_or_kept_for_good(tick: str, text: str) -> None:
    survives("consent", {"tick": tick, "text": text})


@given(ticked=st.lists(st.one_of(st.sampled_from(TIMES), TEXT), max_size=8))
def test_any_times_are_refused_or_kept_for_good(ticked: list[str]) -> None:
    survives("availability", ticked)


@given(riyals=st.integers(0, 999_999_999), halalas=st.integers(0, 99), mark=st.sampled_from(",،٬"))
def test_an_amount_is_read_the_same_however_it_is_marked(riyals: int, halalas: int, mark: str) -> None:
    normal = f"{riyals}.{halalas:02}" if halalas else str(riyals)
    arabic = f"{riyals:,}".replace(",", mark) + f"٫{halalas:02} ريال"
    assert [normal_amount(text) for text in (normal, arabic, arabic.translate(ARABIC_DIGITS))] == [normal] * 3


@given(text=AMOUNTS)
def test_an_amount_once_normal_stays_so(text: str) -> None:
    survives("money", text)
    normal = normal_amount(text)
    assert normal is None or normal_amount(normal) == normal


@given(typed=TEXT)
def test_any_choice_is_refused_or_kept_for_good(typed: str) -> None:
    for kind in ("single_choice", "several_choices", "yes_no"):
        survives(kind, typed)


@given(text=TEXT, lines=st.booleans())
def test_as_typed_is_settled_and_holds_nothing_that_turns_text_round(text: str, lines: bool) -> None:  # noqa: FBT001
    kept = as_typed(text, lines=lines)
    assert as_typed(kept, lines=lines) == kept
    assert BIDI.search(kept) is None
    assert {char for char in kept if unicodedata.category(char) == "Cc"} <= ({"\n", "\t"} if lines else set())
