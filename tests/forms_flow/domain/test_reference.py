"""Reference numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_flow.domain.reference import grouped, is_reference, new_reference

pytestmark = pytest.mark.unit


def test_a_reference_is_eleven_digits_that_check() -> None:
    references = {new_reference() for _ in range(500)}
    assert len(references) == 500
    assert all(is_reference(reference) and reference[0] != "0" for reference in references)


@given(position=st.integers(0, 10), shift=st.integers(1, 9))
def test_any_single_wrong_digit_is_noticed(position: int, shift: int) -> None:
    reference = new_reference()
    digit = str((int(reference[position]) + shift) % 10)
    assert not is_reference(reference[:position] + digit + reference[position + 1 :])


def test_a_reference_is_said_four_three_four() -> None:
    assert grouped("26473189053") == "2647-318-9053"


@pytest.mark.parametrize("text", ["", "123", "٢٦٤٧٣١٨٩٠٥٣", "2647-318-9053"])
def test_only_clean_digits_are_a_reference(text: str) -> None:
    assert not is_reference(text)
