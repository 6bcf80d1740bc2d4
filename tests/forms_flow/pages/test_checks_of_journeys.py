"""Exit pages, repeating groups and options: what an editor is told of them (req 87)."""

from typing import Any

import pytest
from django.utils.translation import override

from forms_flow.pages.blocks import StepsBlock
from forms_flow.pages.checks import RESERVED, problems
from forms_flow.wizard.urls import urlpatterns
from tests.forms_flow.pages.conftest import block, colour, condition, good_steps, question, step

pytestmark = pytest.mark.unit

Steps = list[dict[str, Any]]
NOBODY_GOES_ON = "All answers lead here, so nobody could go on. Check the conditions."
NO_WAY = "No answers lead here. Check the conditions."
NOT_EARLIER = "No earlier question has this key."


def found(steps: Steps) -> list[tuple[tuple[int | str, ...], str]]:
    with override("en"):
        return [(path, str(message)) for path, message in problems(StepsBlock().to_python(steps))]


def leaving(*conditions: dict[str, Any], key: str = "not_here", **values: Any) -> dict[str, Any]:
    return block("exit", key=key, title="ليست هنا", body="الجهة المناسبة", conditions=list(conditions), **values)


def companions(*parts: dict[str, Any], **values: Any) -> dict[str, Any]:
    given = {"key": "companions", "label": "المرافقون", "purpose": "لنستعد", "min": 0, "max": 10, **values}
    return block("companions", parts=list(parts), **given)


def number(key: str, **options: Any) -> dict[str, Any]:
    return question(key, "whole_number", "العدد", options=options)


def name(key: str = "name") -> dict[str, Any]:
    return question(key, "full_name", "الاسم")


def test_good_exits_and_groups_have_no_problem() -> None:
    steps = [
        step("age", "العمر", number("age"), leaving(condition("age", "18", "less_than"))),
        step("people", "المرافقون", companions(name(), question("id", "identity", "الهوية"))),
        step("more", "اللون", colour("more"), conditions=[condition("companions", "", "answered")]),
        *good_steps(),
    ]
    assert found(steps) == []
    assert StepsBlock().clean(StepsBlock().to_python(steps))


@pytest.mark.parametrize(
    ("steps", "path", "message"),
    [
        (
            [step("a", "أ", colour(), leaving())],
            (0, "questions", 1, "conditions"),
            "Say which answers lead to this page.",
        ),
        (
            [step("a", "أ", colour(), leaving(condition("b", "green"))), step("b", "ب", colour("b"))],
            (0, "questions", 1, "conditions", 0, "question"),
            NOT_EARLIER,
        ),
        (
            [step("b", "ب", colour("b")), step("a", "أ", leaving(condition("b", "green")))],
            (1, "questions"),
            "This step is empty. Add a question or a text.",
        ),
        (
            [
                step("a", "أ", colour(), leaving(condition("colour", "green"))),
                step("b", "ب", colour("b"), leaving(condition("b", "green"))),
            ],
            (1, "questions", 1, "key"),
            "Another exit page has this key.",
        ),
        (
            [step("a", "أ", colour(), leaving(condition("colour", "green"), condition("colour", "sand")))],
            (0, "questions", 1, "key"),
            NO_WAY,
        ),
        (
            [
                step("a", "أ", colour(), leaving(condition("colour", "green, sand", "one_of"))),
                step("b", "ب", colour("b")),
            ],
            (0, "questions", 1, "key"),
            NOBODY_GOES_ON,
        ),
        (
            [
                step("a", "أ", colour(), leaving(condition("colour", "green"))),
                step("b", "ب", colour("b"), leaving(condition("colour", "sand"), key="other")),
            ],
            (1, "questions", 1, "key"),
            NOBODY_GOES_ON,
        ),
        (
            [
                step("a", "أ", number("age"), leaving(condition("age", "18", "less_than"))),
                step("b", "ب", colour(), leaving(condition("colour", "green"), key="green")),
                step("c", "ج", number("sons"), leaving(condition("sons", "3", "at_least"), key="many")),
                step("d", "د", colour("d"), leaving(condition("sons", "3", "less_than"), key="few")),
            ],
            (3, "questions", 1, "key"),
            NOBODY_GOES_ON,
        ),
        (
            [
                step("a", "أ", colour(), leaving(condition("colour", "green"))),
                step("b", "ب", colour("b"), conditions=[condition("colour", "green")]),
            ],
            (1, "key"),
            NO_WAY,
        ),
        (
            [step("a", "أ", number("age", min=18), leaving(condition("age", "18", "less_than")))],
            (0, "questions", 1, "key"),
            NO_WAY,
        ),
        (
            [step("exit", "أ", colour())],
            (0, "key"),
            "The site uses this word in its own addresses. Choose another key.",
        ),
    ],
)
def test_a_mistake_about_exit_pages_is_found_at_its_block(
    steps: Steps, path: tuple[int | str, ...], message: str
) -> None:
    assert found(steps) == [(path, message)]


def test_two_exits_that_share_out_all_answers_of_a_step_are_found() -> None:
    exits = (leaving(condition("colour", "green")), leaving(condition("colour", "sand"), key="other"))
    assert found([step("a", "أ", colour(), *exits), step("b", "ب", colour("b"))]) == [
        ((0, "questions", 2, "key"), "All answers end at an exit page, so nobody could apply. Check the conditions.")
    ]


@pytest.mark.parametrize(
    ("steps", "path", "message"),
    [
        (
            [step("a", "أ", colour(), companions(name()))],
            (0, "questions", 1, "key"),
            "Companions need a step of their own.",
        ),
        ([step("a", "أ", companions())], (0, "questions", 0, "parts"), "Add a question about each one."),
        ([step("a", "أ", companions(name(), purpose=" "))], (0, "questions", 0, "purpose"), "Say why this is asked."),
        (
            [step("a", "أ", companions(name(), name()))],
            (0, "questions", 0, "parts", 1, "key"),
            "Another question has this key.",
        ),
        (
            [step("a", "أ", companions(name(), question("paper", "upload", "الورقة")))],
            (0, "questions", 0, "parts", 1, "kind"),
            "Ask for documents in a step of its own, not for each one.",
        ),
        (
            [step("a", "أ", companions(question("more", "companions", "المرافقون")))],
            (0, "questions", 0, "parts", 0, "kind"),
            "Choose a kind of question.",
        ),
        (
            [step("a", "أ", companions(name(), min=5, max=2))],
            (0, "questions", 0, "min"),
            "The smallest is larger than the largest.",
        ),
        (
            [
                step(
                    "a",
                    "أ",
                    companions({**name(), "value": {**name()["value"], "conditions": [condition("b", "green")]}}),
                ),
                step("b", "ب", colour("b")),
            ],
            (0, "questions", 0, "parts", 0, "conditions", 0, "question"),
            NOT_EARLIER,
        ),
        (
            [step("a", "أ", companions(name())), step("b", "ب", colour(), conditions=[condition("companions", "yes")])],
            (1, "conditions", 0, "answers"),
            "The earlier question does not offer this answer.",
        ),
        (
            [step("a", "أ", companions(name())), step("b", "ب", colour(), conditions=[condition("name", "yes")])],
            (1, "conditions", 0, "question"),
            NOT_EARLIER,
        ),
    ],
)
def test_a_mistake_about_companions_is_found_at_its_block(
    steps: Steps, path: tuple[int | str, ...], message: str
) -> None:
    assert found(steps) == [(path, message)]


@pytest.mark.parametrize(
    ("asked", "rule", "at", "message"),
    [
        (
            colour("q"),
            condition("q", "18", "less_than"),
            "operator",
            "Only a number, an amount or an age can be compared like this.",
        ),
        (number("q"), condition("q", "many", "at_least"), "answers", "Write one number in digits, for example 18."),
        (number("q"), condition("q", "1, 2", "at_least"), "answers", "Write one number in digits, for example 18."),
        (number("q"), condition("q", "", "less_than"), "answers", "Write one number in digits, for example 18."),
    ],
)
def test_only_numbers_are_compared_as_numbers(asked: Any, rule: Any, at: str, message: str) -> None:
    steps = [step("a", "أ", asked), step("b", "ب", colour(), conditions=[rule])]
    assert found(steps) == [((1, "conditions", 0, at), message)]


@pytest.mark.parametrize("kind", ["whole_number", "money", "birth_date"])
def test_whatever_has_an_amount_may_be_compared(kind: str) -> None:
    steps = [
        step("a", "أ", question("q", kind, "ب")),
        step("b", "ب", colour(), conditions=[condition("q", "18", "less_than")]),
    ]
    assert found(steps) == []


@pytest.mark.parametrize(
    ("asked", "option", "message"),
    [
        (question("q", "mobile", "ب", options={"prefill_from": "nobody"}), "prefill_from", NOT_EARLIER),
        (
            question("q", "mobile", "ب", options={"prefill_from": "first"}),
            "prefill_from",
            "The earlier question is of another kind.",
        ),
        (question("q", "mobile", "ب", options={"differs_from": "q"}), "differs_from", NOT_EARLIER),
        (number("q", at_most="first"), "at_most", "The earlier question is of another kind."),
        (number("q", below="last"), "below", NOT_EARLIER),
        (question("q", "date", "ب", options={"after": "first"}), "after", "The earlier question is of another kind."),
        (number("q", min=5, max=2), "min", "The smallest is larger than the largest."),
        (question("q", "identity", "ب", options={"kinds": "iqama, card"}), "kinds", "No document has this key."),
    ],
)
def test_options_name_only_what_is_there(asked: Any, option: str, message: str) -> None:
    steps = [step("a", "أ", name("first")), step("b", "ب", asked), step("c", "ج", number("last"))]
    assert found(steps) == [((1, "questions", 0, "options", option), message)]


def test_a_part_may_look_back_at_earlier_questions_and_parts() -> None:
    own = question("id", "identity", "الهوية", options={"differs_from": "own_id"})
    age = number("age", below="household")
    child = {
        **name("guardian"),
        "value": {**name("guardian")["value"], "conditions": [condition("age", "18", "less_than")]},
    }
    steps = [
        step("me", "أ", question("own_id", "identity", "الهوية"), number("household")),
        step("people", "ب", companions(own, age, child)),
    ]
    assert found(steps) == []


def test_a_duplicated_question_is_refused_where_the_copy_stands() -> None:
    """Wagtail's button copies the key as well."""
    assert found([step("a", "أ", colour(), colour())]) == [
        ((0, "questions", 1, "key"), "Another question has this key.")
    ]


def test_the_documents_of_the_service_are_asked_for_once() -> None:
    documents = block("service_documents", purpose="للتحقق", sensitivity="identity")
    assert found([step("a", "أ", documents), step("b", "ب", documents)]) == [
        ((1, "questions", 0, "purpose"), "The documents of the service are asked for already.")
    ]


def test_a_long_form_with_many_conditions_is_still_looked_through() -> None:
    """Only what decides about a step is tried, so unrelated questions do not multiply."""
    steps = [step(f"s{place}", "أ", colour(f"q{place}")) for place in range(20)]
    after = [
        step(f"t{place}", "أ", colour(f"r{place}"), conditions=[condition(f"q{place}", "green")]) for place in range(20)
    ]
    never = step("never", "أ", colour("never"), conditions=[condition("q1", "green"), condition("q1", "sand")])
    assert found([*steps, *after, never]) == [((40, "key"), NO_WAY)]


def test_no_step_can_be_called_what_the_site_calls_its_own_pages() -> None:
    routes = [str(pattern.pattern).split("/") for pattern in urlpatterns]
    words = {parts[1] for parts in routes if parts[0] == "<uuid:draft_id>" and "<" not in parts[1]}
    assert words == RESERVED
