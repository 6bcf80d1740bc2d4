"""The makers make what the rest of the suite relies on."""

import pytest

from forms_flow.enums import Role, State
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_an_application_is_a_sent_one_in_the_intake_department() -> None:
    """The route is the one of somebody who is unwell."""
    application = factories.an_application()
    assert (application.state, application.department.key) == (State.RECEIVED, "intake")
    assert [step.key for step in application.flow.route(application.answers())] == ["person", "health", "documents"]
    assert application.display_name == factories.NAME


def test_a_user_with_a_role_and_a_department_sees_its_cases() -> None:
    """Row scope needs both."""
    application = factories.an_application()
    officer = factories.a_user(Role.CASE_OFFICER, application.department)
    assert list(type(application).objects.visible_to(officer)) == [application]
