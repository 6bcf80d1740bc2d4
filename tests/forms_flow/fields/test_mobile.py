"""Mobile numbers of the Kingdom and of pilgrims' countries."""

import pytest

from forms_flow.enums import MatchKind
from forms_flow.fields import registry
from forms_flow.fields.mobile import normal_mobile
from tests.forms_flow.fields.asking import a_question, answer, message

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0512345678", "+966512345678"),
        ("512345678", "+966512345678"),
        ("+966 51 234 5678", "+966512345678"),
        ("00966512345678", "+966512345678"),
        ("966512345678", "+966512345678"),
        ("+966 0512345678", "+966512345678"),
        ("٠٥١٢٣٤٥٦٧٨", "+966512345678"),
        ("\u202a0512345678\u202c", "+966512345678"),
        ("(051) 234-5678", "+966512345678"),
        ("0521234567", "+966521234567"),
        ("+923001234567", "+923001234567"),
        ("+6281234567890", "+6281234567890"),
        ("+201001234567", "+201001234567"),
        ("0092 300 1234567", "+923001234567"),
    ],
)
def test_a_mobile_is_stored_in_one_form(typed: str, stored: str) -> None:
    """Req 39."""
    assert answer("mobile", typed)["value"] == stored


@pytest.mark.parametrize(
    "typed",
    ["05123456", "05123456789", "0126771234", "920012345", "+442079460000", "+9661267712345", "abc", "+", "+5512"],
)
def test_what_is_no_mobile_is_told_what_one_looks_like(typed: str) -> None:
    """Req 36."""
    assert message("mobile", typed, label="Mobile number") == (
        "Mobile number: write a mobile like 0501234567, or + and the country code for another country"
    )


def test_a_foreign_number_may_be_ruled_out() -> None:
    assert message("mobile", "+923001234567", label="Mobile number", saudi_only=True) == (
        "Mobile number: write 10 digits that begin with 05, for example 0501234567"
    )


def test_a_number_is_shown_as_typed_masked_in_lists_and_found_in_one_form() -> None:
    """Req 30, 72, 76."""
    found = answer("mobile", "٠٥١٢ ٣٤٥ ٦٧٨")
    kind, question = registry.kind("mobile"), a_question("mobile")
    assert kind.initial(found) == "٠٥١٢ ٣٤٥ ٦٧٨"
    assert kind.masked(question, found, "en") == ["******5678"]
    assert kind.tokens(question, found) == [(MatchKind.MOBILE, "+966512345678")]
    assert normal_mobile("0512345678") == "+966512345678"
