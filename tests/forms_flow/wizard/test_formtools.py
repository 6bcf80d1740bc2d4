"""The fifteen behaviours of django-formtools that differ from what applicants need: one test shows ours for each.

The numbers are those of the table in docs/architecture.md.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from formtools.wizard.views import WizardView

from forms_flow.domain import upkeep
from forms_flow.domain.submit import submit_draft
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft, StoredFile
from forms_flow.wizard import check
from forms_flow.wizard.steps import JourneyWizard
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, UNWELL, WELL, Applicant, a_photo, not_a_photo

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def at_check(applicant: Applicant) -> Applicant:
    """Walk to check-answers."""
    return applicant.answer(PERSON, WELL, LATER, NEED)


def stored_on_disk(settings: LazySettings) -> int:
    """Count the files of the private store."""
    return sum(path.is_file() for path in Path(settings.PRIVATE_ROOT).rglob("*"))


def test_01_nothing_is_sent_by_fetching_a_page(applicant: Applicant) -> None:
    """Stock: ``GET /done/`` runs ``done()``."""
    base = at_check(applicant).url.removesuffix("check/")
    for name in ("check/", "done/", "need/", "save/"):
        applicant.client.get(base + name)
    assert Application.objects.count() == 0
    applicant.open(base + "check/").send({"declaration": "on"})
    assert (applicant.step, Application.objects.count()) == ("done", 1)


def test_02_a_post_that_names_an_unknown_step_goes_to_the_first_open_one(applicant: Applicant) -> None:
    """Stock: a 500 with KeyError (formtools #38)."""
    applicant.answer(PERSON)
    unknown = applicant.url.replace("/health/", "/nowhere/")
    form = {**applicant.fields(), "journey-current_step": "nowhere"}
    response = applicant.client.post(unknown, form)
    assert (response.status_code, response.headers["Location"]) == (303, applicant.url)


def test_03_a_post_to_a_step_off_the_route_goes_to_the_first_open_one(applicant: Applicant) -> None:
    """Stock: a 500 (formtools #247)."""
    applicant.answer(PERSON, WELL)
    response = applicant.client.post(applicant.url.replace("/documents/", "/illness/"), applicant.fields())
    assert (response.status_code, response.headers["Location"]) == (303, applicant.url)


def test_04_the_list_of_forms_is_left_to_formtools() -> None:
    """Stock: a class that overrides ``get_form_list`` without super fails on every post."""
    assert JourneyWizard.get_form_list is WizardView.get_form_list


def test_05_a_step_sent_again_without_its_file_keeps_the_file(applicant: Applicant) -> None:
    """Stock: "required" (formtools #159, #204)."""
    applicant.answer(PERSON, WELL, {"documents-id_card": a_photo()})
    documents = applicant.url.replace("/need/", "/documents/")
    applicant.open(documents).send()
    assert (applicant.step, StoredFile.objects.count()) == ("need", 1)


def test_06_a_replaced_file_is_destroyed(
    applicant: Applicant, settings: LazySettings, django_capture_on_commit_callbacks: Any
) -> None:
    """Stock: the old temporary file stays on the disk."""
    applicant.answer(PERSON, WELL, {"documents-id_card": a_photo()})
    old = StoredFile.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        applicant.open(applicant.url.replace("/need/", "/documents/"))
        applicant.send({"documents-id_card": a_photo("new.jpg"), "documents-id_card-remove": str(old.pk)})
    assert [file.name for file in StoredFile.objects.all()] == ["new.jpg"]
    assert stored_on_disk(settings) == 1


def test_07_an_abandoned_journey_leaves_no_files(
    applicant: Applicant, settings: LazySettings, django_capture_on_commit_callbacks: Any
) -> None:
    """Stock: the temporary files of a lost session stay for ever (formtools #159)."""
    applicant.answer(PERSON, WELL, {"documents-id_card": a_photo()})
    Draft.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    with django_capture_on_commit_callbacks(execute=True):
        upkeep.sweep_drafts()
    assert (Draft.objects.count(), StoredFile.objects.count(), stored_on_disk(settings)) == (0, 0, 0)


def test_08_there_is_no_session_to_lose(applicant: Applicant) -> None:
    """Stock: after a lost session the third step is judged as the first."""
    applicant.answer(PERSON, WELL)
    applicant.client.cookies.pop("sessionid", None)
    applicant.send({"documents-id_card": not_a_photo()})
    assert (applicant.step, len(applicant.mistakes), Session.objects.count()) == ("documents", 1, 0)


def test_09_two_journeys_in_one_browser_do_not_mix(applicant: Applicant) -> None:
    """Stock: the second tab overwrites the first (formtools #126, "data leak")."""
    second = Applicant()
    second.client = applicant.client
    second.begin()
    applicant.answer({**PERSON, "person-name": "سعد العتيبي"})
    second.answer({**PERSON, "person-name": "نورة القحطاني"})
    assert applicant.draft.state["answers"]["name"]["value"] == "سعد العتيبي"
    assert second.draft.state["answers"]["name"]["value"] == "نورة القحطاني"


def test_10_a_jump_ahead_lands_on_the_first_open_step(applicant: Applicant) -> None:
    """Stock: the last step opens, and only the end checks. Req 15."""
    person = applicant.url
    applicant.answer(PERSON)
    for name in ("need", "check", "done"):
        applicant.open(person.replace("/person/", f"/{name}/"))
        assert applicant.step == "health"


def test_11_a_draft_keeps_the_questions_and_nothing_else_of_a_post(applicant: Applicant) -> None:
    """Stock: the whole post is kept, the CSRF token and the buttons with it."""
    applicant.send({**PERSON, "person-mobile": "05", "person-evil": "x", "need-need": "x", "is_staff": "1"})
    assert set(applicant.draft.state["typed"]) == {"person"}
    assert set(applicant.draft.state["typed"]["person"]) == set(PERSON)


def test_12_an_answer_that_no_longer_holds_is_shown_before_sending(applicant: Applicant) -> None:
    """Stock: the redirect to the failing step is a TypeError when a parameter is called ``step``."""
    at_check(applicant)
    draft = applicant.draft
    draft.state = {**draft.state, "answers": {**draft.state["answers"], "mobile": {"value": "+1", "raw": "1"}}}
    draft.save(update_fields=["state"])
    applicant.send({"declaration": "on"})
    assert (applicant.step, len(applicant.mistakes), Application.objects.count()) == ("check", 1, 0)
    applicant.open(applicant.page.select_one(".error-summary a")["href"])
    assert applicant.step == "person"


def test_13_a_fault_while_sending_loses_nothing(applicant: Applicant, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stock: nothing is lost only as long as ``reset()`` comes after ``done()``."""
    at_check(applicant)
    applicant.client.raise_request_exception = False

    def fail(**_columns: Any) -> None:
        raise OSError

    monkeypatch.setattr(check, "submit_draft", fail)
    assert applicant.post({"declaration": "on"}).status_code == 500
    monkeypatch.setattr(check, "submit_draft", submit_draft)
    applicant.send({"declaration": "on"})
    assert (applicant.step, Application.objects.count()) == ("done", 1)


def test_14_every_file_of_a_question_is_kept(applicant: Applicant) -> None:
    """Stock: the last one only (formtools #98). Req 50."""
    pages = [a_photo(f"{number}.jpg") for number in range(1, 4)]
    applicant.answer(PERSON, WELL, {"documents-id_card": pages})
    assert [file.name for file in StoredFile.objects.all()] == ["1.jpg", "2.jpg", "3.jpg"]


@pytest.mark.parametrize("values", [PERSON, {"person-name": "1"}], ids=["right", "wrong"])
def test_15_every_post_is_answered_by_a_redirect(applicant: Applicant, values: dict[str, str]) -> None:
    """Stock: a refresh sends the former step once more (formtools #166). Req 13."""
    assert applicant.post(values).status_code == 303


def test_unwell_people_meet_one_step_more(applicant: Applicant) -> None:
    assert applicant.answer(PERSON, UNWELL).step == "illness"


def test_a_stranger_with_a_client_of_their_own_meets_nothing(applicant: Applicant) -> None:
    assert Client().get(applicant.url).status_code == 404
