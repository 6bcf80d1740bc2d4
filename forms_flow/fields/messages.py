"""What to say when an answer cannot be taken. Every message names the question and says what to do."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from forms_flow.definition import Question, say

_QUESTION_MARKS = ("؟", "?")


def label_of(question: Question, language: str) -> str:
    """Return the question's label as it stands inside a sentence."""
    label = say(question.label, language).strip().rstrip(":.").strip()
    plain_capital = language == "en" and label[:1].isupper() and label[1:2].islower()
    return label[0].lower() + label[1:] if plain_capital and not label.endswith(_QUESTION_MARKS) else label


def title_of(question: Question, language: str) -> str:
    """Return the question's label as the beginning of a message, before a colon."""
    return say(question.label, language).strip().rstrip(":.").strip()


def enter(question: Question, language: str) -> str:
    """Return the message for a missing typed answer; the editor's own words come first."""
    if own := question.options.get("missing"):
        return say(own, language)
    label = label_of(question, language)
    if label.endswith(_QUESTION_MARKS):
        return _("Answer the question: %(question)s") % {"question": label}
    return _("Enter %(question)s") % {"question": label}


def write(question: Question, language: str) -> str:
    """Return the message for a missing text of several lines, whose label is often a request by itself."""
    if own := question.options.get("missing"):
        return say(own, language)
    return _("Write your answer: %(question)s") % {"question": title_of(question, language)}


def choose(question: Question, language: str) -> str:
    """Return the message for a missing choice."""
    if own := question.options.get("missing"):
        return say(own, language)
    label = label_of(question, language)
    if label.endswith(_QUESTION_MARKS):
        return _("Choose an answer: %(question)s") % {"question": label}
    return _("Choose %(question)s") % {"question": label}


def shorten(question: Question, language: str, limit: int) -> str:
    """Return the message for a text longer than the question allows."""
    text = ngettext(
        "%(question)s: shorten the text to %(limit)d character",
        "%(question)s: shorten the text to %(limit)d characters",
        limit,
    )
    return text % {"question": title_of(question, language), "limit": limit}


def problem(message: str, code: str, box: str = "") -> ValidationError:
    """Return the error; `box` is the control inside a group that the summary's link goes to."""
    params: dict[str, Any] = {"box": box} if box else {}
    # Without params Django leaves the text alone; with them it would read a "%" in a label as a placeholder.
    return ValidationError(message.replace("%", "%%") if params else message, code=code, params=params or None)
