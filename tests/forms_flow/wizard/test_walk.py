"""Any way through the form, in any order, ends with the answers of the route and no others."""

import dataclasses
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms_flow.conditions import Answers
from forms_flow.definition import Flow, Question
from forms_flow.enums import Operator
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft
from forms_flow.records.versions import FormVersion
from tests.forms_flow import factories
from tests.forms_flow.wizard.walker import Applicant, a_choice_step, a_flow, when

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

FLOW = a_flow(
    steps=(
        a_choice_step("one", "first"),
        a_choice_step("two", "second", show_when=when("first", "a", "b")),
        a_choice_step("three", "third", show_when=when("second", "a", operator=Operator.IS_NOT)),
        a_choice_step("four", "fourth", show_when=when("third", "b")),
    )
)
LETTERS = st.sampled_from("abc")
ACTS = st.one_of(
    st.tuples(st.just("answer"), LETTERS),
    st.tuples(st.just("wrong"), LETTERS),
    st.tuples(st.sampled_from(["back", "reload", "language", "second tab", "resume", "new version"]), LETTERS),
    st.tuples(st.sampled_from(["one", "two", "three", "four", "check"]), LETTERS),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=3, max_size=14))
def test_what_is_sent_is_what_the_route_asks(db: None, acts: list[tuple[str, str]]) -> None:
    """Req 13, 15, 16, 17, 24, 27."""
    del db
    factories.a_department()
    FormVersion.objects.publish(FLOW)
    applicant, told = Applicant().begin(), {}
    for act, letter in acts:
        applicant = walk(applicant, act, letter, told)
        assert applicant.status == 200
        assert applicant.draft.state is None or saved(applicant.draft) == told
    while applicant.step != "check":
        applicant = walk(applicant, "answer", "b", told)
    applicant.send({"declaration": "on"})
    sent = Application.objects.get(draft=applicant.draft)
    assert {key: answer["value"] for key, answer in sent.answers().items()} == expected(FLOW, told)


def walk(applicant: Applicant, act: str, letter: str, told: dict[str, str]) -> Applicant:
    """Do one thing that a person does, and note in `told` what the site must now remember."""
    if act in {"answer", "wrong"}:
        return fill(applicant, letter if act == "answer" else "z", told)
    ways = {
        "back": lambda: applicant.open(str(applicant.page.select_one(".back-link")["href"])),
        "reload": lambda: applicant.open(applicant.url),
        "language": applicant.switch_language,
        "second tab": lambda: second_tab(applicant),
        "resume": lambda: resumed(applicant),
        "new version": lambda: published_again(applicant),
    }
    there = ways[act]() if act in ways else applicant.open(f"{applicant.url.split(applicant.step)[0]}{act}/")
    return there.open(str(there.page.select_one("main .alert a")["href"])) if "/new/" in there.url else there


def fill(applicant: Applicant, letter: str, told: dict[str, str]) -> Applicant:
    """Answer the step's question, right or wrong."""
    if applicant.step == "check":
        return applicant
    question = FLOW.step(applicant.step).questions[0].key
    if letter in "abc":
        told[question] = letter
    return applicant.send({f"{applicant.step}-{question}": letter})


def second_tab(applicant: Applicant) -> Applicant:
    """Go on in another tab of the same browser."""
    tab = Applicant()
    tab.client = applicant.client
    return tab.open(applicant.url)


def resumed(applicant: Applicant) -> Applicant:
    """Go on in a new browser by the link."""
    applicant.open(f"{applicant.url.split(applicant.step)[0]}save/")
    if not applicant.page.select("output"):
        applicant.send()
    link = applicant.page.select_one("output").get_text(strip=True).removeprefix("http://testserver")
    return Applicant().open(link).send()


def published_again(applicant: Applicant) -> Applicant:
    """Go on while the form is published anew, without its last three steps: the journey keeps its own version."""
    changed = dataclasses.replace(FLOW, steps=FLOW.steps[:1], minutes=FormVersion.objects.count())
    FormVersion.objects.publish(changed)
    return applicant.open(applicant.url)


def saved(draft: Draft) -> dict[str, Any]:
    """Return what the draft remembers."""
    return {key: answer["value"] for key, answer in (draft.state or {"answers": {}})["answers"].items()}


def expected(flow: Flow, told: dict[str, str]) -> dict[str, str]:
    """Return, question by question, what is asked given what was asked before: the rule said a second time."""
    kept: dict[str, str] = {}
    for step in flow.steps:
        question = step.questions[0]
        if question.key in told and asked(step.show_when.conditions, kept):
            kept[question.key] = told[question.key]
    return kept


def asked(conditions: Any, kept: dict[str, str]) -> bool:
    """Tell whether plain values meet the conditions."""
    return all(
        (kept.get(item.question) not in item.values)
        if item.operator == Operator.IS_NOT
        else (kept.get(item.question) in item.values)
        for item in conditions
    )


def test_the_flow_of_the_walk_has_answers_that_hide_others() -> None:
    answers: Answers = {key: {"value": "a"} for key in ("first", "second", "third")}
    questions: list[Question] = list(FLOW.asked(FLOW.settled(answers)))
    assert [question.key for question in questions] == ["first", "second"]
