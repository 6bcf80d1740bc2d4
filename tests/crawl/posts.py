"""What the crawler sends."""

from collections.abc import Mapping, Sequence
from typing import Any

from bs4 import BeautifulSoup

from forms_flow.definition import Flow, Question, Step
from forms_flow.fields import registry
from forms_flow.fields.companions_field import fewest
from forms_flow.fields.forms import post_of

NONSENSE = "؟!"
#: Kinds that accept any words, or whose page sends none.
FREE = frozenset({"short_text", "long_text", "consent", "declaration", "upload", "companions", "information"})
#: Kinds whose answer the crawler can blank in the draft.
PLAIN = frozenset({"full_name", "short_text", "long_text", "mobile", "email", "single_choice"})


def nothing(page: BeautifulSoup) -> dict[str, Any]:
    """Return what a browser sends when everything is blank: empty boxes, and nothing of what is not chosen."""
    chosen = {"radio", "checkbox", "file"}
    return {str(item["name"]): None if item.get("type") in chosen else "" for item in _controls(page)}


def nonsense(page: BeautifulSoup) -> dict[str, Any]:
    """Return a post in which every control says something that means nothing."""
    return {str(item["name"]): NONSENSE for item in _controls(page) if item.get("type") != "file"}


def must_be_refused(questions: Sequence[Question], situation: str) -> bool:
    """Tell whether a page that is left empty, or filled with nonsense, has to come back with mistakes."""
    always = [item for item in questions if not item.show_when.conditions]
    if situation == "bad":
        return any(item.kind not in FREE for item in always)
    return any(_wants_something(item) for item in always)


def entry(step: Step, group: Question, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the post of one entry of a repeating group."""
    return post_of(Step(key=step.key, title=group.label, questions=group.parts), answers, step.key)


def plain_question(flow: Flow, answers: Mapping[str, Any]) -> Question | None:
    """Return a question on the route that has to be answered, on which nothing else hangs."""
    told = {item.question for step in flow.steps for item in step.show_when.conditions}
    told |= {item.question for step in flow.steps for way in step.exits for item in way.when.conditions}
    told |= {item.question for step in flow.steps for q in step.questions for item in q.show_when.conditions}
    asked = (item for item in flow.asked(answers) if item.required and item.kind in PLAIN)
    return next((item for item in asked if item.key not in told), None)


def _wants_something(question: Question) -> bool:
    if question.kind == "companions":
        return fewest(question) > 0
    return question.required and registry.kind(question.kind).has_answer


def _controls(page: BeautifulSoup) -> Sequence[Any]:
    return page.select("main form [name]:not([type=hidden]):not(button):not([name=website])")
