"""Which steps and questions some answers lead to (req 87)."""

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from forms_flow.definition import Flow, Question
from forms_flow.enums import Track
from forms_flow.pages.compile import bare_steps
from forms_flow.pages.texts import entries

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

Path = tuple[int | str, ...]

#: Beyond so many combinations of answers the check gives up and complains of nothing.
MOST_ROUTES = 5_000
OTHER = "another-answer"


def never_asked(stream: "StreamValue") -> list[Path]:
    """Return the paths of the conditions that no answers can meet.

    Only answers that some condition speaks of are tried, with one other answer and none, through the same route that
    applicants take.
    """
    flow = Flow(key="", track=Track.ASSISTANCE, title={}, steps=bare_steps(stream))
    routes = list(islice(_answer_sets(flow), MOST_ROUTES + 1))
    if len(routes) > MOST_ROUTES:
        return []
    met = {key for answers in routes for key in _met(flow, answers)}
    return [path for path, key in _conditional(stream) if key not in met]


def _met(flow: Flow, answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    settled = flow.settled(answers)
    for step in flow.route(settled):
        yield "step", step.key
        for question in step.asked(settled):
            yield "question", question.key


def _conditional(stream: "StreamValue") -> Iterator[tuple[Path, tuple[str, str]]]:
    for position, _name, step in entries(stream, "step"):
        if step.get("conditions"):
            here: Path = (position, "key")
            yield here, ("step", step.get("key") or "")
        for index, _kind, question in entries(step.get("questions"), "question"):
            if question.get("conditions"):
                there: Path = (position, "questions", index, "key")
                yield there, ("question", question.get("key") or "")


def _answer_sets(flow: Flow) -> Iterator[dict[str, Any]]:
    mentioned = _mentioned(flow)
    asked = [question for key in mentioned if (question := flow.question(key))]
    for combination in product(*(_tries(question, mentioned[question.key]) for question in asked)):
        pairs = zip(asked, combination, strict=True)
        yield {question.key: {"value": given} for question, given in pairs if given is not None}


def _mentioned(flow: Flow) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for step in flow.steps:
        for shown in (step.show_when, *(question.show_when for question in step.questions)):
            for condition in shown.conditions:
                found.setdefault(condition.question, set()).update(condition.values)
    return found


def _tries(question: Question, mentioned: set[str]) -> list[Any]:
    offered = {choice.key for choice in question.choices}
    answers: list[Any] = sorted(mentioned & offered if offered else mentioned)
    if question.kind == "yes_no":
        answers = ["yes", "no"] + (["unsure"] if question.options.get("unsure") else [])
    elif question.kind == "consent":
        answers = ["yes"] if question.required else ["yes", "no"]
    elif not offered or offered - mentioned:
        answers.append(OTHER)
    if question.kind in {"several_choices", "availability"}:
        answers = [[answer] for answer in answers] + [answers]
    return answers if question.required else [*answers, None]
