"""Who opens a draft, and what others learn: nothing."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from forms_flow.records.drafts import Draft
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, WELL, Applicant

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_the_cookie_goes_to_this_journeys_addresses_in_each_language(applicant: Applicant) -> None:
    draft = applicant.draft
    cookies = {name: morsel for name, morsel in applicant.client.cookies.items() if name.startswith("apply_")}
    assert {name: morsel["path"] for name, morsel in cookies.items()} == {
        f"apply_ar_{draft.pk.hex}": f"/apply/{draft.pk}/",
        f"apply_en_{draft.pk.hex}": f"/en/apply/{draft.pk}/",
    }
    assert {(morsel["httponly"], morsel["samesite"], morsel["secure"]) for morsel in cookies.values()} == {
        (True, "Lax", "")
    }


def test_the_cookie_is_secure_where_the_site_is(applicant: Applicant, settings: LazySettings) -> None:
    settings.SITE_ORIGIN = "https://testserver"
    applicant.answer(PERSON)
    name = f"apply_ar_{applicant.draft.pk.hex}"
    assert applicant.client.cookies[name]["secure"] is True


def test_the_database_could_not_open_a_draft(applicant: Applicant) -> None:
    draft = applicant.draft
    value = applicant.client.cookies[f"apply_ar_{draft.pk.hex}"].value
    assert bytes(draft.owner_digest) not in value.encode()
    assert len(bytes(draft.owner_digest)) == 16


def test_a_stranger_cannot_tell_a_draft_from_none(applicant: Applicant) -> None:
    """Req 15; the pages differ in nothing."""
    there = Client().get(applicant.url)
    nowhere = Client().get(applicant.url.replace(str(applicant.draft.pk), str(uuid4())))
    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert _without_ids(there.content) == _without_ids(nowhere.content)
    assert dict(there.headers) == dict(nowhere.headers)


def test_a_cookie_of_one_draft_does_not_open_another(applicant: Applicant) -> None:
    other = Applicant().begin()
    mine, theirs = applicant.draft.pk, other.draft.pk
    thief = Client()
    thief.cookies[f"apply_ar_{theirs.hex}"] = applicant.client.cookies[f"apply_ar_{mine.hex}"].value
    assert thief.get(other.url).status_code == 404


def test_a_journey_whose_time_is_over_says_so_to_its_owner(applicant: Applicant) -> None:
    Draft.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert applicant.open(applicant.url).status == 410
    url = applicant.url
    Draft.objects.all().delete()
    assert applicant.open(url).status == 410
    assert Client().get(url).status_code == 404


def test_each_save_gives_fourteen_days_more(applicant: Applicant) -> None:
    """Req 24, 25."""
    Draft.objects.update(expires_at=timezone.now() + timedelta(hours=1))
    applicant.answer(PERSON)
    assert applicant.draft.expires_at > timezone.now() + timedelta(days=13, hours=23)


def test_every_page_is_private_and_makes_no_session(applicant: Applicant) -> None:
    """Also the pages of strangers, of failed posts, and of posts without a token."""
    base = applicant.url.removesuffix("person/")
    forged = Client(enforce_csrf_checks=True)
    forged.cookies = applicant.client.cookies
    responses = [
        applicant.client.get(base + "person/"),
        applicant.client.get(base + "save/"),
        applicant.post({"person-name": "1"}),
        Client().get(base + "person/"),
        forged.post(base + "person/", {"person-name": "x"}),
        applicant.client.get("/apply/resume/nothing/"),
        applicant.open(f"/apply/new/{applicant.flow_key}/").response,
    ]
    assert [response.status_code for response in responses] == [200, 200, 303, 404, 403, 404, 200]
    for response in responses:
        assert response.headers["Cache-Control"] == "no-store, private"
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert Session.objects.count() == 0


def test_a_journey_goes_on_after_its_form_was_closed(applicant: Applicant) -> None:
    """The page may be unpublished or moved meanwhile: steps need the draft and its version, nothing else."""
    draft = applicant.draft
    type(draft.version).objects.close(draft.version.flow_key)
    applicant.answer(PERSON, WELL, LATER, NEED).send({"declaration": "on"})
    assert applicant.step == "done"


def _without_ids(content: bytes) -> str:
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", content.decode())
