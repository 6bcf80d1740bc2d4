"""The form by which the applicant sends what is missing: a step like those of the journey, made of what was asked."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from forms_flow.conditions import ShowWhen
from forms_flow.definition import Question, Step
from forms_flow.fields.forms import StepForm, step_form_class
from forms_flow.fields.looking import look
from forms_flow.records.applications import Application
from forms_flow.records.casework import CompletionRequest

#: No key of a form has a hyphen, so that no document can be taken for the reply.
REPLY = "reply-text"
PREFIX = "complete"


def completion_form(
    application: Application, request: CompletionRequest, language: str, data: Any = None, files: Any = None
) -> StepForm:
    """Return the form in `language`.

    What was asked for is asked for; but one document, or a reply, is as good a beginning as all of them together.
    """
    documents = _documents(application, request)
    step = Step(key="complete", title={}, questions=(*documents, _reply(language, required=not documents)))
    form = step_form_class(step, language)(data, files, prefix=PREFIX, inspect=look)
    if files or (data and data.get(form.add_prefix(REPLY), "").strip()):
        for field in form.fields.values():
            field.required = False
    return form


def _documents(application: Application, request: CompletionRequest) -> list[Question]:
    found = (application.flow.question(key) for key in request.documents)
    return [_asked_again(question) for question in found if question]


def _asked_again(question: Question) -> Question:
    options: Mapping[str, Any] = {**question.options, "later": False}
    return replace(question, required=True, options=options, show_when=ShowWhen())


def _reply(language: str, *, required: bool) -> Question:
    label, hint = _("Your reply"), _("Anything you want to add, or the answer to what was asked")
    return Question(
        key=REPLY,
        kind="long_text",
        label={language: label},
        hint={language: hint},
        required=required,
        options={"max_length": 2000},
    )
