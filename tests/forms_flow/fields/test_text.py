"""Short and long text, names, e-mail addresses, whole numbers."""

import pytest

from forms_flow.enums import MatchKind
from forms_flow.fields import registry
from tests.forms_flow.fields.asking import a_question, answer, message

pytestmark = pytest.mark.unit


def test_text_is_cleaned_for_rules_and_kept_as_typed_for_people() -> None:
    """Req 30."""
    assert answer("short_text", "  حي ١٢\u200f ") == {"value": "حي 12", "raw": "حي ١٢"}


def test_invisible_marks_are_no_answer_and_do_not_count() -> None:
    assert message("short_text", " \u200f\u200b ", label="District") == "Enter district"
    assert answer("short_text", "\u200fأحمد\u200f", max_length=4)["value"] == "أحمد"


def test_a_long_text_keeps_its_lines_and_counts_what_was_typed() -> None:
    found = answer("long_text", "سطر ١\r\nسطر ٢\x00", max_length=20)
    assert found == {"value": "سطر 1\nسطر 2", "raw": "سطر ١\nسطر ٢"}
    assert registry.kind("long_text").summary(a_question("long_text"), found, "ar") == ["سطر ١", "سطر ٢"]
    assert message("long_text", "x" * 21, label="Your need", max_length=20) == (
        "Your need: shorten the text to 20 characters"
    )


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  محمد   عبدالله الحربي ", "محمد عبدالله الحربي"),
        ("O'Connor-Smith", "O'Connor-Smith"),
        ("李", "李"),
        ("\u202eمحمد", "محمد"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("Jose\u0301 Jr.", "José Jr."),
        ("D’Souza", "D’Souza"),
        ("मोहम्मद", "मोहम्मद"),
    ],
)
def test_a_name_of_any_script_is_accepted(typed: str, stored: str) -> None:
    assert answer("full_name", typed)["value"] == stored


@pytest.mark.parametrize("typed", ["أحمد2", "<b>x</b>", "--", "ـــ", "\u3164", "١٢", "a@b", "\u064e\u0651"])
def test_a_name_has_letters_that_can_be_seen_and_nothing_else(typed: str) -> None:
    assert message("full_name", typed, label="Full name") == "Full name: write it in letters, without digits or symbols"


def test_a_name_may_be_150_characters_long() -> None:
    assert len(answer("full_name", "ا" * 150)["value"]) == 150
    assert message("full_name", "ا" * 151, label="Full name") == "Full name: shorten the text to 150 characters"


def test_a_name_is_found_by_each_folded_word() -> None:
    """Req 76."""
    found = answer("full_name", "أحمد بن أحمد فاطمة")
    kind, question = registry.kind("full_name"), a_question("full_name")
    assert kind.tokens(question, found) == [(MatchKind.NAME, word) for word in ("احمد", "بن", "فاطمه")]
    assert kind.masked(question, found, "ar") == ["أحمد ******"]


@pytest.mark.parametrize("typed", [" a@b.com\u200f ", "a@b.com.", "a@b.com،", "a@b.com"])
def test_an_address_is_stored_without_what_pasting_left(typed: str) -> None:
    assert answer("email", typed)["value"] == "a@b.com"


@pytest.mark.parametrize("typed", ["a@b", "a b@c.com", "@", "a@b.com\nBcc: x@y.com", "x" * 250 + "@b.com"])
def test_what_is_no_address_is_told_what_one_looks_like(typed: str) -> None:
    assert message("email", typed, label="E-mail") == "E-mail: write an address like name@example.com"


def test_an_address_is_masked() -> None:
    found = answer("email", "huda@example.com")
    assert registry.kind("email").masked(a_question("email"), found, "ar") == ["h***@example.com"]


@pytest.mark.parametrize(
    ("typed", "stored"), [("4", 4), ("١٢", 12), (" 007 ", 7), ("4,500", 4500), ("١٢٬٣٤٥", 12345), ("1 200", 1200)]
)
def test_a_number_may_be_typed_in_any_digits(typed: str, stored: int) -> None:
    """Req 39."""
    assert answer("whole_number", typed)["value"] == stored


@pytest.mark.parametrize("typed", ["12,5", "1.5", "-5", "four", "½", "9" * 5000, "1e3", "٣٫٥"])
def test_what_is_no_whole_number_is_told_what_one_looks_like(typed: str) -> None:
    assert message("whole_number", typed, label="People") == "People: write a whole number in digits, for example 4"


def test_a_number_has_its_limits() -> None:
    assert answer("whole_number", "30", min=1, max=30)["value"] == 30
    assert message("whole_number", "31", label="People", min=1, max=30) == "People: write a number from 1 to 30"
    assert message("whole_number", "0", label="People", min=1) == "People: write 1 or more"


def test_a_missing_answer_is_asked_for_by_its_question() -> None:
    """Req 36."""
    assert message("short_text", "", label="District:") == "Enter district"
    assert message("short_text", "", label="IBAN") == "Enter IBAN"
    assert message("short_text", "", label="What happened?") == "Answer the question: What happened?"
    own = {"ar": "اشرح ما حدث", "en": "Say what happened"}
    assert message("short_text", "", missing=own) == "Say what happened"


def test_a_missing_long_text_reads_well_after_a_request() -> None:
    assert message("long_text", " ", label="Explain your need") == "Write your answer: Explain your need"


def test_an_optional_question_may_be_passed_over() -> None:
    for kind in ("short_text", "long_text", "full_name", "email", "mobile", "whole_number", "identity", "date"):
        assert answer(kind, "", required=False) is None
        assert registry.kind(kind).summary(a_question(kind), None, "ar") == []
        assert registry.kind(kind).masked(a_question(kind), None, "ar") == []
        assert registry.kind(kind).tokens(a_question(kind), None) == []


def test_a_label_with_a_percent_sign_breaks_no_message() -> None:
    assert message("date", {"day": "1", "month": "2"}, label="50% share") == "50% share: add the year"
    assert message("mobile", "x", label="50% share", saudi_only=True).startswith("50% share: ")
