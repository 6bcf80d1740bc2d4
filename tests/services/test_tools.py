"""What stands at the officer's hand: service page, governing policies by section, bylaws (practice 14)."""

import pytest
from pytest_django import DjangoAssertNumQueries

from home.contracts import LinkFacts, ToolFacts, ToolProvider, provider_of
from services.models import PolicyPage
from services.tools import GuideTools
from tests.services.factories import a_policy, a_service, govern

pytestmark = [pytest.mark.integration, pytest.mark.django_db, pytest.mark.usefixtures("given_form")]


def the_bylaws() -> PolicyPage:
    return a_policy(slug="bylaws", title="اللائحة الأساسية", is_bylaws=True)


def test_the_tools_of_a_service_are_its_page_its_policies_and_the_bylaws() -> None:
    the_bylaws()
    govern(a_service(), a_policy())
    found = provider_of(ToolProvider).tools("wheelchair", "ar")
    parts = [
        LinkFacts(title="الغرض", url="/policies/lending/#section-1"),
        LinkFacts(title="القواعد", url="/policies/lending/#section-2"),
    ]
    assert found.service == LinkFacts(title="إعارة الكراسي", url="/services/wheelchair/")
    assert found.policies == [LinkFacts(title="سياسة الإعارة", url="/policies/lending/", parts=parts)]
    assert [item.title for item in found.bylaws] == ["اللائحة الأساسية"]


def test_without_a_service_the_bylaws_are_there() -> None:
    the_bylaws()
    found = GuideTools().tools("", "en")
    assert (found.service, found.policies, [item.url for item in found.bylaws]) == (None, [], ["/policies/bylaws/"])


def test_what_is_not_published_is_no_tool() -> None:
    the_bylaws().unpublish()
    assert GuideTools().tools("nothing", "ar") == ToolFacts(policies=[], bylaws=[])


def test_the_tools_are_looked_up_once_until_something_is_published(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    a_service()
    GuideTools().tools("wheelchair", "ar")
    with django_assert_num_queries(0):
        GuideTools().tools("wheelchair", "ar")
    the_bylaws()
    assert len(GuideTools().tools("wheelchair", "ar").bylaws) == 1
