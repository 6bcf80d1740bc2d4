"""Every text of a form, with the place it stands at and the words by which an editor finds it."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from forms_flow.definition import SERVICE_QUESTION, SOURCE_LANGUAGE, Flow, Question, Step, Text, say
from forms_flow.fields import registry


class Said(NamedTuple):
    """One text. `is_own` is false for what the services guide says, which the form only repeats."""

    place: tuple[str, ...]
    name: str
    text: Text
    is_own: bool = True


def texts_of(flow: Flow) -> Iterator[Said]:
    """Yield every text that readers rely on, empty ones included, and those that may be left out where they are given.

    The list decides what keeps a form from opening, so a new text of the form belongs here.
    """
    yield Said(("title",), _("title"), flow.title)
    yield Said(("privacy",), _("privacy notice"), flow.privacy)
    yield Said(("declaration",), _("declaration"), flow.declaration)
    yield Said(("next_steps",), _("what happens next"), flow.next_steps)
    for step in flow.steps:
        yield from _step(step)


def _step(step: Step) -> Iterator[Said]:
    yield Said(("step", step.key, "title"), named(step.title, step.key), step.title)
    yield from _if_any(("step", step.key, "body"), named(step.title, step.key), step.body)
    for question in step.questions:
        yield from _question(question, ())
    for item in step.exits:
        yield Said(("exit", item.key, "title"), named(item.title, item.key), item.title)
        yield Said(("exit", item.key, "body"), named(item.title, item.key), item.body)


def _question(question: Question, group: tuple[str, ...]) -> Iterator[Said]:
    place, name = ("question", *group, question.key), named(question.label, question.key)
    is_own = not question.key.startswith("doc_")
    yield Said((*place, "label"), name, question.label, is_own)
    if registry.kind(question.kind).has_answer:
        yield Said((*place, "purpose"), name, question.purpose)
    yield from _if_any((*place, "hint"), name, question.hint, is_own=is_own)
    yield from _if_any((*place, "missing"), name, question.options.get("missing", {}))
    for choice in question.choices:
        is_written = question.key != SERVICE_QUESTION
        yield Said((*place, "choice", choice.key, "label"), name, choice.label, is_written)
        yield from _if_any((*place, "choice", choice.key, "hint"), name, choice.hint, is_own=is_written)
    for part in question.parts:
        yield from _question(part, (*group, question.key))


def _if_any(place: tuple[str, ...], name: str, text: Text, *, is_own: bool = True) -> Iterator[Said]:
    if text:
        yield Said(place, name, text, is_own)


def named(text: Text, key: str) -> str:
    """Return the Arabic words in quotation marks, or the key where there are none."""
    found = say(text, SOURCE_LANGUAGE)
    return f"“{found}”" if found else key
