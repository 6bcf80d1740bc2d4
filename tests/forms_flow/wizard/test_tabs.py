"""Old tabs, double clicks, races."""

from typing import Any

import pytest

from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft, StaleDraftError, StoredFile
from forms_flow.vault import store
from forms_flow.wizard.journey import Journey
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, UNWELL, WELL, Applicant, a_photo

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def second_tab(applicant: Applicant) -> Applicant:
    """Open the page once more in the same browser."""
    tab = Applicant()
    tab.client = applicant.client
    return tab.open(applicant.url)


def test_an_old_tab_is_refused_and_keeps_what_was_typed(applicant: Applicant) -> None:
    old = second_tab(applicant)
    applicant.answer(PERSON)
    old.send({**PERSON, "person-name": "سعد العتيبي"})
    assert (old.status, old.fields()["person-name"]) == (409, "سعد العتيبي")
    assert applicant.draft.state["answers"]["name"]["value"] == PERSON["person-name"]


def test_an_old_tab_may_save_once_more_knowingly(applicant: Applicant) -> None:
    old = second_tab(applicant)
    applicant.answer(PERSON)
    old.send({**PERSON, "person-name": "سعد العتيبي"}).send()
    assert (old.step, old.draft.state["answers"]["name"]["value"]) == ("health", "سعد العتيبي")


def test_an_old_tab_may_go_on_with_the_newer_answers(applicant: Applicant) -> None:
    old = second_tab(applicant)
    applicant.answer(PERSON)
    old.send({**PERSON, "person-name": "سعد العتيبي"})
    old.open(str(old.page.select_one(".alert a")["href"]))
    assert old.fields()["person-name"] == PERSON["person-name"]


@pytest.mark.parametrize("name", [PERSON["person-name"], "1"], ids=["right", "wrong"])
def test_a_double_click_on_a_step_is_no_conflict(applicant: Applicant, name: str) -> None:
    values = {**PERSON, "person-name": name}
    first, second = applicant.post(values), applicant.post(values)
    assert (second.status_code, second.headers["Location"]) == (303, first.headers["Location"])


def test_a_post_that_loses_a_race_is_refused_like_an_old_tab(
    applicant: Applicant, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, races = Journey.record, iter([True])

    def overtaken(self: Journey, *arguments: Any, **words: Any) -> None:
        if next(races, False):
            winner = Journey(Draft.objects.get(), "ar", self.secret)
            winner.state.answers["mobile"] = {"value": "+966500000000", "raw": "0500000000"}
            winner.save()
        record(self, *arguments, **words)

    monkeypatch.setattr(Journey, "record", overtaken)
    applicant.send(PERSON)
    assert applicant.status == 409
    assert applicant.draft.state["answers"] == {"mobile": {"value": "+966500000000", "raw": "0500000000"}}


def test_a_file_of_a_post_that_loses_a_race_leaves_nothing(
    applicant: Applicant, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant.answer(PERSON, WELL)
    save, races = Journey.save, iter([True])

    def overtaken(self: Journey) -> None:
        if next(races, False):
            raise StaleDraftError
        save(self)

    monkeypatch.setattr(Journey, "save", overtaken)
    applicant.send({"documents-id_card": a_photo()})
    assert (applicant.step, StoredFile.objects.count(), len(list(store.names()))) == ("need", 1, 1)


def test_a_double_click_with_a_file_keeps_it_once(applicant: Applicant) -> None:
    applicant.answer(PERSON, WELL)
    first, second = (applicant.post({"documents-id_card": a_photo()}) for _ in range(2))
    assert (second.status_code, second.headers["Location"]) == (303, first.headers["Location"])
    assert StoredFile.objects.count() == 1


def test_a_file_that_the_browser_offers_again_is_kept_once(applicant: Applicant) -> None:
    applicant.answer(PERSON, WELL, {"documents-id_card": a_photo()})
    applicant.open(applicant.url.replace("/need/", "/documents/")).send({"documents-id_card": a_photo()})
    assert (applicant.step, StoredFile.objects.count()) == ("need", 1)


@pytest.mark.parametrize("seen", ["x", "9" * 5000, "٢", "-1", "1.0"])
def test_a_row_version_that_is_none_counts_as_old(applicant: Applicant, seen: str) -> None:
    assert applicant.post({**PERSON, "row_version": seen}).status_code == 409


def test_a_double_click_on_send_shows_the_same_receipt(applicant: Applicant) -> None:
    """Req 26."""
    applicant.answer(PERSON, WELL, LATER, NEED)
    first, second = (applicant.post({"declaration": "on"}) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert Application.objects.count() == 1


def test_answers_changed_elsewhere_are_not_sent_unread(applicant: Applicant) -> None:
    applicant.answer(PERSON, WELL, LATER, NEED)
    other = second_tab(applicant).open(applicant.url.replace("/check/", "/need/"))
    other.send({"need-need": "شيء آخر"})
    applicant.send({"declaration": "on"})
    assert (applicant.step, Application.objects.count()) == ("check", 0)
    assert "شيء آخر" in applicant.answers.values()
    assert applicant.send({"declaration": "on"}).step == "done"


def test_a_step_opened_again_by_another_tab_is_asked_before_sending(applicant: Applicant) -> None:
    applicant.answer(PERSON, WELL, LATER, NEED)
    other = second_tab(applicant).open(applicant.url.replace("/check/", "/health/"))
    other.send(UNWELL)
    assert applicant.send({"declaration": "on"}).step == "illness"
