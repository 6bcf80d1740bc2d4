"""The list of applications."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from forms_flow.domain.reference import grouped
from forms_flow.enums import Role, State
from forms_flow.inbox import listing
from forms_flow.records.applications import Application
from forms_flow.records.departments import Department
from tests.forms_flow import factories
from tests.forms_flow.counting import own_queries

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def intake() -> Department:
    """Return the department that receives."""
    return factories.a_department()


@pytest.fixture
def officer(client: Client, intake: Department) -> Any:
    """Return a relations officer who has signed in."""
    user = factories.a_user(Role.RELATIONS_OFFICER, intake, first_name="ريم")
    client.force_login(user)
    return user


def _references(client: Client, **query: str) -> list[str]:
    return [row.reference for row in client.get(reverse("inbox:list"), query).context["rows"]]


def _numbers(*applications: Application) -> list[str]:
    return [grouped(application.reference) for application in applications]


def test_the_first_view_is_the_open_ones_of_my_departments_by_due_date(client: Client, officer: Any) -> None:
    """What is due first stands on top."""
    now = timezone.now()
    later = factories.an_application(sort_due=now + timedelta(days=5))
    sooner = factories.an_application(sort_due=now + timedelta(days=1))
    factories.an_application(state=State.CLOSED, is_open=False)
    factories.an_application(department=factories.a_department("other"))
    assert officer.is_active
    assert _references(client) == _numbers(sooner, later)


def test_filters_narrow_the_list(client: Client, officer: Any, intake: Department) -> None:
    """Each alone, with one that fits and one that does not."""
    studies = factories.a_department("studies")
    factories.Membership.objects.create(user=officer, department=studies)
    plain = factories.an_application()
    special = factories.an_application(
        state=State.UNDER_STUDY,
        department=studies,
        assignee=officer,
        sort_due=timezone.now() - timedelta(days=1),
        due_at=timezone.now() - timedelta(days=1),
    )
    for query in ({"state": "under_study"}, {"department": str(studies.pk)}, {"assignee": "me"}, {"overdue": "on"}):
        assert _references(client, **query) == _numbers(special), query
    for query in ({"state": "received"}, {"department": str(intake.pk)}, {"assignee": "nobody"}):
        assert _references(client, **query) == _numbers(plain), query


def test_a_colleague_can_be_chosen_and_a_stranger_cannot(client: Client, officer: Any, intake: Department) -> None:
    """The choices hold the people of my departments."""
    colleague = factories.a_user(Role.CASE_OFFICER, intake)
    stranger = factories.a_user(Role.CASE_OFFICER, factories.a_department("other"))
    theirs = factories.an_application(assignee=colleague)
    mine = factories.an_application(assignee=officer)
    assert _references(client, assignee=str(colleague.pk)) == _numbers(theirs)
    assert sorted(_references(client, assignee=str(stranger.pk))) == sorted(_numbers(theirs, mine))


def test_closed_ones_are_listed_by_arrival_the_newest_first(client: Client, officer: Any) -> None:
    """Their due dates no longer matter."""
    old = factories.an_application(state=State.CLOSED, is_open=False, received_at=timezone.now() - timedelta(days=9))
    new = factories.an_application(state=State.CLOSED, is_open=False)
    assert officer.is_active
    assert _references(client, state="closed") == _numbers(new, old)
    assert _references(client, state="all") == _numbers(new, old)


def test_values_that_are_not_offered_are_as_good_as_none(client: Client, officer: Any) -> None:
    """Old links still work."""
    application = factories.an_application()
    assert officer.is_active
    odd = {"state": "x", "department": "999", "assignee": "-1", "service": "x", "after": "x", "find": "x"}
    assert _references(client, **odd) == _numbers(application)


def test_the_form_is_answered_by_an_address_without_the_search(client: Client, officer: Any) -> None:
    """Filters stay readable, the search is sealed."""
    factories.an_application()
    assert officer.is_active
    answer = client.post(reverse("inbox:list"), {"state": "received", "q": factories.NAME})
    assert answer.status_code == 303
    assert answer["Location"].startswith("/staff/applications/?state=received&find=")
    page = client.get(answer["Location"])
    assert (len(page.context["rows"]), page.context["filters"].chosen["q"]) == (1, factories.NAME)


def test_paging_walks_through_all_rows_once(client: Client, officer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the links of the page, forth and back, with the filters kept."""
    monkeypatch.setattr("forms_flow.inbox.keyset.page.__kwdefaults__", {"after": None, "before": None, "size": 2})
    every = sorted(_numbers(*(factories.an_application() for _n in range(5))))
    assert officer.is_active
    seen, url = [], "?state=received"
    while url:
        page = client.get(reverse("inbox:list") + url)
        seen += [row.reference for row in page.context["rows"]]
        last, url = url, page.context["next_url"]
    assert (sorted(seen), "state=received" in last) == (every, True)
    back = client.get(reverse("inbox:list") + client.get(reverse("inbox:list") + last).context["previous_url"])
    assert [row.reference for row in back.context["rows"]] == seen[2:4]


def test_counting_stops_at_the_cap(client: Client, officer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, in the language of the person."""
    UserProfile.objects.create(user=officer, preferred_language="en")
    monkeypatch.setattr(listing, "MOST_COUNTED", 2)
    words = []
    for _n in range(3):
        factories.an_application()
        words.append(client.get(reverse("inbox:list")).context["count"])
    assert words == ["1 application", "2 applications", "More than 2 applications"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_eight_queries_whatever_its_length(
    client: Client, officer: Any, intake: Department, count: int
) -> None:
    """Roles, services, departments, colleagues, rows, form titles, count; and the sidebar's number."""
    for _n in range(count):
        factories.an_application(assignee=factories.a_user(Role.CASE_OFFICER, intake))
    with own_queries() as queries:
        page = client.get(reverse("inbox:list"))
    assert (len(page.context["rows"]), len(queries), officer.is_active) == (count, 8, True)


def test_no_answer_but_the_name_is_in_the_list(client: Client, officer: Any) -> None:
    """Planted values stay in their sheets."""
    factories.an_application()
    assert officer.is_active
    text = client.get(reverse("inbox:list")).content.decode()
    planted = (factories.MOBILE, "0501234278", factories.national_id(), factories.ILLNESS, factories.INCOME)
    assert [value for value in planted if value in text] == []
    assert factories.NAME in text


def test_markup_in_a_name_is_shown_as_text(client: Client, officer: Any) -> None:
    """Security row 51."""
    factories.an_application(display_name="<script>alert(1)</script>")
    assert officer.is_active
    text = client.get(reverse("inbox:list")).content.decode()
    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert(1)" not in text


def test_the_list_is_never_kept_and_allows_nothing_inline(client: Client, officer: Any) -> None:
    """Strict policy on screens that show applicants' words."""
    answer = client.get(reverse("inbox:list"))
    assert officer.is_active
    assert "no-store" in answer["Cache-Control"]
    assert "unsafe-inline" not in answer["Content-Security-Policy"]


def test_the_auditor_sees_every_department(client: Client) -> None:
    """And is in none."""
    client.force_login(factories.a_user(Role.AUDITOR))
    factories.an_application()
    factories.an_application(department=factories.a_department("other"))
    assert len(_references(client)) == 2


def test_the_sidebar_counts_my_open_ones(client: Client, officer: Any) -> None:
    """The number stands in the label, and stops at 99."""
    factories.an_application()
    factories.an_application(department=factories.a_department("other"))
    assert officer.is_active
    text = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "(1)" in text
    assert "/staff/applications/" in text
