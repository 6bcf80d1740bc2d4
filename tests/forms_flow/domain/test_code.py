"""One-time codes (req 65)."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings
from django.utils import timezone

from forms_flow.domain import code as codes
from forms_flow.domain.code import Answer, issue, redeem
from forms_flow.enums import NoticeState
from forms_flow.notices.send import deliver_due
from forms_flow.records.applications import Application
from forms_flow.records.casework import OneTimeCode
from forms_flow.records.notices import Notice
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def application() -> Application:
    return factories.an_application()


def sent(application: Application) -> str:
    """Have a code sent and return it."""
    issue(application)
    return str(Notice.objects.filter(template="code").latest("created_at").extra["code"])


def other_than(*known: str) -> str:
    """Return five digits that are none of these."""
    return next(f"{number:05d}" for number in range(10**5) if f"{number:05d}" not in known)


def test_the_code_is_five_digits_for_this_application_once(application: Application) -> None:
    code = sent(application)
    assert re.fullmatch(r"[0-9]{5}", code)
    assert redeem(factories.an_application(), code) == Answer.USED_UP
    assert [redeem(application, code) for _n in range(2)] == [Answer.RIGHT, Answer.USED_UP]


def test_only_a_digest_is_kept_and_the_outbox_forgets_what_it_sent(
    application: Application, settings: LazySettings
) -> None:
    """The text ends with the line that binds it to this site."""
    code = sent(application)
    assert len(bytes(OneTimeCode.objects.get().digest)) == 16
    deliver_due()
    notice = Notice.objects.get(template="code")
    assert (notice.state, notice.extra, notice.medium) == (NoticeState.SENT, None, "sms")
    text = Path(settings.SMS_BACKEND.partition(":")[2], "messages.txt").read_text(encoding="utf-8")
    assert text.rstrip().endswith(f"\n@testserver #{code}")
    assert f"{factories.MOBILE}\n" in text
    assert application.reference not in text.partition("#")[0].rpartition(factories.MOBILE)[2]


def test_after_fifteen_minutes_it_is_over(application: Application) -> None:
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        code = sent(application)
    with time_machine.travel(now + timedelta(minutes=15), tick=False):
        assert redeem(application, code) == Answer.USED_UP
        assert codes.destroy_old() == 1


def test_a_resend_keeps_the_old_one_good(application: Application) -> None:
    first, second = sent(application), sent(application)
    assert redeem(application, first) == Answer.RIGHT
    assert redeem(application, second) == Answer.USED_UP


def test_five_wrong_ones_use_it_up(application: Application) -> None:
    code = sent(application)
    wrong = other_than(code)
    answers = [redeem(application, wrong) for _n in range(5)]
    assert answers == [Answer.WRONG] * 4 + [Answer.USED_UP]
    assert redeem(application, code) == Answer.USED_UP


def test_a_wrong_one_is_a_try_at_every_code(application: Application) -> None:
    """Having many sent gives nobody more tries."""
    sent_codes = [sent(application) for _n in range(3)]
    redeem(application, other_than(*sent_codes))
    assert set(OneTimeCode.objects.values_list("tries", flat=True)) == {1}


def test_without_text_messages_or_mobile_no_code_is_needed(application: Application, settings: LazySettings) -> None:
    given = factories.answers()
    del given["mobile"]
    assert [codes.is_needed(row) for row in (application, factories.an_application(given=given))] == [True, False]
    settings.SMS_BACKEND = ""
    assert codes.is_needed(application) is False


def test_a_code_that_cannot_be_sent_in_its_time_is_given_up(application: Application, settings: LazySettings) -> None:
    sent(application)
    settings.SMS_BACKEND = "http:nowhere"
    with time_machine.travel(timezone.now() + timedelta(minutes=16), tick=False):
        deliver_due()
    assert Notice.objects.get(template="code").state == NoticeState.FAILED
    assert Notice.objects.get(template="received").state == NoticeState.WAITING
