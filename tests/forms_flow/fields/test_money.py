"""Amounts in riyals: the vectors of the specification."""

import pytest

from forms_flow.fields import registry
from forms_flow.fields.money import normal_amount
from tests.forms_flow.fields.asking import a_question, answer, message

pytestmark = pytest.mark.unit

MARKS = "Income: put a point before the halalas and a comma only between thousands: 4,500.50"
DIGITS = "Income: write the amount in digits, for example 4500 or 4500.50"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("٤٬٥٠٠٫٥٠ ريال", "4500.50"),
        ("4,500", "4500"),
        ("١٢٬٣٤٥", "12345"),
        ("۴٬۵۰۰", "4500"),
        ("4،500", "4500"),
        ("4 500", "4500"),
        ("4500.5", "4500.50"),
        ("4500.00", "4500"),
        ("0", "0"),
        ("\u200f4500\u200f", "4500"),
        ("４５００", "4500"),
        ("SAR 4500", "4500"),
        ("4500 ر.س", "4500"),
        ("4500 riyals", "4500"),
        ("4500﷼", "4500"),
        ("\u20c14500", "4500"),
        ("3000 ريال سعودي", "3000"),
        ("999,999,999.00", "999999999"),
    ],
)
def test_an_amount_is_stored_in_one_form_and_typed_again_as_it_was(typed: str, stored: str) -> None:
    """Req 39: every script and mark."""
    found = answer("money", typed)
    assert found["value"] == stored
    assert answer("money", registry.kind("money").initial(found)) == found


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("12,5", MARKS),
        ("4,500,5", MARKS),
        ("0,500", MARKS),
        ("1,234٬567", MARKS),
        ("−5", DIGITS),
        ("-5", DIGITS),
        ("4.500", DIGITS),
        ("4500.555", DIGITS),
        ("1.2.3", DIGITS),
        ("12 5", DIGITS),
        ("4500.", DIGITS),
        (".50", DIGITS),
        ("ريال", DIGITS),
        ("a lot", DIGITS),
        ("4500 USD", DIGITS),
        ("1234567890", DIGITS),
    ],
)
def test_an_amount_that_can_be_read_in_two_ways_is_not_guessed(typed: str, text: str) -> None:
    """Req 36, 40."""
    assert message("money", typed, label="Income") == text
    assert normal_amount(typed) is None


def test_an_amount_keeps_the_questions_limits() -> None:
    assert message("money", "50", label="Income", min=100) == "Income: write 100 riyals or more"
    assert message("money", "1,000.01", label="Income", max=1000) == ("Income: write an amount from 0 to 1,000 riyals")
    assert message("money", "\u200f", label="Income") == "Enter income"
    assert answer("money", "", required=False) is None


def test_an_amount_is_shown_as_it_was_understood_and_masked_whole() -> None:
    found = answer("money", "٤٬٥٠٠٫٥٠ ريال")
    kind, question = registry.kind("money"), a_question("money")
    assert found == {"value": "4500.50", "raw": "٤٬٥٠٠٫٥٠ ريال"}
    assert kind.summary(question, found, "en") == ["4,500.50 riyals"]
    assert kind.summary(question, found, "ar") == ["4,500.50 ريال"]
    assert kind.masked(question, found, "ar") == ["****** ريال"]
    assert [kind.summary(question, None, "en"), kind.masked(question, None, "en")] == [[], []]
