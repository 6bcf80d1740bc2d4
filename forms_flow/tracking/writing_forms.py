"""The forms of one text: a message, and an objection. They look like the questions of a form."""

from typing import Any

from django.utils.translation import gettext as _

from forms_flow.definition import Question, Step
from forms_flow.domain import message, objection
from forms_flow.fields.forms import StepForm, step_form_class

TEXT = "text"


def message_form(language: str, data: Any = None) -> StepForm:
    """Return the form of a message to the staff."""
    label, hint = _("Your message"), _("About this application. A member of our staff reads it and answers here.")
    return _form("message", {language: label}, {language: hint}, message.LONGEST, data)


def objection_form(language: str, data: Any = None) -> StepForm:
    """Return the form of an objection."""
    label, hint = _("Why you object"), _("In your own words: what was overlooked, or what has changed")
    return _form("objection", {language: label}, {language: hint}, objection.LONGEST, data)


def _form(name: str, label: dict[str, str], hint: dict[str, str], longest: int, data: Any) -> StepForm:
    options = {"max_length": longest, "rows": 5}
    question = Question(key=TEXT, kind="long_text", label=label, hint=hint, options=options)
    step = Step(key=name, title={}, questions=(question,))
    return step_form_class(step, next(iter(label)))(data, prefix=name)
