"""A service page: its fixed parts, its state, and the way to apply."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from home.contracts import CalendarKind, FormFacts, OpeningKind, OpeningState, Promise, PromiseUnit
from services.models import ServicePage
from tests.services.factories import a_policy, a_service, govern, services_guide, translate, unsaved_service
from tests.services.html import headings, queries_of, text_of

pytestmark = [pytest.mark.integration, pytest.mark.django_db, pytest.mark.usefixtures("given_form")]

FORM = FormFacts(flow_key="5f0c2f9e-6a52-4b7c-9f0e-0d6f3f3a1c11", title="طلب مساعدة", url="/assistance/", open=True)
PARTS = [
    "What it is",
    "Who can get it",
    "Who cannot get it",
    "What you need",
    "Steps",
    "Answer time",
    "Cost",
    "Season, hours and places",
    "Other ways to ask",
    "Department",
    "Last reviewed",
]


@pytest.fixture
def english_service(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> ServicePage:
    return translate(a_service(), {}, django_capture_on_commit_callbacks)


def faults(page: ServicePage) -> list[str]:
    page.live = True
    with pytest.raises(ValidationError) as caught:
        page.full_clean(exclude=["slug", "path", "depth"])
    return sorted(caught.value.message_dict)


@pytest.mark.parametrize("name", ServicePage.required_to_publish)
def test_a_service_without_one_of_its_parts_is_not_published(name: str) -> None:
    """Req 1."""
    empty: Any = (
        None if name in {"answer_amount", "reviewed_on"} else [] if name in {"steps", "audiences", "needs"} else ""
    )
    page = unsaved_service(**{name: empty})
    services_guide().add_child(instance=page)
    assert faults(page) == [name]


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"documents": []}, "documents"),
        ({"state": "opens_on"}, "opens_on"),
        ({"opens_on": date(2026, 2, 1), "closes_on": date(2026, 1, 1)}, "closes_on"),
        ({"state": "full"}, "state_note"),
        ({"state": "closed"}, "state_note"),
        ({"urgent": True}, "urgent_note"),
        ({"key": "Not A Key"}, "key"),
        ({"audiences": ["nobody"]}, "audiences"),
    ],
)
def test_rules_between_parts_stop_publishing(changes: dict[str, Any], name: str) -> None:
    page = unsaved_service(**changes)
    services_guide().add_child(instance=page)
    assert faults(page) == [name]


def test_two_services_never_share_a_key() -> None:
    a_service()
    second = unsaved_service(slug="second")
    services_guide().add_child(instance=second)
    assert faults(second) == ["key"]


def test_a_sample_is_published_on_a_demonstration_site_only(settings: Settings) -> None:
    settings.DEMO = False
    page = unsaved_service(is_sample=True)
    services_guide().add_child(instance=page)
    assert faults(page) == ["is_sample"]


def test_a_half_written_draft_is_stored() -> None:
    page = ServicePage(title="خدمة", slug="half", live=False)
    services_guide().add_child(instance=page)
    page.save_revision()
    assert not ServicePage.objects.get(slug="half").live


def test_the_parts_stand_in_their_order(client: Client, english_service: ServicePage) -> None:
    """Req 1."""
    page = client.get(english_service.url).content.decode()
    assert headings(page, "h2")[: len(PARTS)] == PARTS


def test_the_page_and_the_facts_list_the_same_documents(client: Client) -> None:
    """Req 2: one record, read by the page and by the form."""
    service = a_service()
    service.documents = [("document", {"key": "report", "label": "تقرير طبي", "help": "", "required": False})]
    service.save_revision().publish()
    service = ServicePage.objects.get(pk=service.pk)
    assert [document.label for document in service.facts().documents] == ["تقرير طبي"]
    page = text_of(client.get(service.url).content.decode())
    assert ("تقرير طبي" in page, "الهوية" in page) == (True, False)


def test_the_promise_is_the_number_that_the_page_shows(client: Client, english_service: ServicePage) -> None:
    """Req 3."""
    assert english_service.promise == Promise(amount=5, unit=PromiseUnit.WORKING_DAY, calendar=CalendarKind.OFFICE)
    assert "You are told the result within 5 working days." in text_of(client.get(english_service.url).content.decode())


@pytest.mark.parametrize(
    ("state", "dates", "is_open"),
    [
        ("open", {}, True),
        ("open", {"closes_on": date(2026, 3, 10)}, True),
        ("open", {"closes_on": date(2026, 3, 9)}, False),
        ("opens_on", {"opens_on": date(2026, 3, 10)}, True),
        ("opens_on", {"opens_on": date(2026, 3, 11)}, False),
        ("opens_on", {"opens_on": date(2026, 3, 1), "closes_on": date(2026, 3, 5)}, False),
        ("closed", {}, False),
        ("full", {}, False),
        ("walk_in", {}, False),
    ],
)
# 21:30 in UTC is half past midnight of the next day in Riyadh.
@time_machine.travel("2026-03-09T21:30:00Z", tick=False)
def test_a_service_is_open_by_its_state_and_the_date_in_riyadh(
    state: str, dates: dict[str, date], *, is_open: bool
) -> None:
    """Req 4."""
    assert unsaved_service(state=state, **dates).is_open == is_open


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (OpeningState(kind=OpeningKind.FULL), ("All places are taken for now.", "Full")),
        (OpeningState(kind=OpeningKind.CLOSED), ("Applications are closed now.", "Closed")),
        (
            OpeningState(kind=OpeningKind.OPENS_ON, day=date(2027, 2, 8)),
            ("Applications open on Monday 8 February 2027 (1 Ramadan 1448 AH).", "Opens on 8 February 2027"),
        ),
    ],
)
def test_a_service_whose_form_takes_nothing_says_why_on_page_and_card(
    client: Client,
    english_service: ServicePage,
    given_form: Callable[[FormFacts], None],
    state: OpeningState,
    words: tuple[str, str],
) -> None:
    """Req 4: never a button that leads nowhere."""
    given_form(replace(FORM, state=state))
    page = client.get(english_service.url).content.decode()
    guide = client.get(english_service.get_parent().url).content.decode()
    shown = (words[0] in text_of(page), 'href="/assistance/"' in page, words[1] in text_of(guide))
    assert shown == (True, False, True)


def test_an_open_service_links_its_form(client: Client, given_form: Callable[[FormFacts], None]) -> None:
    given_form(FORM)
    page = client.get(a_service().url).content.decode()
    assert 'href="/assistance/"' in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"state": "closed"}, "Applications are closed now."),
        ({"state": "full"}, "All places are taken for now."),
        ({"state": "walk_in"}, "No application is needed. Come to one of the places, or call."),
        ({"state": "opens_on", "opens_on": date(2099, 1, 4)}, "Applications open on Sunday 4 January 2099"),
        ({}, "This service is asked for by telephone or in person."),
    ],
)
def test_a_service_that_takes_no_application_says_why_and_what_to_do(
    client: Client,
    given_form: Callable[[FormFacts | None], None],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    changes: dict[str, Any],
    sentence: str,
) -> None:
    """Req 4: never a dead button; only a form that takes answers is linked."""
    given_form(FORM if changes else None)
    page = translate(a_service(state_note="راجع المقر", **changes), {}, django_capture_on_commit_callbacks)
    body = client.get(page.url).content.decode()
    assert sentence in text_of(body)
    assert ('href="/assistance/"' in body, 'href="#other-ways"' in body) == (False, True)


def test_an_urgent_service_shows_a_telephone_before_anything_else(client: Client) -> None:
    """Req 7."""
    service = a_service(urgent=True, urgent_note="اتصل الآن.", call_number="+966 12 345 6789")
    page = client.get(service.url).content.decode()
    assert page.index('href="tel:+966123456789"') < page.index('id="what"')


def test_an_english_page_names_arabic_policies_in_arabic(client: Client, english_service: ServicePage) -> None:
    """Req 10, from the service's side."""
    arabic = ServicePage.objects.get(locale__language_code="ar")
    policy = a_policy()
    govern(arabic, policy)
    govern(english_service, policy)
    page = client.get(english_service.url).content.decode()
    assert f'<a href="{policy.url}" hreflang="ar">' in page


def test_the_page_sets_no_cookie_and_varies_on_none(client: Client) -> None:
    response = client.get(a_service().url)
    assert (dict(response.cookies), response.headers.get("Vary", "")) == ({}, "")


def test_a_page_costs_the_same_however_much_it_says(
    client: Client, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """With one document and one policy, and with three of each: one query of its own."""
    lean, rich = a_service(), a_service(key="rich")
    documents = [("document", {"key": f"d{n}", "label": f"مستند {n}", "help": "", "required": True}) for n in range(3)]
    rich.documents = documents
    rich.save_revision().publish()
    for number, service in enumerate([lean, rich, rich, rich]):
        govern(service, a_policy(slug=f"p{number}"))
    client.get("/")  # what every page needs is looked up once
    for page in (lean, rich):
        page.refresh_from_db()
        assert page.locale.language_code == "ar"
        with django_assert_num_queries(1):
            page.get_context(rf.get("/"))
    assert len({queries_of(client, page.url) for page in (lean, rich)}) == 1
