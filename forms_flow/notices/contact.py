"""How an applicant can be reached."""

from dataclasses import dataclass, field

from django.conf import settings

from forms_flow.conditions import Answers
from forms_flow.definition import Flow
from forms_flow.enums import Medium, Sensitivity
from forms_flow.records.applications import Application


@dataclass(frozen=True, kw_only=True)
class Contact:
    """The applicant's own mobile (E.164) and e-mail; empty where not given. The repr shows neither."""

    mobile: str = field(default="", repr=False)
    email: str = field(default="", repr=False)


def contact_of(application: Application) -> Contact:
    """Open the contact sheet and return the first mobile and the first e-mail that the form asks for."""
    return contact_in(application.flow, application.answers(Sensitivity.CONTACT))


def contact_in(flow: Flow, answers: Answers) -> Contact:
    """Return the contact that stands in answers already open."""
    found: dict[str, str] = {}
    for step in flow.steps:
        for question in step.questions:
            if question.kind in {"mobile", "email"} and answers.get(question.key):
                found.setdefault(question.kind, answers[question.key]["value"])
    return Contact(**found)


def ways_to(contact: Contact) -> list[tuple[Medium, str]]:
    """Return (medium, address) for every way that the applicant gave and the site can use."""
    mobile = contact.mobile if settings.SMS_BACKEND else ""
    return [way for way in ((Medium.SMS, mobile), (Medium.EMAIL, contact.email)) if way[1]]
