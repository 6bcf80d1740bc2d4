"""Mistakes in a form are refused with a plain message, at the block where they are (req 87)."""

from typing import Any

import pytest
from django.utils.translation import override
from wagtail.blocks.stream_block import StreamBlockValidationError

from forms_flow.pages.blocks import StepsBlock
from forms_flow.pages.checks import problems
from tests.forms_flow.pages.conftest import block, colour, condition, good_steps, question, step

pytestmark = pytest.mark.unit

Steps = list[dict[str, Any]]
NOT_OFFERED = "The earlier question does not offer this answer."


def found(steps: Steps) -> list[tuple[tuple[int | str, ...], str]]:
    with override("en"):
        return [(path, str(message)) for path, message in problems(StepsBlock().to_python(steps))]


def test_a_good_form_has_no_problem() -> None:
    assert found(good_steps()) == []


@pytest.mark.parametrize(
    ("steps", "path", "message"),
    [
        ([step("", "أ", colour())], (0, "key"), "Give it a key."),
        ([step("one", "أ", colour()), step("one", "ب", colour("b"))], (1, "key"), "Another step has this key."),
        (
            [step("check", "أ", colour())],
            (0, "key"),
            "The site uses this word in its own addresses. Choose another key.",
        ),
        ([step("one", "أ")], (0, "questions"), "This step is empty. Add a question or a text."),
        (
            [step("one", "أ", colour()), step("two", "ب", colour())],
            (1, "questions", 0, "key"),
            "Another question has this key.",
        ),
        ([step("one", "أ", question("", "short_text", "ب"))], (0, "questions", 0, "key"), "Give it a key."),
        (
            [step("one", "أ", question("q", "riddle", "ب"))],
            (0, "questions", 0, "kind"),
            "Choose a kind of question.",
        ),
        (
            [step("one", "أ", question("q", "short_text", "ب", purpose=" "))],
            (0, "questions", 0, "purpose"),
            "Say why this is asked.",
        ),
        (
            [step("one", "أ", question("q", "single_choice", "ب", choices=[block("choice", key="a", label="أ")]))],
            (0, "questions", 0, "kind"),
            "A choice question needs at least two choices.",
        ),
        (
            [
                step(
                    "one",
                    "أ",
                    question(
                        "q", "single_choice", "ب", choices=[block("choice", key="a", label=text) for text in "اب"]
                    ),
                )
            ],
            (0, "questions", 0, "choices", 1, "key"),
            "Another choice has this key.",
        ),
        (
            [step("one", "أ", colour(), conditions=[condition("nobody", "yes")])],
            (0, "conditions", 0, "question"),
            "No earlier question has this key.",
        ),
        (
            [step("one", "أ", colour("a"), conditions=[condition("b", "green")]), step("two", "ب", colour("b"))],
            (0, "conditions", 0, "question"),
            "No earlier question has this key.",
        ),
        (
            [step("one", "أ", colour("a"), conditions=[condition("a", "green")])],
            (0, "conditions", 0, "question"),
            "No earlier question has this key.",
        ),
        (
            [step("one", "أ", colour("a")), step("two", "ب", colour("b"), conditions=[condition("a", "blue")])],
            (1, "conditions", 0, "answers"),
            "The earlier question does not offer this answer.",
        ),
        (
            [step("one", "أ", colour("a")), step("two", "ب", colour("b"), conditions=[condition("a", "")])],
            (1, "conditions", 0, "answers"),
            "Say which answers count.",
        ),
        (
            [
                step("one", "أ", question("q", "yes_no", "ب")),
                step("two", "ب", colour("b"), conditions=[condition("q", "unsure")]),
            ],
            (1, "conditions", 0, "answers"),
            "The earlier question does not offer this answer.",
        ),
        (
            [
                step("one", "أ", colour("a")),
                step("two", "ب", colour("b"), conditions=[condition("a", "green"), condition("a", "sand")]),
            ],
            (1, "key"),
            "No answers lead here. Check the conditions.",
        ),
        (
            [
                step("one", "أ", colour("a")),
                step("two", "ب", colour("b"), conditions=[condition("a", "green")]),
                step("three", "ج", colour("c"), conditions=[condition("b", "green"), condition("a", "sand")]),
            ],
            (2, "key"),
            "No answers lead here. Check the conditions.",
        ),
        (
            [step("one", "أ", question("q", "consent", "ب", hint=" "))],
            (0, "questions", 0, "hint"),
            "Write here the text that people agree to.",
        ),
        *(
            (
                [
                    step("one", "أ", question("q", kind, "ب", hint="ن")),
                    step("two", "ب", colour("b"), conditions=[rule]),
                ],
                (1, "conditions", 0, "answers"),
                message,
            )
            for kind, rule, message in (
                ("country", condition("q", "SA, XX", "one_of"), NOT_OFFERED),
                ("region_place", condition("q", "SA-13"), NOT_OFFERED),
                ("availability", condition("q", "sun-noon"), NOT_OFFERED),
                ("national_address", condition("q", "RRRD2929"), NOT_OFFERED),
                ("consent", condition("q", "no"), NOT_OFFERED),
                ("consent", condition("q", "", "answered"), "A consent is always answered. Compare it with yes."),
            )
        ),
        (
            [
                step("one", "أ", question("q", "consent", "ب", hint="ن")),
                step("two", "ب", colour("b"), conditions=[condition("q", "yes", "is_not")]),
            ],
            (1, "key"),
            "No answers lead here. Check the conditions.",
        ),
    ],
)
def test_a_mistake_is_found_at_its_block(steps: Steps, path: tuple[int | str, ...], message: str) -> None:
    assert found(steps) == [(path, message)]


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("country", condition("q", "SA, EG", "one_of")),
        ("region_place", condition("q", "SA-02")),
        ("region_place", condition("q", "rabigh", "is_not")),
        ("availability", condition("q", "sun-morning")),
        ("national_address", condition("q", "", "answered")),
        ("money", condition("q", "0", "is_not")),
        ("birth_date", condition("q", "", "answered")),
        ("consent", condition("q", "yes")),
        ("consent", condition("q", "yes", "is_not")),
    ],
)
def test_every_kind_can_be_looked_at(kind: str, rule: dict[str, Any]) -> None:
    asked = question("q", kind, "ب", hint="ن", required=False)
    steps = [step("one", "أ", asked), step("two", "ب", colour("b"), conditions=[rule])]
    assert found(steps) == []
    assert StepsBlock().clean(StepsBlock().to_python(steps))


def test_a_condition_may_look_at_an_earlier_question_of_the_same_step() -> None:
    second = question("b", "short_text", "ب", conditions=[condition("a", "green")])
    assert found([step("one", "أ", colour("a"), second)]) == []


def test_a_condition_that_any_answer_meets_needs_no_answers() -> None:
    later = step("two", "ب", colour("b"), conditions=[condition("a", "", "answered")])
    assert found([step("one", "أ", colour("a")), later]) == []


def test_many_conditions_do_not_stop_the_check_for_long() -> None:
    steps = [step(f"s{number}", "أ", colour(f"q{number}")) for number in range(15)]
    wanted = [condition(f"q{number}", "green") for number in range(15)]
    assert found([*steps, step("last", "ب", colour("z"), conditions=wanted)]) == []


def test_publishing_is_refused_at_the_block_and_a_draft_is_not() -> None:
    steps = [step("one", "أ", colour()), step("one", "ب", colour("b"))]
    stream = StepsBlock()
    with pytest.raises(StreamBlockValidationError) as error:
        stream.clean(stream.to_python(steps))
    assert set(error.value.block_errors[1].block_errors) == {"key"}
    stream.defer_required_validation() if hasattr(stream, "defer_required_validation") else None
    assert len(stream.clean_deferred(stream.to_python(steps))) == 2
