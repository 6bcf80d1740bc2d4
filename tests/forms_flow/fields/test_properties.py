"""What holds for any text whatever."""

import json
import re
import unicodedata
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from forms_flow.definition import Step, plain_values
from forms_flow.fields import registry
from forms_flow.fields.forms import post_of, step_form_class
from forms_flow.fields.typed import as_typed
from tests.forms_flow.fields.asking import a_form, a_question, parts

pytestmark = pytest.mark.unit

BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ODD = st.text(
    st.sampled_from("0123456789٠٥٩۰۵۹ .-/+,،٬٫أبتمحد\u200c\u200f\u202e\u0301\u064eـabzé@<>&\"'\n\r\t\0#؟½ﷺ１")
)
TEXT = st.one_of(st.text(), ODD)
ONE_LINE = [name for name in registry.kinds() if name in {"short_text", "full_name", "mobile", "email", "whole_number"}]
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
