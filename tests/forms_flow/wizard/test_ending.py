"""What is about to be destroyed is announced, and what is over is destroyed with its files."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import TestCase
from django.utils import timezone

from forms_flow.domain import upkeep
from forms_flow.enums import Channel
from forms_flow.notices.compose import compose
from forms_flow.notices.send import deliver_due
from forms_flow.records.drafts import LIFETIME, Draft, StoredFile
from forms_flow.records.notices import Notice
from forms_flow.vault import store
from tests.forms_flow import factories
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, WELL, Applicant, a_photo

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
SOON = LIFETIME - timedelta(days=2, hours=12)


def wished(applicant: Applicant, *, remind: bool = True) -> Applicant:
    """Ask for the reminder, or take the wish back."""
    applicant.open(applicant.url.replace(f"/{applicant.step}/", "/save/"))
    data = {**applicant.fields(), "make": "reminder", "remind": "on" if remind else ""}
    return applicant._show(applicant.client.post(applicant.url, data))


def later(span: timedelta) -> time_machine.travel:
    return time_machine.travel(timezone.now() + span, tick=False)


def test_who_asked_for_it_is_reminded_once(applicant: Applicant) -> None:
    """Req 25."""
    wished(applicant.answer(PERSON))
    assert applicant.page.select_one("#remind").has_attr("checked")
    assert upkeep.remind_owners() == 0
    with later(SOON):
        assert [upkeep.remind_owners(), upkeep.remind_owners()] == [1, 0]
        [notice] = Notice.objects.all()
        assert (notice.draft, notice.template, notice.medium) == (applicant.draft, "draft_expiring", "sms")
        assert deliver_due() == 1
    notice.refresh_from_db()
    assert (notice.state, mail.outbox) == ("sent", [])


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("medium", ["sms", "email"])
def test_the_reminder_holds_no_way_in_and_nothing_personal(applicant: Applicant, language: str, medium: str) -> None:
    wished(applicant.answer(PERSON))
    with later(SOON):
        upkeep.remind_owners()
    notice = Notice.objects.get()
    notice.language, notice.medium = language, medium
    said = compose(notice)
    whole = said.subject + said.body
    assert "/apply/resume/" in whole
    held = (factories.NAME, factories.MOBILE, applicant.draft.pk.hex, str(applicant.draft.pk), applicant.flow_key)
    assert [item for item in held if item in whole] == []


def test_who_did_not_ask_hears_nothing(applicant: Applicant) -> None:
    wished(wished(applicant.answer(PERSON)), remind=False)
    with later(SOON):
        assert upkeep.remind_owners() == 0
    assert Notice.objects.count() == 0


def test_nothing_can_be_asked_before_a_mobile_or_e_mail_was_given(applicant: Applicant) -> None:
    applicant.open(applicant.url.replace("/person/", "/save/"))
    assert applicant.page.select("#remind") == []


def test_saving_gives_a_new_time_and_a_new_reminder(applicant: Applicant) -> None:
    url = wished(applicant.answer(PERSON)).url.replace("/save/", "/health/")
    with later(SOON):
        upkeep.remind_owners()
        applicant.open(url).answer(WELL)
        assert upkeep.remind_owners() == 0
        with later(SOON):
            assert upkeep.remind_owners() == 1


def test_a_reminder_that_has_not_left_goes_with_the_sending(applicant: Applicant) -> None:
    url = wished(applicant.answer(PERSON)).url.replace("/save/", "/health/")
    with later(SOON):
        upkeep.remind_owners()
    applicant.open(url).answer(WELL, LATER, NEED).send({"declaration": "on"})
    assert applicant.step == "done"
    assert [notice.template for notice in Notice.objects.all()] == ["received"]


def test_what_the_staff_enter_reminds_nobody(applicant: Applicant) -> None:
    wished(applicant.answer(PERSON))
    Draft.objects.update(channel=Channel.FIELD)
    with later(SOON):
        assert upkeep.remind_owners() == 0


def test_the_pages_warn_on_the_last_two_days_and_saving_ends_the_warning(applicant: Applicant) -> None:
    """Req 25."""
    applicant.answer(PERSON)
    assert applicant.page.select(".alert--warning") == []
    Draft.objects.update(expires_at=timezone.now() + timedelta(days=1, hours=23))
    for name in ("health", "save"):
        applicant.open(applicant.url.replace(f"/{applicant.step}/", f"/{name}/"))
        assert len(applicant.page.select(".alert--warning")) == 1
    applicant.open(applicant.url.replace("/save/", "/health/")).answer(WELL)
    assert applicant.page.select(".alert--warning") == []


def test_a_draft_goes_with_its_files_when_its_time_is_over(applicant: Applicant) -> None:
    """Req 24: fourteen days after the last save, not a minute earlier."""
    applicant.answer(PERSON, WELL, {"documents-id_card": a_photo()})
    file = StoredFile.objects.get()
    with later(LIFETIME - timedelta(minutes=1)):
        assert upkeep.sweep_drafts() == 0
    with later(LIFETIME + timedelta(minutes=1)), TestCase.captureOnCommitCallbacks(execute=True):
        assert upkeep.sweep_drafts() == 1
    assert (Draft.objects.count(), StoredFile.objects.count(), store.path_of(file.pk).exists()) == (0, 0, False)
