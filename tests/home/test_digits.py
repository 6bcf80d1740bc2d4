"""Digits of every script."""

import pytest

from home.digits import row_number, strip_invisible, to_ascii_digits

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("٠١٢٣٤٥٦٧٨٩", "0123456789"), ("۰۱۲۳۴۵۶۷۸۹", "0123456789"), ("৪২", "42"), ("2026", "2026"), ("½", "½")],
)
def test_digits_of_any_script_become_western(typed, shown) -> None:
    """Req 117."""
    assert to_ascii_digits(typed) == shown


@pytest.mark.parametrize("mark", ["\u00ad", "\u061c", "\u200b", "\u200d", "\u200f", "\u202e", "\u2066", "\ufeff"])
def test_marks_that_cannot_be_seen_are_dropped(mark) -> None:
    assert strip_invisible(f"0{mark}5") == "05"


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("٧", 7), ("999999999", 999_999_999), ("", None), ("-1", None), ("²", None), ("7x", None)],
)
def test_a_number_of_a_row_is_read(text, number) -> None:
    assert row_number(text) == number


@pytest.mark.parametrize("digits", [10, 25, 5000])
def test_a_number_that_no_row_can_have_is_none(digits) -> None:
    """Python itself refuses to read more than 4300 digits."""
    assert row_number("9" * digits) is None
