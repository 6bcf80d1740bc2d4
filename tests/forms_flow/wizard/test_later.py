"""Leaving, and coming back on another device."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from forms_flow.records.drafts import Draft
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, WELL, Applicant

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def link_of(applicant: Applicant) -> str:
    """Return the path of the link that the page shows."""
    return urlsplit(applicant.page.select_one("output").get_text(strip=True)).path


def leave(applicant: Applicant) -> str:
    """Press "save and finish later" and return the link."""
    return link_of(applicant.send(button="later"))


def test_an_applicant_goes_on_on_another_device(applicant: Applicant) -> None:
    """Req 24."""
    applicant.answer(PERSON, WELL)
    other = Applicant().open(leave(applicant))
    assert other.heading == "متابعة تعبئة طلبك" or other.page.h1
    other.send()
    assert (other.step, other.draft) == ("documents", applicant.draft)
    assert other.open(other.url.replace("/documents/", "/person/")).fields()["person-mobile"] == "0501234278"
    other.answer({}).open(other.url.replace("/person/", "/documents/")).answer(LATER, NEED)
    assert other.send({"declaration": "on"}).step == "done"


def test_both_devices_go_on(applicant: Applicant) -> None:
    other = Applicant().open(leave(applicant.answer(PERSON))).send()
    other.answer(WELL)
    assert applicant.open(other.url).status == 200


def test_following_the_link_changes_nothing(applicant: Applicant) -> None:
    link = leave(applicant.answer(PERSON))
    before = Draft.objects.values().get()
    stranger = Client()
    response = stranger.get(link)
    assert (response.status_code, [name for name in stranger.cookies if name.startswith("apply_")]) == (200, [])
    assert Draft.objects.values().get() == before


def test_the_link_is_stored_as_a_digest_and_sent_to_nobody(applicant: Applicant) -> None:
    token = leave(applicant.answer(PERSON)).rstrip("/").rsplit("/", 1)[-1]
    draft = applicant.draft
    assert len(bytes(draft.resume_digest)) == 16
    assert token not in str(draft.state)
    assert mail.outbox == []


def test_the_link_is_shown_after_a_reload_and_only_to_who_made_it(applicant: Applicant) -> None:
    link = leave(applicant.answer(PERSON))
    assert link_of(applicant.open(applicant.url)) == link
    other = Applicant().open(link).send()
    assert other.open(applicant.url).page.select("output") == []


def test_a_new_link_ends_the_old_one(applicant: Applicant) -> None:
    old = leave(applicant.answer(PERSON))
    helper = Applicant().open(old).send()
    applicant.client.cookies.pop(f"link_ar_{applicant.draft.pk.hex}")
    new = link_of(applicant.open(applicant.url).send())
    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)
    assert helper.open(helper.url).status == 404
    assert applicant.open(applicant.url).status == 200


def test_who_came_by_the_link_keeps_access_when_they_make_a_new_one(applicant: Applicant) -> None:
    other = Applicant().open(leave(applicant.answer(PERSON))).send()
    other.open(other.url.replace("/health/", "/save/")).send()
    assert other.page.select_one("output")
    assert other.open(other.url).status == 200


def test_what_was_typed_is_kept_without_reproach(applicant: Applicant) -> None:
    leave_url = applicant.url
    applicant.send({"person-name": "سعد"}, button="later")
    assert applicant.step == "save"
    applicant.open(leave_url)
    assert (applicant.fields()["person-name"], applicant.mistakes) == ("سعد", [])
    assert len(applicant.send().mistakes) > 0


def test_a_second_leaving_does_not_end_the_link_already_noted(applicant: Applicant) -> None:
    link = leave(applicant.answer(PERSON))
    applicant.open(applicant.url.replace("/save/", "/health/")).send(WELL, button="later")
    assert Client().get(link).status_code == 200


def test_a_link_to_a_journey_that_is_over_says_so(applicant: Applicant) -> None:
    link = leave(applicant.answer(PERSON))
    Draft.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(link).status_code == 410


def test_a_forged_post_of_the_link_gives_no_cookie(applicant: Applicant) -> None:
    link = leave(applicant.answer(PERSON))
    assert Client(enforce_csrf_checks=True).post(link).status_code == 403


def test_the_address_of_the_link_comes_from_the_settings(applicant: Applicant) -> None:
    applicant.answer(PERSON).send(button="later")
    assert applicant.page.select_one("output").get_text(strip=True).startswith("http://testserver/apply/resume/")
