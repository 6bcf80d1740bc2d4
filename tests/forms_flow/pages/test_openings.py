"""Days and places, from the page where an editor writes them to the row that journeys look at (req 4)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.translation import override

from forms_flow.definition import say
from forms_flow.domain import reconcile, upkeep
from forms_flow.pages import openings
from forms_flow.pages.models import FormPage
from forms_flow.pages.provider import PageFormProvider
from forms_flow.pages.publishing import on_published
from forms_flow.pages.stumbles import stumbles
from forms_flow.records.mistakes import Mistake
from forms_flow.records.openings import Opening
from forms_flow.records.versions import FormVersion
from home.contracts import CardKind, OpeningKind
from home.dates import both_calendars, today
from tests.forms_flow.pages.conftest import Guide, republish

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
SOON = today() + timedelta(days=9)
CHECK = "days and places are as the pages say"


def row(**name: object) -> tuple[object, ...] | None:
    return Opening.objects.filter(**name).values_list("opens_on", "closes_on", "capacity").first()


def test_publishing_a_form_sets_its_days_at_once_without_a_new_version(open_page: FormPage) -> None:
    republish(open_page, opens_on=SOON, capacity=7)
    assert row(flow_key=open_page.flow_key) == (SOON, None, 7)


def test_a_form_taken_down_keeps_its_days_for_those_who_began(open_page: FormPage) -> None:
    republish(open_page, closes_on=SOON).unpublish()
    assert row(flow_key=open_page.flow_key) == (None, SOON, None)


@pytest.mark.parametrize(
    ("state", "columns"),
    [
        (OpeningKind.OPEN, {"capacity": 5, "is_walk_in": False, "is_closed": False}),
        (OpeningKind.FULL, {"capacity": 0, "is_walk_in": False, "is_closed": False}),
        (OpeningKind.CLOSED, {"capacity": 5, "is_walk_in": False, "is_closed": True}),
        (OpeningKind.WALK_IN, {"capacity": 5, "is_walk_in": True, "is_closed": False}),
        (OpeningKind.OPENS_ON, {"capacity": 5, "is_walk_in": False, "is_closed": True}),
    ],
)
def test_a_service_is_kept_as_its_page_says(
    open_page: FormPage, guide: Guide, state: OpeningKind, columns: dict[str, object]
) -> None:
    guide.facts = {"state": state, "capacity": 5}
    openings.follow_service("relief")
    assert Opening.objects.filter(service_key="relief").values(*columns).get() == columns


def test_what_was_missed_is_found_and_put_right_at_night(open_page: FormPage) -> None:
    republish(open_page, closes_on=SOON)
    assert reconcile.run()[CHECK] == []
    Opening.objects.all().delete()
    assert reconcile.run()[CHECK] == [str(open_page.flow_key)]
    assert (upkeep.run()["openings put right"], upkeep.run()["openings put right"]) == (1, 0)
    assert row(flow_key=open_page.flow_key) == (None, SOON, None)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_start_page_says_why_and_when_in_place_of_the_button(
    open_page: FormPage, client: Client, language: str
) -> None:
    """Req 4."""
    republish(open_page, opens_on=SOON)
    html = client.get("/assistance/" if language == "ar" else "/en/assistance/").content.decode()
    assert both_calendars(SOON, language) in html
    assert f"/apply/new/{open_page.flow_key}/" not in html
    assert "+966 12 000 0000" in html


def test_the_start_page_marks_the_service_that_is_closed(open_page: FormPage, client: Client) -> None:
    Opening.objects.create(service_key="relief", is_closed=True)
    html = client.get("/en/assistance/").content.decode()
    assert html.count("Applications are closed now.") == 1
    assert f"/apply/new/{open_page.flow_key}/" in html


def test_the_guide_learns_which_services_take_applications(open_page: FormPage) -> None:
    Opening.objects.create(service_key="relief", capacity=0)
    provider = PageFormProvider()
    assert {key: state.kind for key, state in provider.service_states().items()} == {
        "wheelchair": "open",
        "relief": "full",
    }
    assert provider.form_for_service("relief", "en").state.kind == "full"


def test_an_editor_writes_a_day_in_either_calendar(page: FormPage, admin_client: Client) -> None:
    """A Hijri date in the editor of the form is the same day in the table."""
    form_class = FormPage.get_edit_handler().get_form_class()
    assert form_class.base_fields["opens_on"].clean("1/9/1448") == date(2027, 2, 8)
    republish(page, opens_on=date(2027, 2, 8))
    html = admin_client.get(f"/staff/pages/{page.pk}/edit/").content.decode()
    assert both_calendars(date(2027, 2, 8), "ar") in html


def test_the_editor_sees_where_people_stumble(open_page: FormPage, admin_client: Client) -> None:
    """Req 41."""
    for _time in range(3):
        Mistake.objects.count_one(flow_key=open_page.flow_key, question="unwell", code="choice")
    Mistake.objects.count_one(flow_key=open_page.flow_key, question="gone", code="odd")
    Mistake.objects.create(
        flow_key=open_page.flow_key, question="old", code="choice", day=today() - timedelta(days=31), count=9
    )
    with override("en"):
        assert stumbles(open_page) == [
            ("Do you have a health condition?", "Nothing chosen", 3),
            ("gone", "Another mistake", 1),
        ]
    with override("ar"):
        html = admin_client.get(f"/staff/pages/{open_page.pk}/edit/").content.decode()
    assert "<td>هل لديك حالة صحية؟</td>" in html


def test_old_counts_of_mistakes_are_destroyed(open_page: FormPage) -> None:
    Mistake.objects.create(flow_key=open_page.flow_key, question="q", code="c", day=today() - timedelta(days=400))
    assert upkeep.run()["counts of mistakes destroyed"] == 1


def test_a_new_document_is_asked_for_before_it_is_translated(open_page: FormPage, guide: Guide) -> None:
    """Req 2: the page and the form never differ, not even while the translation is missing."""
    guide.identity = {"ar": "صورة الهوية أو الجواز", "en": ""}
    sender = type("ServicePage", (), {"card_kind": CardKind.SERVICE})
    on_published(sender=sender, instance=type("Page", (), {"key": "wheelchair"})())
    label = FormVersion.objects.current(open_page.flow_key).flow.question("doc_id_card").label
    assert say(label, "en") == "صورة الهوية أو الجواز"
