"""What a page that is not kept asks the database: at most six queries, whatever it holds (ARCHITECTURE §10).

The numbers are those of the first look after something was published, when everything kept until a change is read anew.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from forms_flow.pages.models import FormPage
from forms_flow.records.openings import Opening
from forms_flow.records.versions import FormVersion
from home import changes, epoch
from home.models import StandardPage
from services.models import PolicyPage, ServicePage
from tests.forms_flow import factories as forms
from tests.services import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
COUNTS = pytest.mark.parametrize("count", [1, 30])
Costs = Callable[[str, int], None]


@pytest.fixture
def costs(django_assert_num_queries: Any) -> Costs:
    """See how many queries a page costs after a change somewhere else."""

    def look(path: str, queries: int) -> None:
        client = Client()
        assert client.get(path).status_code == 200
        changes.touched("something else")
        with django_assert_num_queries(queries):
            client.get(path)

    return look


def several_services(count: int) -> list[ServicePage]:
    return [factories.a_service(key=f"service-{number}", title=f"خدمة {number}") for number in range(count)]


def several_policies(count: int) -> list[PolicyPage]:
    return [factories.a_policy(slug=f"policy-{number}", title=f"سياسة {number}") for number in range(count)]


def a_form(services: list[str]) -> FormPage:
    forms.a_department()
    page = factories.live_child(factories.home(), FormPage(title="طلب", slug="apply-for", services=services))
    FormVersion.objects.publish(forms.a_flow(key=str(page.flow_key), services=tuple(services)))
    return page


@COUNTS
def test_the_home_page(costs, count) -> None:
    services, _policies = several_services(count), several_policies(count)
    a_form([page.key for page in services])
    Opening.objects.update(capacity=5)
    costs("/", 6)


@COUNTS
def test_the_services_guide(costs, count) -> None:
    a_form([page.key for page in several_services(count)])
    Opening.objects.update(capacity=5)
    costs("/services/", 5)


@COUNTS
def test_a_service(costs, count) -> None:
    service = several_services(count)[0]
    for policy in several_policies(count):
        factories.govern(service, policy)
    a_form([service.key])
    Opening.objects.update(capacity=5)
    costs(service.url, 5)


@COUNTS
def test_the_list_of_policies(costs, count) -> None:
    several_policies(count)
    costs("/policies/", 4)


@COUNTS
def test_a_policy(costs, count) -> None:
    policy = several_policies(1)[0]
    for service in several_services(count):
        factories.govern(service, policy)
    costs(policy.url, 4)


@COUNTS
def test_an_ordinary_page(costs, count) -> None:
    page = factories.live_child(factories.home(), StandardPage(title="عنا", slug="about"))
    for number in range(count):
        factories.live_child(page, StandardPage(title="صفحة", slug=f"page-{number}"))
    costs("/about/", 2)
    costs("/about/page-0/", 2)


@COUNTS
def test_the_start_of_a_form(costs, count) -> None:
    form = a_form([page.key for page in several_services(count)])
    Opening.objects.update(capacity=5)
    costs(form.url, 5)


@COUNTS
def test_the_search_page(costs, count) -> None:
    several_services(count)
    costs("/search/", 0)
    costs("/search/?q=خدمة", 3)


def test_a_page_in_a_new_epoch_looks_everything_up_once(django_assert_max_num_queries) -> None:
    """Site, homes, languages, restrictions, menu and settings: once in an epoch, whatever the page."""
    service = several_services(1)[0]
    client = Client()
    client.get(service.url)
    epoch.renew()
    with django_assert_max_num_queries(25):
        client.get(service.url)
    assert Page.objects.filter(pk=service.pk).exists()
