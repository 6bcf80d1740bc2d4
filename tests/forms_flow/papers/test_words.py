"""Conditions in words, for people with a pen."""

from typing import Any

import pytest
from django.utils.translation import override

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import Choice, Flow, Question, Step
from forms_flow.enums import Operator, Track
from forms_flow.papers.words import Words

pytestmark = pytest.mark.unit

CITY = Question(
    key="city",
    kind="single_choice",
    label={"ar": "المدينة", "en": "City"},
    choices=(
        Choice(key="r", label={"ar": "رابغ", "en": "Rabigh"}),
        Choice(key="j", label={"ar": "جدة", "en": "Jeddah"}),
    ),
)
QUESTIONS = (
    CITY,
    Question(key="unwell", kind="yes_no", label={"ar": "هل أنت مريض؟", "en": "Are you unwell?"}),
    Question(key="born", kind="birth_date", label={"ar": "تاريخ الميلاد", "en": "Birth date"}),
    Question(key="people", kind="whole_number", label={"ar": "العدد", "en": "People"}),
    Question(key="who", kind="identity", label={"ar": "الهوية", "en": "Identity"}),
    Question(key="where", kind="country", label={"ar": "البلد", "en": "Country"}),
)
FLOW = Flow(key="x", track=Track.ASSISTANCE, title={}, steps=(Step(key="a", title={"ar": "أ"}, questions=QUESTIONS),))
NUMBERS = {question.key: number for number, question in enumerate(QUESTIONS, start=1)}


def said(*conditions: tuple[str, Operator, tuple[str, ...]], language: str = "en", **rules: Any) -> str:
    shown = ShowWhen(
        conditions=tuple(Condition(question=key, operator=how, values=values) for key, how, values in conditions),
        **rules,
    )
    with override(language):
        return Words(FLOW, NUMBERS, language).only_if(shown)


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (("city", Operator.IS, ("r",)), "Only if the answer to question 1 is “Rabigh”"),
        (("city", Operator.ONE_OF, ("r", "j")), "Only if the answer to question 1 is “Rabigh” or “Jeddah”"),
        (("city", Operator.IS_NOT, ("j",)), "Only if the answer to question 1 is not “Jeddah”"),
        (("unwell", Operator.IS, ("yes",)), "Only if the answer to question 2 is “Yes”"),
        (("born", Operator.LESS_THAN, ("18",)), "Only if the age in question 3 is below 18"),
        (("born", Operator.AT_LEAST, ("18",)), "Only if the age in question 3 is 18 or more"),
        (("people", Operator.LESS_THAN, ("3",)), "Only if the number in question 4 is below 3"),
        (("people", Operator.ANSWERED, ()), "Only if question 4 is answered"),
        (("who", Operator.IS, ("passport",)), "Only if the answer to question 5 is “Passport”"),
        (("where", Operator.IS, ("SA",)), "Only if the answer to question 6 is “Saudi Arabia”"),
        (("gone", Operator.IS, ("x",)), "Only if the answer to “gone” is “x”"),
    ],
)
def test_a_condition_names_the_question_by_its_number(
    condition: tuple[str, Operator, tuple[str, ...]], sentence: str
) -> None:
    assert said(condition) == sentence


def test_what_is_asked_of_everybody_says_nothing() -> None:
    assert said() == ""


def test_several_conditions_are_joined_as_the_editor_chose() -> None:
    both = (("city", Operator.IS, ("r",)), ("unwell", Operator.IS, ("no",)))
    assert said(*both) == "Only if the answer to question 1 is “Rabigh” and the answer to question 2 is “No”"
    assert (
        said(*both, any_of=True) == "Only if the answer to question 1 is “Rabigh” or the answer to question 2 is “No”"
    )


def test_the_arabic_reads_as_a_sentence() -> None:
    both = (("city", Operator.IS, ("r",)), ("born", Operator.LESS_THAN, ("18",)))
    assert said(*both, language="ar") == "فقط إذا كانت إجابة السؤال 1 «رابغ» وكان العمر في السؤال 3 أقل من 18"


def test_parts_of_a_companion_are_named_by_their_label() -> None:
    part = Question(key="relation", kind="yes_no", label={"en": "Is it your child?"})
    shown = ShowWhen(conditions=(Condition(question="relation", operator=Operator.IS, values=("yes",)),))
    with override("en"):
        sentence = Words(FLOW, NUMBERS, "en", parts=(part,)).only_if(shown)
    assert sentence == "Only if the answer to “Is it your child?” is “Yes”"
