"""Answers as check-answers shows them: by step, as typed, each with its way back."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forms_flow.definition import Question, Step, say
from forms_flow.fields import registry
from forms_flow.fields.companions import Companions, entries_of
from forms_flow.fields.companions_field import entry_title
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
    return [
        row
        for question in step.asked(journey.settled)
        if registry.kind(question.kind).has_answer
        for row in _rows_of(journey, step, question)
    ]


def _rows_of(journey: Journey, step: Step, question: Question) -> Iterator[Row]:
    """Yield the question's row; of a repeating group one more for each entry, with a way back of its own."""
    kind, label = registry.kind(question.kind), say(question.label, journey.language)
    url = f"{journey.step_url(step)}?change=1#id_{step.key}-{question.key}"
    if not isinstance(kind, Companions):
        yield Row(label, _lines(journey, question), url)
        return
    entries = entries_of(journey.settled.get(question.key))
    yield Row(label, kind.count_lines(entries), url)
    for number, entry in enumerate(entries, 1):
        change_url = journey.url("entry", step=step.key, number=number) + "?change=1"
        yield Row(entry_title(number), kind.lines_of(question, entry, journey.language), change_url)


def _lines(journey: Journey, question: Question) -> Sequence[str]:
    kind = registry.kind(question.kind)
    answer = journey.settled.get(question.key)
    if kind.has_files and answer and answer["files"]:
        return [file.name for file in journey.stored(question)]
    return kind.summary(question, answer, journey.language)
