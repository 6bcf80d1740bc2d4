"""An application, an officer of its department, and a browser whose owner has given the facts and the code."""

import pytest
from django.test import Client

from forms_flow.enums import Role
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person
from tests.forms_flow import factories
from tests.forms_flow.tracking.entering import enter


@pytest.fixture
def application() -> Application:
    """Return a sent application."""
    return factories.an_application()


@pytest.fixture
def officer(application: Application) -> Person:
    """Return a relations officer of its department."""
    return factories.a_user(Role.RELATIONS_OFFICER, application.department)


@pytest.fixture
def owner(client: Client, application: Application) -> Client:
    """Return a browser that has given the two facts and the code."""
    return enter(client, application)
