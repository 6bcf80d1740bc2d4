"""Messages: queued with the change, sent by the worker, tried again, told."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import LazySettings
from django.core import mail
from django.utils import timezone

from forms_flow.definition import Question
from forms_flow.domain.declaration import ticked
from forms_flow.domain.moves import TABLE
from forms_flow.domain.submit import submit_draft
from forms_flow.enums import Medium, NoticeState, Sensitivity
from forms_flow.notices import outbox
from forms_flow.notices.compose import compose
from forms_flow.notices.send import deliver_due
from forms_flow.records.applications import Application
from forms_flow.records.notices import LEASE, Notice
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
ADDRESS = "applicant@example.org"
OTHERS = {"received", "message", "contact_corrected", "completing_soon", "extended"}
TEMPLATES = sorted({move.notice for moves in TABLE.values() for move in moves.values() if move.notice} | OTHERS)


def with_email(language: str = "ar") -> Application:
    """Return an application of somebody who gave an e-mail besides the mobile."""
    flow = factories.a_flow()
    question = Question(key="email", kind="email", label={"ar": "البريد"}, sensitivity=Sensitivity.CONTACT)
    first = flow.steps[0]
    steps = (first.__class__(key="person", title=first.title, questions=(*first.questions, question)), *flow.steps[1:])
    draft = factories.a_draft(version=factories.a_version(factories.a_flow(steps=steps)), language=language)
    factories.a_department()
    given = factories.answers(email={"value": ADDRESS, "raw": ADDRESS})
    return submit_draft(draft=draft, answers=given, language=language, declaration=ticked(timezone.now()))


def test_the_receipt_goes_out_in_the_applicants_language() -> None:
    """Req 58, 64."""
    application = with_email("en")
    assert deliver_due() == 2
    [message] = mail.outbox
    assert message.to == [ADDRESS]
    assert message.subject.startswith("We have received your application")
    assert message.extra_headers["Message-ID"].endswith(".received@testserver>")
    assert {notice.state for notice in application.notices.all()} == {NoticeState.SENT}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_no_message_tells_anything_personal(template: str, language: str) -> None:
    """Req 58, 111."""
    application = with_email(language)
    for notice in outbox.queue(application, template):
        message = compose(notice)
        whole = message.subject + message.body
        for secret in (factories.NAME, factories.MOBILE, factories.national_id(), factories.ILLNESS, ADDRESS):
            assert secret not in whole
        assert f"{application.reference[:4]}-{application.reference[4:7]}" in whole
        assert "{{" not in whole


def test_a_dead_gateway_loses_nothing(settings: LazySettings) -> None:
    """Req 64."""
    application = with_email()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    deliver_due()
    failed = application.notices.get(medium="email")
    assert (failed.state, failed.attempts, failed.last_error) == (NoticeState.WAITING, 1, "ConnectionRefusedError")
    assert failed.not_before > timezone.now()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        assert deliver_due() == 1
    assert len(mail.outbox) == 1


def test_after_three_days_the_staff_see_that_it_failed(settings: LazySettings) -> None:
    with_email()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with time_machine.travel(timezone.now() + timedelta(hours=73), tick=False):
        deliver_due()
    assert Notice.objects.get(medium="email").state == NoticeState.FAILED


def test_what_was_sealed_for_a_message_goes_with_the_last_try() -> None:
    """An old address, a code or a link: nobody needs it any more."""
    application = factories.an_application()
    notice = outbox.queue_one(application, "contact_corrected", Medium.EMAIL, to="old@example.org")
    outbox.failed(notice, OSError())
    assert Notice.objects.get(pk=notice.pk).extra == {"to": "old@example.org"}
    with time_machine.travel(timezone.now() + timedelta(hours=73), tick=False):
        outbox.failed(notice, OSError())
    assert Notice.objects.get(pk=notice.pk).extra is None


def test_a_message_of_a_killed_worker_is_sent_when_its_lease_is_over() -> None:
    application = factories.an_application()
    taken = outbox.claim()  # and then the worker dies
    assert (outbox.claim(), deliver_due()) == (None, 0)
    with time_machine.travel(timezone.now() + LEASE + timedelta(seconds=1), tick=False):
        assert deliver_due() == 1
    again = application.notices.get()
    assert (again.state, again.attempts, again.message_id) == (NoticeState.SENT, 2, taken.message_id)


@pytest.mark.parametrize(("template", "told"), [("approved", True), ("declined", True), ("under_study", False)])
def test_telling_the_result_is_what_counts_as_in_time(template: str, told: bool) -> None:  # noqa: FBT001 - a table
    application = factories.an_application(decided_at=timezone.now())
    outbox.queue(application, template)
    deliver_due()
    application.refresh_from_db()
    assert (application.told_at is not None) is told


def test_where_no_text_messages_are_set_up_none_is_queued(settings: LazySettings) -> None:
    settings.SMS_BACKEND = ""
    assert [notice.medium for notice in with_email().notices.all()] == ["email"]
