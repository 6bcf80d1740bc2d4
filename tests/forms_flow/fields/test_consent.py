"""Consents, and the grid of days and times."""

import hashlib

import pytest

from forms_flow.conditions import Condition, ShowWhen, plain_values
from forms_flow.enums import Operator
from forms_flow.fields import registry
from forms_flow.fields.availability import TIMES
from forms_flow.fields.consent import digest
from tests.forms_flow.fields.asking import a_form, a_question, answer, message

pytestmark = pytest.mark.unit

HINT = {"ar": "أوافق على حفظ بياناتي الصحية.", "en": "I agree that my health details are kept."}
MARKS = {language: hashlib.sha256(text.encode()).hexdigest() for language, text in HINT.items()}
CHANGED = "Health: the text has changed; read it again, and tick the box if you agree"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_consent_is_kept_with_the_mark_of_the_text_that_was_shown(language: str) -> None:
    """Also in the other language of the same form."""
    found = answer("consent", {"tick": "yes", "text": MARKS[language]}, hint=HINT)
    assert found == {"value": True, "text_digest": MARKS[language]}
    assert plain_values(found) == {"yes"}


def test_a_consent_not_given_is_an_answer_unless_it_is_needed() -> None:
    found = answer("consent", {"tick": "", "text": MARKS["en"]}, hint=HINT, required=False)
    assert found == {"value": False, "text_digest": MARKS["en"]}
    assert plain_values(found) == {"no"}
    assert answer("consent", {}, hint=HINT, required=False) == found
    assert message("consent", {}, label="Health", hint=HINT) == (
        "Health: tick the box if you agree; we cannot go on without it"
    )
    assert message("consent", {}, hint=HINT, missing={"en": "Tick it"}) == "Tick it"


@pytest.mark.parametrize("required", [True, False])
@pytest.mark.parametrize("mark", ["", digest("An older text"), "x"])
def test_a_tick_beside_another_text_counts_for_nothing(mark: str, required: bool) -> None:  # noqa: FBT001 - a vector
    typed = {"tick": "yes", "text": mark}
    assert message("consent", typed, label="Health", hint=HINT, required=required) == CHANGED
    form = a_form(a_question("consent", hint=HINT), post={"q-tick": "yes", "q-text": mark})
    assert "checked" not in str(form["q"])


def test_a_consent_is_never_ticked_beforehand_and_shows_its_text_once() -> None:
    question = a_question("consent", hint=HINT)
    html = a_form(question)["q"].as_field_group()
    assert "checked" not in html
    assert html.count(HINT["en"]) == 1
    assert f'value="{MARKS["en"]}"' in html
    given = a_form(question, answers={"q": {"value": True, "text_digest": MARKS["ar"]}})
    assert str(given["q"]).count("checked") == 1


def test_a_consent_says_what_was_said() -> None:
    kind, question = registry.kind("consent"), a_question("consent", hint=HINT)
    said = [kind.summary(question, {"value": value, "text_digest": ""}, "en") for value in (True, False)]
    assert said == [["I agree"], ["I do not agree"]]
    assert kind.summary(question, None, "en") == []


def test_times_are_stored_in_the_order_of_the_week_and_read_by_day() -> None:
    found = answer("availability", ["fri-night", "sun-evening", "sun-morning", "sun-morning", "never"])
    kind, question = registry.kind("availability"), a_question("availability")
    assert found == {"value": ["sun-morning", "sun-evening", "fri-night"]}
    assert kind.summary(question, found, "en") == ["Sunday: Morning, Evening", "Friday: Night"]
    assert kind.summary(question, found, "ar") == ["الأحد: صباحًا، مساءً", "الجمعة: ليلًا"]
    assert kind.summary(question, None, "en") == []
    assert plain_values(found) == {"sun-morning", "sun-evening", "fri-night"}


def test_the_week_has_a_fieldset_a_day_and_a_box_a_time() -> None:
    html = str(a_form(a_question("availability"), answers={"q": {"value": ["mon-night"]}})["q"])
    assert (html.count("<fieldset"), html.count('type="checkbox"'), html.count("checked")) == (7, len(TIMES), 1)
    assert message("availability", [], label="Times") == "Choose times"
    assert message("availability", ["never"], label="Times") == "Choose times"
    assert answer("availability", [], required=False) is None


def test_a_question_that_hangs_on_an_address_of_its_page_is_left_to_the_server() -> None:
    rule = ShowWhen(conditions=(Condition(question="home", operator=Operator.ANSWERED),))
    home, more = a_question("national_address", key="home", required=False), a_question("short_text", show_when=rule)
    assert a_form(home, more)["q"].show_when == ""
    assert a_form(home, more, post={}).errors == {}
    assert a_form(home, more, post={"home-short": "RRRD2929"}).errors == {"q": ["Enter full answer"]}
