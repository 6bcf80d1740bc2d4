"""Digits of every script."""

import pytest

from home.digits import strip_invisible, to_ascii_digits

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
