"""How an applicant can be reached."""

from dataclasses import dataclass, field

from django.conf import settings

from forms_flow.conditions import Answers, plain_values
from forms_flow.definition import HELPER_EMAIL, HELPER_MOBILE, MESSAGES_TO, TO_HELPER, Flow, Question
from forms_flow.enums import Medium, Sensitivity
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft

_HELPERS = frozenset({HELPER_MOBILE, HELPER_EMAIL})


@dataclass(frozen=True, kw_only=True)
class Contact:
    """The mobile (E.164) and e-mail of whoever is told: the applicant, or the helper where the applicant chose so.

    Empty where not given. The repr shows neither.
    """

    mobile: str = field(default="", repr=False)
    email: str = field(default="", repr=False)


def contact_of(application: Application) -> Contact:
    """Open the contact sheet, and where the form asks who is told that answer too, and return who is told how."""
    flow = application.flow
    deciding = [flow.question(key) for key in (MESSAGES_TO, HELPER_MOBILE, HELPER_EMAIL)]
    classes = {Sensitivity.CONTACT} | {question.sensitivity for question in deciding if question}
    return contact_in(flow, application.answers(*classes))


def contact_of_draft(draft: Draft) -> Contact:
    """Return the contact that was given in a form under way."""
    flow = draft.version.flow
    return contact_in(flow, flow.settled(draft.kept_answers))


def contact_in(flow: Flow, answers: Answers) -> Contact:
    """Return the contact that stands in answers already open: the first mobile and e-mail of the one who is told."""
    helped = TO_HELPER in plain_values(answers.get(MESSAGES_TO))
    found: dict[str, str] = {}
    for step in flow.steps:
        for question in step.questions:
            asked = question.kind in {"mobile", "email"} and answers.get(question.key)
            if asked and (question.key in _HELPERS if helped else _is_own(question)):
                found.setdefault(question.kind, answers[question.key]["value"])
    return Contact(**found)


def contact_questions(flow: Flow, answers: Answers) -> list[Question]:
    """Return the questions by which this applicant, or the helper, can be reached: those that may be corrected."""
    asked = (question for question in flow.asked(answers) if question.kind in {"mobile", "email"})
    return [question for question in asked if question.key in _HELPERS or _is_own(question)]


def _is_own(question: Question) -> bool:
    """Tell whether a question asks for the applicant's own contact: other people are never written to unasked."""
    somebody_else = question.options.get("somebody_else") or question.options.get("autocomplete") == "off"
    return question.key not in _HELPERS and not somebody_else


def ways_to(contact: Contact) -> list[tuple[Medium, str]]:
    """Return (medium, address) for every way that the applicant gave and the site can use."""
    mobile = contact.mobile if settings.SMS_BACKEND else ""
    return [way for way in ((Medium.SMS, mobile), (Medium.EMAIL, contact.email)) if way[1]]
