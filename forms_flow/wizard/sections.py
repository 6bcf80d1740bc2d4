"""Answers as check-answers shows them: by step, as typed, each with its way back."""

from collections.abc import Sequence
from typing import NamedTuple

from forms_flow.definition import Question, Step, say
from forms_flow.fields import registry
from forms_flow.wizard.journey import Journey


class Row(NamedTuple):
    """One question with its answer; no line means no answer."""

    label: str
    lines: Sequence[str]
    change_url: str


class Section(NamedTuple):
    """One step."""

    title: str
    rows: Sequence[Row]


def sections(journey: Journey) -> list[Section]:
    """Return the route's questions and nothing else; steps that only inform are left out."""
    found = [Section(say(step.title, journey.language), _rows(journey, step)) for step in journey.route]
    return [section for section in found if section.rows]


def _rows(journey: Journey, step: Step) -> list[Row]:
    url = f"{journey.step_url(step)}?change=1"
    return [
        Row(say(question.label, journey.language), _lines(journey, question), f"{url}#id_{step.key}-{question.key}")
        for question in step.asked(journey.settled)
        if registry.kind(question.kind).has_answer
    ]


def _lines(journey: Journey, question: Question) -> Sequence[str]:
    kind = registry.kind(question.kind)
    answer = journey.settled.get(question.key)
    if kind.has_files and answer and answer["files"]:
        return [file.name for file in journey.stored(question)]
    return kind.summary(question, answer, journey.language)
