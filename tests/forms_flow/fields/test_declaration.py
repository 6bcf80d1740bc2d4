"""Declarations: a consent without a no."""

import pytest

from forms_flow.fields import registry
from forms_flow.fields.consent import digest
from tests.forms_flow.fields.asking import a_form, a_question, answer, message

pytestmark = pytest.mark.unit

HINT = {"ar": "أتعهد بحفظ أسرار المستفيدين.", "en": "I keep what beneficiaries tell me to myself."}
MARK = digest(HINT["en"])


@pytest.mark.parametrize("required", [True, False])
def test_a_declaration_must_be_ticked_whatever_the_editor_says(required: bool) -> None:  # noqa: FBT001 - a vector
    """Req 53."""
    question = {"label": "Charter", "hint": HINT, "required": required}
    expected = "Charter: read the text, and tick the box if you declare it"
    assert message("declaration", {"tick": "", "text": MARK}, **question) == expected
    assert message("declaration", {}, **question) == expected
    assert message("declaration", {}, missing={"en": "Tick the charter"}, **question) == "Tick the charter"
    assert answer("declaration", {"tick": "yes", "text": MARK}, **question) == {"value": True, "text_digest": MARK}


def test_a_declaration_of_another_text_counts_for_nothing() -> None:
    typed = {"tick": "yes", "text": digest("An older text")}
    assert message("declaration", typed, label="Charter", hint=HINT) == (
        "Charter: the text has changed; read it again, and tick the box if you agree"
    )


def test_a_declaration_is_never_optional_nor_ticked_beforehand_and_says_what_was_declared() -> None:
    question = a_question("declaration", hint=HINT, required=False)
    html = a_form(question)["q"].as_field_group()
    assert ("(optional)" in html, "checked" in html, html.count(HINT["en"])) == (False, False, 1)
    kind = registry.kind("declaration")
    assert kind.summary(question, {"value": True, "text_digest": MARK}, "en") == ["I declare this"]
    assert kind.summary(question, None, "en") == []
