"""Radios and tick boxes."""

import pytest

from forms_flow.conditions import plain_values
from forms_flow.fields import registry
from tests.forms_flow.fields.asking import a_question, answer, message

pytestmark = pytest.mark.unit


def test_one_choice_is_stored_by_its_key_and_shown_by_its_label() -> None:
    found = answer("single_choice", "water")
    assert found == {"value": "water"}
    assert registry.kind("single_choice").summary(a_question("single_choice"), found, "ar") == ["ماء"]


@pytest.mark.parametrize("typed", ["", "gold"])
def test_no_choice_and_a_foreign_one_are_the_same(typed: str) -> None:
    assert message("single_choice", typed, label="Service") == "Choose service"
    assert message("single_choice", typed, label="Which one?") == "Choose an answer: Which one?"


def test_several_choices_are_stored_in_the_order_of_the_question() -> None:
    found = answer("several_choices", ["meals", "water", "water", "gold"])
    assert found == {"value": ["water", "meals"]}
    assert registry.kind("several_choices").summary(a_question("several_choices"), found, "en") == ["Water", "Meals"]
    assert answer("several_choices", [], required=False) is None
    assert message("several_choices", ["gold"], label="Services") == "Choose services"


def test_none_of_these_stands_alone() -> None:
    assert answer("several_choices", ["none"], exclusive="none") == {"value": ["none"]}
    assert message("several_choices", ["none", "water"], label="Services", exclusive="none") == (
        "Services: choose “None of these” alone, or the other answers without it"
    )


@pytest.mark.parametrize(("typed", "value", "word"), [("yes", True, "Yes"), ("no", False, "No")])
def test_yes_and_no_are_stored_as_what_they_mean(typed: str, value: bool, word: str) -> None:  # noqa: FBT001 - a vector
    found = answer("yes_no", typed)
    assert found == {"value": value}
    assert plain_values(found) == {typed}
    assert registry.kind("yes_no").summary(a_question("yes_no"), found, "en") == [word]


def test_not_knowing_is_an_answer_where_it_is_offered() -> None:
    """Req 22."""
    assert answer("yes_no", "unsure", unsure=True) == {"value": "unsure"}
    assert message("yes_no", "unsure", label="Ill?") == "Choose an answer: Ill?"
