"""The answers of a case as they were asked: by step, in the language of the screen, masked where they are sensitive."""

from collections.abc import Iterator
from dataclasses import dataclass

from forms_flow.conditions import Answers
from forms_flow.definition import Flow, Question, say
from forms_flow.enums import Sensitivity
from forms_flow.fields import registry
from forms_flow.fields.base import MASK

#: The classes of answers that are not read in passing.
MASKED = frozenset({Sensitivity.IDENTITY, Sensitivity.HEALTH, Sensitivity.MONEY})


@dataclass(frozen=True, kw_only=True, repr=False)
class Line:
    """One question with its answer; `hidden` tells that the lines are masked and may be asked for."""

    key: str
    label: str
    lines: list[str]
    hidden: bool


@dataclass(frozen=True, kw_only=True)
class Section:
    """One step of the form."""

    title: str
    lines: list[Line]


def sections(flow: Flow, answers: Answers, language: str, *, revealed: str = "", known: str = "") -> Iterator[Section]:
    """Yield the steps of the route. The question named `revealed` is shown open, and so is the `known` name above."""
    for step in flow.route(answers):
        asked = [question for question in step.asked(answers) if registry.kind(question.kind).has_answer]
        lines = [_line(question, answers, language, revealed, known) for question in asked]
        if lines:
            yield Section(title=say(step.title, language), lines=lines)


def _line(question: Question, answers: Answers, language: str, revealed: str, known: str) -> Line:
    kind, answer = registry.kind(question.kind), answers.get(question.key)
    plain = kind.summary(question, answer, language)
    opened = question.key == revealed or plain == [known]
    hidden = bool(plain) and not opened and is_masked(question)
    shown = _masked(question, answers, language, plain) if hidden else plain
    return Line(key=question.key, label=say(question.label, language), lines=shown, hidden=hidden)


def is_masked(question: Question) -> bool:
    """Tell whether the question, or one asked of each entry of a group, is not read in passing."""
    return not MASKED.isdisjoint({question.sensitivity, *(part.sensitivity for part in question.parts)})


def _masked(question: Question, answers: Answers, language: str, plain: list[str]) -> list[str]:
    """Return the masked lines; of a kind that masks nothing by itself, nothing but the mask."""
    masked = registry.kind(question.kind).masked(question, answers[question.key], language)
    return [MASK] if masked == plain else masked
