"""Who may apply now: days, places, and one open application for each person and service."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from forms_flow.domain.declaration import ticked
from forms_flow.domain.errors import AlreadyOpenError, NotOpenError
from forms_flow.domain.openings import open_already, state_of
from forms_flow.domain.submit import submit_draft
from forms_flow.enums import State
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft
from forms_flow.records.openings import Opening, openings_of
from home.dates import today
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
OTHER = {"kind": "national_id", "number": factories.national_id(100000002), "raw": {}}
OTHER_MOBILE = {"value": "+966509999999", "raw": "0509999999"}


def kind(**changes: Any) -> str:
    return state_of(factories.FLOW_KEY, changes.pop("service", "wheelchair"), language="ar", **changes).kind


def opening(**columns: Any) -> Opening:
    name = {} if "service_key" in columns else {"flow_key": factories.FLOW_KEY}
    return Opening.objects.create(**{**name, **columns})


def send(draft: Draft | None = None, **changes: Any) -> Application:
    factories.a_department()
    answers = factories.answers(**changes)
    draft = draft or factories.a_draft()
    return submit_draft(draft=draft, answers=answers, language="ar", declaration=ticked(timezone.now()))


def test_what_nobody_limited_is_open() -> None:
    assert kind() == "open"


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ({"opens_on": date(2026, 3, 11)}, "opens_on"),
        ({"opens_on": date(2026, 3, 10)}, "open"),
        ({"closes_on": date(2026, 3, 9)}, "closed"),
        ({"closes_on": date(2026, 3, 10)}, "open"),
        ({"is_closed": True}, "closed"),
        ({"is_walk_in": True}, "walk_in"),
        ({"capacity": 0}, "full"),
    ],
)
@pytest.mark.parametrize("name", [{}, {"service_key": "wheelchair"}])
# 21:30 in UTC is half past midnight of the next day in Riyadh.
@time_machine.travel("2026-03-09T21:30:00Z", tick=False)
def test_form_and_service_close_alike_by_the_day_in_riyadh(
    name: dict[str, str], columns: dict[str, Any], found: str
) -> None:
    """Req 4."""
    opening(**name, **columns)
    assert kind() == found


def test_a_closed_service_leaves_the_others_of_the_form_open() -> None:
    opening(service_key="wheelchair", is_closed=True)
    assert [kind(service=name) for name in ("wheelchair", "water")] == ["closed", "open"]


@pytest.mark.parametrize("name", [{}, {"service_key": "wheelchair"}])
def test_places_are_taken_by_applications_and_given_back_by_those_withdrawn(name: dict[str, str]) -> None:
    """Req 4."""
    opening(**name, capacity=2)
    first, second = (factories.an_application() for _n in range(2))
    assert kind() == "full"
    Application.objects.filter(pk=first.pk).update(state=State.WITHDRAWN, is_open=False)
    assert kind() == "open"
    Application.objects.filter(pk=second.pk).update(state=State.LAPSED, is_open=False)
    factories.an_application()
    assert kind() == "open"


def test_what_came_before_the_first_day_takes_no_place() -> None:
    opening(capacity=1, opens_on=date(2026, 3, 10))
    midnight = datetime(2026, 3, 9, 21, tzinfo=UTC)
    application = factories.an_application(received_at=midnight - timedelta(seconds=1))
    day = date(2026, 3, 12)
    assert kind(day=day) == "open"
    Application.objects.filter(pk=application.pk).update(received_at=midnight)
    assert kind(day=day) == "full"


def test_openings_are_kept_and_the_places_counted_at_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    openings_of(factories.FLOW_KEY, ["wheelchair", "water"])
    with django_assert_num_queries(0):
        openings_of(factories.FLOW_KEY, ["wheelchair", "water"])
    opening(capacity=5)
    opening(service_key="wheelchair", capacity=5)
    opening(service_key="water", capacity=5)
    factories.an_application()
    with django_assert_num_queries(1):  # the places; the rows were read anew when the application was sent
        found = openings_of(factories.FLOW_KEY, ["wheelchair", "water"])
    assert found.taken == {factories.FLOW_KEY: 1, "wheelchair": 1, "water": 0}


@pytest.mark.parametrize("columns", [{"is_closed": True}, {"capacity": 0}, {"closes_on": date(2020, 1, 1)}])
def test_nothing_is_stored_while_it_is_closed_and_the_draft_stays(columns: dict[str, Any]) -> None:
    """Req 4."""
    opening(**columns)
    draft = factories.a_draft(state={"answers": {}})
    with pytest.raises(NotOpenError):
        send(draft)
    draft.refresh_from_db()
    assert (Application.objects.count(), draft.submitted_at, draft.state) == (0, None, {"answers": {}})


def test_a_paper_that_came_in_time_may_be_entered_later() -> None:
    opening(closes_on=today() - timedelta(days=1))
    draft = factories.a_draft(received_at=timezone.now() - timedelta(days=2))
    assert send(draft).reference


def test_a_draft_sent_twice_is_one_application_even_when_the_last_place_was_its_own() -> None:
    """Req 26."""
    opening(capacity=1)
    draft = factories.a_draft()
    assert send(draft).pk == send(draft).pk


def one_open(**columns: Any) -> Draft:
    return factories.a_draft(version=factories.a_version(factories.a_flow(one_open=True)), **columns)


def test_a_second_one_of_the_same_person_is_refused_and_names_the_first() -> None:
    first = send(one_open())
    with pytest.raises(AlreadyOpenError) as caught:
        send(one_open())
    assert (caught.value.reference, Application.objects.count()) == (first.reference, 1)


def test_an_identity_number_alone_tells_a_stranger_nothing() -> None:
    send(one_open())
    assert send(one_open(), mobile=OTHER_MOBILE).reference


def test_a_family_may_share_a_mobile() -> None:
    send(one_open())
    assert send(one_open(), identity=OTHER).reference


def test_another_service_and_a_closed_case_do_not_count() -> None:
    first = send(one_open())
    assert send(one_open(service_key="water")).reference
    Application.objects.filter(pk=first.pk).update(state=State.CLOSED, is_open=False)
    assert send(one_open()).reference


def test_a_form_that_does_not_ask_for_it_takes_any_number() -> None:
    assert send().reference != send().reference


def test_it_costs_one_query_more_than_the_lock(django_assert_max_num_queries: Any) -> None:
    draft = one_open()
    flow, answers = draft.version.flow, factories.answers()
    with django_assert_max_num_queries(1):
        assert open_already(flow, answers, "wheelchair") is None
