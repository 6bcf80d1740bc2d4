"""The services guide: cards, filters, and no query per card."""

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from home.cards import cards_below
from home.contracts import CardKind
from services.enums import Need
from services.filters import Filters
from services.models import ServicePage
from tests.services.factories import a_policy, a_service, home, policy_list, services_guide, unsaved_service
from tests.services.html import headings, main_of, queries_of

pytestmark = [pytest.mark.integration, pytest.mark.django_db, pytest.mark.usefixtures("given_form")]


def titles(client: Client, query: str = "") -> list[str]:
    return headings(main_of(client.get(f"{services_guide().url}{query}").content.decode()), "h3")


@pytest.fixture
def _three_services() -> None:
    a_service(title="كراسي", needs=["mobility"], audiences=["hajj", "umrah"])
    a_service(key="water", title="سقيا", needs=["food"], audiences=["umrah"], season="ramadan")
    a_service(key="advice", title="إرشاد", needs=["guidance"], audiences=["resident"], season="hajj")


@pytest.mark.usefixtures("_three_services")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["كراسي", "سقيا", "إرشاد"]),
        ("?need=food", ["سقيا"]),
        ("?audience=umrah", ["كراسي", "سقيا"]),
        ("?season=ramadan", ["كراسي", "سقيا"]),
        ("?need=food&audience=resident", []),
        ("?need=unknown&page=9", ["كراسي", "سقيا", "إرشاد"]),
    ],
)
def test_filters_are_links_that_need_no_script(client: Client, query: str, expected: list[str]) -> None:
    """Req 9."""
    assert titles(client, query) == expected


@pytest.mark.usefixtures("_three_services")
def test_only_keys_in_use_are_offered_and_the_chosen_one_lifts_itself(client: Client) -> None:
    page = main_of(client.get(f"{services_guide().url}?need=food&audience=umrah").content.decode())
    assert ('href="?need=mobility&amp;audience=umrah"' in page, 'href="?need=health' in page) == (True, False)
    assert '<a class="chip" href="?audience=umrah" aria-current="true">' in page


def test_an_empty_guide_says_so(client: Client) -> None:
    assert titles(client) == []


@pytest.mark.parametrize(
    ("changes", "labels"),
    [
        ({}, ["within 5 working days"]),
        ({"answer_amount": 0, "state": "walk_in"}, ["Walk in"]),
        ({"season": "hajj", "is_sample": True}, ["within 5 working days", "Hajj season", "Sample"]),
        ({"state": "full", "answer_amount": 0}, ["at once", "Full"]),
    ],
)
def test_a_card_says_when_an_answer_comes_and_what_is_special(changes: dict[str, object], labels: list[str]) -> None:
    page = unsaved_service(**changes)
    services_guide().add_child(instance=page)
    with translation.override("en"):
        assert [tag.label for tag in ServicePage.cards_of([page])[0].tags] == labels


def test_filters_read_nothing_but_known_keys() -> None:
    assert Filters.read({"need": "food", "audience": "x", "other": "y"}) == Filters(need="food")


def test_the_guide_costs_the_same_for_one_service_and_for_three(
    client: Client, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    counts = set()
    for keys in (["one"], ["two", "three"]):
        for key in keys:
            a_service(key=key)
        counts.add(queries_of(client, services_guide().url))
        guide = services_guide()
        with django_assert_num_queries(1):
            guide.get_context(rf.get("/"))
    assert len(counts) == 1


def test_the_list_of_policies_costs_the_same_for_one_and_for_three(
    client: Client, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    counts = set()
    for slugs in (["one"], ["two", "three"]):
        for slug in slugs:
            a_policy(slug=slug)
        counts.add(queries_of(client, policy_list().url))
        index = policy_list()
        with django_assert_num_queries(2):
            index.get_context(rf.get("/"))
    assert len(counts) == 1


def test_cards_below_the_home_page_cost_the_same_for_one_service_and_for_three() -> None:
    counts = set()
    for keys in (["one"], ["two", "three"]):
        for key in keys:
            a_service(key=key)
        cards_below(home(), CardKind.SERVICE)
        with CaptureQueriesContext(connection) as captured:
            cards = cards_below(home(), CardKind.SERVICE)
        counts.add(len(captured) - 1)  # the first query is that of home() itself
    assert (len(counts), [card.group for card in cards]) == (1, [str(Need.MOBILITY.label)] * 3)
