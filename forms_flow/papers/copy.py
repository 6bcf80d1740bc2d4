"""The applicant's copy of what was sent (req 57): their own answers, unmasked, with the reference."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple
from unicodedata import bidirectional

from django.conf import settings
from django.utils import timezone

from forms_flow.conditions import Answers
from forms_flow.definition import Question, say
from forms_flow.domain.reference import grouped
from forms_flow.fields import registry
from forms_flow.papers import press
from forms_flow.records import history, throttle
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person
from home.shell import Shell

#: A person saves a copy once or twice; every copy costs seconds of the machine.
MOST_COPIES, WINDOW = 6, timedelta(hours=1)


class TooManyCopiesError(Exception):
    """The application was copied often enough for now."""


class Line(NamedTuple):
    """One line of an answer, and the direction that its first letter gives it: the printer does not look itself."""

    text: str
    direction: str


class Row(NamedTuple):
    """One question with its answer; no line means no answer."""

    label: str
    lines: Sequence[Line]


class Section(NamedTuple):
    """One step."""

    title: str
    rows: Sequence[Row]


def copy_of(application: Application, *, language: str, shell: Shell, actor: Person | str) -> bytes:
    """Return the PDF and record that it was made. Raises TooManyCopiesError or press.NotPrintedError."""
    subject = str(application.pk)
    if settings.THROTTLE and not throttle.allowed("copy", subject, limit=MOST_COPIES, window=WINDOW):
        raise TooManyCopiesError
    made = press.printed(copy_html(application, language=language, shell=shell))
    history.append(application, history.Action.COPIED, actor=actor)
    return made


def copy_html(application: Application, *, language: str, shell: Shell) -> str:
    """Return the page of the copy."""
    context: dict[str, Any] = {
        "application": application,
        "title": say(application.flow.title, language),
        "reference": grouped(application.reference),
        "sections": sections(application, language),
        "declaration": say(application.flow.declaration, language),
        "made_at": timezone.now(),
        "shell": shell,
    }
    return press.html_of("copy", context, language=language)


def file_name(application: Application) -> str:
    """Return the name of the download: the reference, which opens nothing by itself."""
    return f"application-{grouped(application.reference)}.pdf"


def sections(application: Application, language: str) -> list[Section]:
    """Return the answers as check-answers showed them: the route's questions, step by step."""
    answers = application.all_answers
    names = _names(application)
    found = []
    for step in application.flow.route(answers):
        asked = [question for question in step.asked(answers) if registry.kind(question.kind).has_answer]
        rows = [Row(say(item.label, language), _lines(item, answers, names, language)) for item in asked]
        if rows:
            found.append(Section(say(step.title, language), rows))
    return found


def _lines(question: Question, answers: Answers, names: Mapping[str, list[str]], language: str) -> list[Line]:
    kind = registry.kind(question.kind)
    if kind.has_files and question.key in names:
        return [Line(name, _direction(name)) for name in names[question.key]]
    return [Line(text, _direction(text)) for text in kind.summary(question, answers.get(question.key), language)]


def _direction(text: str) -> str:
    found = (bidirectional(char) for char in text)
    return "rtl" if next((way for way in found if way in {"L", "R", "AL"}), "L") in {"R", "AL"} else "ltr"


def _names(application: Application) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in application.files.all():
        found.setdefault(file.question_key, []).append(file.name)
    return found
