"""The screens of the register of beneficiaries."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from forms_flow.enums import Role
from forms_flow.records.beneficiaries import Beneficiary
from tests.forms_flow import factories
from tests.forms_flow.counting import own_queries
from tests.forms_flow.domain.test_register import identity, named, registered

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
LIST = "/staff/beneficiaries/"


@pytest.fixture
def head(client: Client) -> Any:
    user = factories.a_user(Role.APPROVER, factories.a_department("studies"))
    client.force_login(user)
    return user


def look_up(client: Client, query: str) -> list[int]:
    answer = client.post(LIST, {"q": query}, follow=True)
    return [row["entry"].number for row in answer.context["rows"]]


def page_of(client: Client, entry: Beneficiary) -> HttpResponse:
    return client.get(reverse("register:entry", args=[entry.pk]))


def test_somebody_is_looked_up_by_number_identity_mobile_and_name(client: Client, head: Any) -> None:
    """Req 76: in any spelling and any digits."""
    registered()
    other = {"value": "+966509999999", "raw": "0509999999"}
    registered(identity=identity(100000002), mobile=other, name=named("أحمد ناصر"))
    queries = ("2", "٠٠٠٠٠٢", factories.national_id(100000002), "050 999 9999", "احمد", "ناصر أحمد", "nobody")
    assert [look_up(client, query) for query in queries] == [[2], [2], [2], [2], [2], [2], []]
    assert look_up(client, "") == [2, 1]
    assert head.is_active


def test_what_is_looked_for_stands_in_no_address(client: Client, head: Any) -> None:
    registered()
    answer = client.post(LIST, {"q": factories.national_id()})
    assert (answer.status_code, factories.national_id() in answer["Location"], head.is_active) == (302, False, True)


def test_the_identity_is_masked(client: Client, head: Any) -> None:
    entry = registered().beneficiary
    for text in (client.get(LIST).content.decode(), page_of(client, entry).content.decode()):
        assert (factories.national_id() in text, factories.national_id()[-4:] in text) == (False, True)
    assert head.is_active


def test_cases_of_others_are_counted_and_not_shown(client: Client) -> None:
    row = registered()
    client.force_login(factories.a_user(Role.CASE_OFFICER, factories.a_department("elsewhere")))
    answer = page_of(client, row.beneficiary)
    assert (answer.context["cases"], answer.context["hidden"]) == ([], 1)
    assert row.reference[:4] not in answer.content.decode()


def test_two_entries_are_compared_and_merged(client: Client, head: Any) -> None:
    kept, double = registered().beneficiary, registered(identity=identity(100000002)).beneficiary
    assert [item["entry"] for item in page_of(client, kept).context["doubles"]] == [double]
    url = reverse("register:merge", args=[kept.pk])
    both = client.get(url, {"with": "000002"})
    assert (both.context["kept"]["entry"], both.context["double"]["entry"]) == (kept, double)
    assert client.post(url, {"with": "2", "reason": " "}).status_code == 422
    assert client.post(url, {"with": "2", "reason": "قورنت الهويتان"}).status_code == 302
    text = page_of(client, kept).content.decode()
    assert ("قورنت الهويتان" in text, page_of(client, double).context["may_merge"], head.is_active) == (
        True,
        False,
        True,
    )


@pytest.mark.parametrize("number", ["1", "77", "x", ""])
def test_an_entry_is_compared_with_another_one_only(client: Client, head: Any, number: str) -> None:
    kept = registered().beneficiary
    url = reverse("register:merge", args=[kept.pk])
    assert client.get(url, {"with": number}).status_code == 302
    assert (client.post(url, {"with": number, "reason": "x"}).status_code, head.is_active) == (404, True)


@pytest.mark.parametrize(
    ("role", "reads", "merges"),
    [
        (Role.RELATIONS_OFFICER, 200, 200),
        (Role.APPROVER, 200, 200),
        (Role.CASE_OFFICER, 200, 404),
        (Role.AUDITOR, 200, 404),
        (Role.PRIVACY_OFFICER, 200, 404),
        (Role.VOLUNTEER_COORDINATOR, 404, 404),
        (Role.FIELD_REPRESENTATIVE, 404, 404),
        (Role.EDITOR, 404, 404),
        (Role.ADMINISTRATOR, 404, 404),
    ],
)
def test_the_register_opens_to_whom_the_rules_name(client: Client, role: Role, reads: int, merges: int) -> None:
    kept, double = registered().beneficiary, registered(identity=identity(100000002)).beneficiary
    client.force_login(factories.a_user(role))
    merge = reverse("register:merge", args=[kept.pk]) + f"?with={double}"
    found = [client.get(url).status_code for url in (LIST, reverse("register:entry", args=[kept.pk]), merge)]
    assert found == [reads, reads, merges]


@pytest.mark.parametrize("count", [1, 5])
def test_the_register_costs_the_same_whatever_it_holds(client: Client, head: Any, count: int) -> None:
    for number in range(1, count + 1):
        Beneficiary.objects.create(number=number, sheet={"name": "x", "identity": {}, "mobile": ""})
    client.get(LIST)
    with own_queries() as queries:
        answer = client.get(LIST)
    assert (len(answer.context["rows"]), len(queries), head.is_active) == (count, 3, True)


def test_a_long_register_is_read_page_by_page(client: Client, head: Any) -> None:
    for number in range(1, 53):
        Beneficiary.objects.create(number=number, sheet={"name": "x", "identity": {}, "mobile": ""})
    first = client.get(LIST)
    second = client.get(LIST + first.context["next_url"])
    numbers = [row["entry"].number for page in (first, second) for row in page.context["rows"]]
    assert (numbers, second.context["next_url"], head.is_active) == ([*range(52, 0, -1)], "", True)


@pytest.mark.parametrize("count", [1, 3])
def test_an_entry_costs_the_same_however_often_somebody_came(client: Client, head: Any, count: int) -> None:
    for _n in range(count):
        entry = registered().beneficiary
    page_of(client, entry)
    with own_queries() as queries:
        answer = page_of(client, entry)
    assert (len(answer.context["cases"]), len(queries), head.is_active) == (count, 10, True)
