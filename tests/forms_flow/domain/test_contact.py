"""The applicant corrects the mobile or the e-mail (req 63)."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core import mail

from forms_flow.domain.contact import correct_contact
from forms_flow.domain.errors import IllegalMoveError, MissingInputError
from forms_flow.domain.withdraw import withdraw
from forms_flow.enums import MatchKind
from forms_flow.notices.contact import Contact, contact_of
from forms_flow.notices.send import deliver_due
from forms_flow.records.applications import Application
from forms_flow.records.history import Action, Event
from forms_flow.records.match import matching
from forms_flow.records.notices import Notice
from tests.forms_flow import factories
from tests.forms_flow.notices.test_outbox import ADDRESS, with_email

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
NEW = "+966559876543"
MOBILE = {"mobile": {"value": NEW, "raw": "0559876543"}}


def found(kind: MatchKind, token: str) -> int:
    return Application.objects.filter(matching([(kind, token)])).count()


def test_the_new_mobile_takes_the_place_of_the_old() -> None:
    """In the sheet and in the search; nothing else is lost, and the history holds no number."""
    application = with_email()
    before = application.answers()
    correct_contact(application=application, answers=MOBILE)
    assert contact_of(application) == Contact(mobile=NEW, email=ADDRESS)
    assert {**before, **MOBILE} == application.answers()
    assert (found(MatchKind.MOBILE, NEW), found(MatchKind.MOBILE, factories.MOBILE)) == (1, 0)
    assert found(MatchKind.REFERENCE, application.reference) == found(MatchKind.NAME, "هدي") == 1
    event = Event.objects.get(action=Action.CONTACT_CORRECTED)
    assert (event.actor, event.data) == ("applicant", {"questions": ["mobile"]})


def test_the_old_mobile_and_the_new_one_are_told(settings: LazySettings) -> None:
    """Whoever changed it: a thief of the two facts cannot do it unseen."""
    application = with_email()
    Notice.objects.all().delete()
    correct_contact(application=application, answers=MOBILE)
    deliver_due()
    texts = Path(settings.SMS_BACKEND.partition(":")[2], "messages.txt").read_text(encoding="utf-8")
    assert [line for line in texts.splitlines() if line.startswith("+")] == [factories.MOBILE, NEW]
    assert [message.to for message in mail.outbox] == [[ADDRESS]]
    assert {notice.template for notice in Notice.objects.all()} == {"contact_corrected"}
    assert [notice.extra for notice in Notice.objects.all()] == [None, None, None]


def test_an_e_mail_that_was_not_given_at_first_can_be_added() -> None:
    application = with_email()
    sheet = application.sheets.get(sensitivity="contact")
    sheet.answers = {"mobile": sheet.answers["mobile"], "email": None}
    sheet.save()
    correct_contact(application=application, answers={"email": {"value": "n@example.org", "raw": "n@example.org"}})
    assert contact_of(application).email == "n@example.org"


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"mobile": None},
        {"mobile": {"value": factories.MOBILE, "raw": "0501234278"}},
        {"city": {"value": "other"}},
        {"identity": {"value": "x"}},
    ],
)
def test_what_is_not_new_or_no_contact_changes_nothing(answers: dict[str, object]) -> None:
    application = factories.an_application()
    with pytest.raises(MissingInputError):
        correct_contact(application=application, answers=answers)
    assert application.answers() == factories.answers()
    assert not Event.objects.filter(action=Action.CONTACT_CORRECTED).exists()


def test_a_case_that_ended_keeps_what_it_has() -> None:
    application = factories.an_application()
    withdraw(application=application, row_version=application.row_version)
    with pytest.raises(IllegalMoveError):
        correct_contact(application=application, answers=MOBILE)
