"""Who is told: the applicant, or the helper where the applicant chose so; nobody else ever."""

from typing import Any

import pytest
from django.utils import timezone

from forms_flow.definition import Choice, Flow, Question, Step
from forms_flow.domain.declaration import ticked
from forms_flow.domain.submit import submit_draft
from forms_flow.enums import Sensitivity
from forms_flow.notices.contact import contact_in, contact_of
from forms_flow.records.applications import Application
from forms_flow.tracking import lookup
from tests.forms_flow import factories
from tests.forms_flow.factories import text

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
HELPER, RELATIVE, MAIL = "+966555000111", "+966555000222", "helper@example.org"


def a_flow(sensitivity: Sensitivity = Sensitivity.CONTACT) -> Flow:
    """Return a form that asks a helper first, then a relative, then the applicant."""
    choices = (Choice(key="applicant", label=text("x", "x")), Choice(key="helper", label=text("y", "y")))
    questions = (
        _question("messages_to", "single_choice", sensitivity, choices=choices),
        _question("helper_mobile", "mobile", sensitivity),
        _question("helper_email", "email", sensitivity),
        _question("relative", "mobile", Sensitivity.CONTACT, options={"autocomplete": "off"}),
        _question("witness", "mobile", Sensitivity.CONTACT, options={"somebody_else": True}),
    )
    helper = Step(key="helper", title=text("من يساعدك", "Helper"), questions=questions)
    return factories.a_flow(steps=(helper, *factories.a_flow().steps))


def _question(key: str, kind: str, sensitivity: Sensitivity, **rest: Any) -> Question:
    return Question(key=key, kind=kind, label=text(key, key), sensitivity=sensitivity, required=False, **rest)


def given(told: str) -> dict[str, Any]:
    return factories.answers(
        messages_to={"value": told},
        helper_mobile={"value": HELPER, "raw": HELPER},
        helper_email={"value": MAIL, "raw": MAIL},
        relative={"value": RELATIVE, "raw": RELATIVE},
        witness={"value": RELATIVE, "raw": RELATIVE},
    )


def sent(told: str, sensitivity: Sensitivity = Sensitivity.CONTACT) -> Application:
    factories.a_department()
    draft = factories.a_draft(version=factories.a_version(a_flow(sensitivity)))
    return submit_draft(draft=draft, answers=given(told), language="ar", declaration=ticked(timezone.now()))


@pytest.mark.parametrize(("told", "mobile", "email"), [("helper", HELPER, MAIL), ("applicant", factories.MOBILE, "")])
def test_messages_go_to_whom_the_applicant_chose(told: str, mobile: str, email: str) -> None:
    """Req 31."""
    for contact in (contact_of(sent(told)), contact_in(a_flow(), given(told))):
        assert (contact.mobile, contact.email) == (mobile, email)


@pytest.mark.parametrize("sensitivity", [Sensitivity.ORDINARY, Sensitivity.IDENTITY])
def test_the_choice_counts_in_whatever_sheet_it_lies(sensitivity: Sensitivity) -> None:
    assert contact_of(sent("helper", sensitivity)).mobile == HELPER


def test_a_form_that_does_not_ask_tells_the_applicant_and_nobody_else() -> None:
    answers = {key: value for key, value in given("applicant").items() if key not in {"messages_to", "mobile"}}
    contact = contact_in(a_flow(), answers)
    assert (contact.mobile, contact.email) == ("", "")


def test_the_mobile_that_is_told_is_the_one_that_tracks() -> None:
    application = sent("helper")
    assert lookup.find(application.reference, HELPER[-4:]) == application
    assert lookup.find(application.reference, factories.MOBILE[-4:]) is None
