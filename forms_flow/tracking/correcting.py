"""The applicant corrects the mobile or the e-mail."""

from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from forms_flow.conditions import ShowWhen
from forms_flow.definition import Question, Step
from forms_flow.domain.contact import correct_contact
from forms_flow.domain.errors import IllegalMoveError, MissingInputError
from forms_flow.fields import registry
from forms_flow.fields.forms import StepForm, step_form_class
from forms_flow.notices.contact import contact_questions
from forms_flow.records.applications import Application
from forms_flow.tracking import ticket, tries
from forms_flow.tracking.case import CHANGED, to_case
from forms_flow.tracking.pages import holders_page, show
from forms_flow.tracking.public import PublicCase

PREFIX = "contact"
#: Left to right inside a sentence of either direction.
_ISOLATED = "\u2066%s\u2069"


@holders_page
def contact(request: HttpRequest, application: Application) -> HttpResponse:
    """Ask for what is new and take it. What stands there now is shown masked, whoever holds the telephone."""
    language = get_language()
    questions = contact_questions(application.flow, application.all_answers)
    if not application.is_open or not questions:
        return to_case()
    form = _form(application, questions, language, request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_bound:
        if form.is_valid() and _corrected(application, form):
            response = to_case(CHANGED)
            ticket.give(response, application, proved=True)  # a code to the new mobile would ask for it twice
            return response
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {
        "case": PublicCase(application, language),
        "form": form,
        "errors": form.summary_of_errors if form.is_bound else [],
    }
    return show(request, "contact", context, status=status)


def _form(application: Application, questions: Sequence[Question], language: str, data: Any) -> StepForm:
    """Return a form in which what is left empty stays as it is."""
    asked = tuple(_as_correction(application, question, language) for question in questions)
    return step_form_class(Step(key=PREFIX, title={}, questions=asked), language)(data, prefix=PREFIX)


def _as_correction(application: Application, question: Question, language: str) -> Question:
    masked = registry.kind(question.kind).masked(question, application.all_answers.get(question.key), language)
    now = ""
    if masked:
        now = _("Now: %(answer)s. Leave it empty when it stays as it is.") % {"answer": _ISOLATED % masked[0]}
    return replace(question, required=False, show_when=ShowWhen(), hint={language: now}, purpose={})


def _corrected(application: Application, form: StepForm) -> bool:
    """Correct; False with the reason at the first question when nothing is new, or too much was changed already."""
    first = form.step.questions[0].key
    if not tries.may_write(application.pk):
        form.add_error(first, _("You have changed this several times. Try again in an hour, or call us."))
        return False
    try:
        correct_contact(application=application, answers=form.answers)
    except MissingInputError:
        form.add_error(first, _("Write what is new, or go back"))
        return False
    except IllegalMoveError:
        pass  # the case has ended meanwhile: its page says so
    return True
