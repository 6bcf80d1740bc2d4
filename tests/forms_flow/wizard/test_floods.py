"""Sending and uploading have their limits within an hour (req 103); nothing that was filled in is lost by them."""

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from forms_flow.enums import Channel
from forms_flow.records import floods
from forms_flow.records.applications import Application
from forms_flow.records.drafts import StoredFile
from forms_flow.wizard.check import CheckView
from forms_flow.wizard.journey import Journey
from tests.forms_flow import factories
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, WELL, Applicant, a_photo

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _throttled(_unthrottled: None, settings: LazySettings, version: object) -> None:
    settings.THROTTLE = True


def ready(**person: str) -> Applicant:
    """Return an applicant who has only to tick and send."""
    return Applicant(language="en").begin().answer({**PERSON, **person}, WELL, LATER, NEED)


def other(number: int) -> dict[str, str]:
    return {"person-mobile": f"050000000{number}", "person-identity-number": factories.national_id(100000010 + number)}


def test_the_applications_of_one_network_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Req 103: the page says when to come back, and whom to call."""
    monkeypatch.setattr(floods, "MOST_SENT_FROM_ADDRESS", 2)
    applicants = [ready(**other(number)) for number in range(3)]
    statuses = [applicant.send({"declaration": "on"}).status for applicant in applicants]
    last = applicants[-1]
    assert (statuses, Application.objects.count()) == ([200, 200, 429], 2)
    assert (last.heading, last.response["Retry-After"]) == ("Send it in an hour", "3600")
    assert (last.draft.submitted_at, last.follow("Back to your answers").step) == (None, "check")


@pytest.mark.parametrize("same", ["person-mobile", "person-identity-number"])
def test_the_applications_for_one_person_are_limited(monkeypatch: pytest.MonkeyPatch, same: str) -> None:
    monkeypatch.setattr(floods, "MOST_SENT_FOR_PERSON", 1)
    first = ready()
    second = ready(**{**other(1), same: PERSON[same]})
    stranger = ready(**other(2))
    statuses = [applicant.send({"declaration": "on"}).status for applicant in (first, second, stranger)]
    assert statuses == [200, 429, 200]


def test_the_receipt_is_shown_however_often_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floods, "MOST_SENT_FROM_ADDRESS", 1)
    applicant = ready()
    url, form = applicant.url, {**applicant.fields(), "declaration": "on"}
    assert [applicant.client.post(url, form).status_code for _time in range(3)] == [303, 303, 303]


@pytest.mark.parametrize("limit", ["MOST_UPLOADS_FROM_ADDRESS", "MOST_UPLOADS_FOR_CASE"])
def test_too_many_files_are_refused_by_name_and_the_rest_is_kept(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(floods, limit, 1)
    applicant = Applicant(language="en").begin().answer(PERSON, WELL)
    page = applicant.url
    applicant.send({"documents-id_card": a_photo("one.jpg")}).open(f"{page}?change=1")
    applicant.send({"documents-id_card": a_photo("two.jpg")})
    why = "many files arrived within an hour, so this one was not taken"
    what = "Your other answers are saved; send it in an hour, or call us"
    assert applicant.mistakes == [f"Identity document: {why}. {what}"]
    assert [file.name for file in StoredFile.objects.all()] == ["one.jpg"]
    assert applicant.send().step == "need"


def test_a_refused_file_is_not_even_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking costs a process of its own."""
    monkeypatch.setattr(floods, "MOST_UPLOADS_FOR_CASE", 0)
    monkeypatch.setattr("forms_flow.fields.looking.inspect_upload", lambda _file: pytest.fail("was looked into"))
    applicant = Applicant().begin().answer(PERSON, WELL, {"documents-id_card": a_photo()})
    assert (applicant.step, len(applicant.mistakes)) == ("documents", 1)


def test_what_the_staff_enter_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many applications come from one office."""
    monkeypatch.setattr(floods, "MOST_SENT_FROM_ADDRESS", 0)
    request = RequestFactory().post("/")
    allowed = []
    for channel in (Channel.PHONE, Channel.WEBSITE):
        view = CheckView(journey=Journey(factories.a_draft(channel=channel), "ar", "secret"))
        allowed.append(view._may_send_now(request))
    assert allowed == [True, False]
