"""Fixtures of the journey's tests."""

import pytest
from django.conf import LazySettings

from forms_flow.records.versions import FormVersion
from tests.forms_flow import factories
from tests.forms_flow.wizard.walker import Applicant, a_flow


@pytest.fixture(autouse=True)
def _unthrottled(settings: LazySettings) -> None:
    """Let tests start as many journeys as they like."""
    settings.THROTTLE = False


@pytest.fixture
def version(db: None) -> FormVersion:
    """Return the published form of five steps, and the department that receives its applications."""
    factories.a_department()
    return FormVersion.objects.publish(a_flow())


@pytest.fixture
def applicant(version: FormVersion) -> Applicant:
    """Return an applicant who stands before the first step."""
    del version
    return Applicant().begin()
