"""The officer is shown what may be a second application of the same person (req 75)."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from forms_flow.enums import Role
from forms_flow.inbox.duplicates import duplicates
from forms_flow.records.applications import Application
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
OTHER = {"kind": "national_id", "number": factories.national_id(100000002), "raw": {}}
OTHER_MOBILE = {"value": "+966509999999", "raw": "0509999999"}


@pytest.fixture
def officer() -> Any:
    return factories.a_user(Role.RELATIONS_OFFICER, factories.a_department())


def an_application(**changes: Any) -> Application:
    return factories.an_application(given=factories.answers(**changes))


def shown(application: Application, person: Any) -> list[Application]:
    return [item.application for item in duplicates(application, person)]


@pytest.mark.parametrize("changes", [{"mobile": OTHER_MOBILE}, {"identity": OTHER}])
def test_the_same_number_or_the_same_mobile_marks_both_cases(officer: Any, changes: dict[str, Any]) -> None:
    """Req 75."""
    first, second = an_application(), an_application(**changes)
    assert (shown(first, officer), shown(second, officer)) == ([second], [first])


def test_another_person_or_another_service_is_no_duplicate(officer: Any) -> None:
    first = an_application()
    an_application(identity=OTHER, mobile=OTHER_MOBILE)
    factories.an_application(draft=factories.a_draft(service_key="water"))
    assert shown(first, officer) == []


def test_a_case_of_another_department_is_not_given_away(officer: Any) -> None:
    first, second = an_application(), an_application()
    second.department = factories.a_department("other")
    second.save()
    assert shown(first, officer) == []


def test_finding_them_is_one_query(officer: Any, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    first = Application.objects.select_related("version").get(pk=an_application().pk)
    an_application()
    duplicates(first, officer)
    with django_assert_num_queries(1):
        assert len(duplicates(first, officer)) == 1
