"""Whistle-blowing is seen by the members of the department that it is with, and by nobody else (req 124)."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from forms_flow.domain.errors import NotAllowedError
from forms_flow.domain.note import add_note
from forms_flow.enums import Role, Track
from forms_flow.inbox.listing import counted
from forms_flow.records.applications import Application
from forms_flow.records.departments import Membership
from forms_flow.rules import MATRIX, Capability
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
SEE = {role for role, held in MATRIX.items() if Capability.SEE in held}
READS_ALL = {Role.AUDITOR, Role.PRIVACY_OFFICER}


@pytest.fixture
def secret() -> Application:
    """Return a whistle-blowing report that is with the committee."""
    committee = factories.a_department("integrity")
    version = factories.a_version(factories.a_flow(track=Track.WHISTLE_BLOWING, department=committee.key))
    row = factories.an_application(draft=factories.a_draft(version=version))
    assert (row.track, row.department) == (Track.WHISTLE_BLOWING, committee)
    return row


@pytest.mark.parametrize("role", [*Role, None])
def test_inside_the_committee_whoever_sees_cases_sees_it(role: Role | None, secret: Application) -> None:
    person = factories.a_user(role, secret.department)
    assert Application.objects.visible_to(person).exists() is (role in SEE)


@pytest.mark.parametrize("role", [*Role, None])
def test_outside_the_committee_nobody_does(role: Role | None, secret: Application, client: Client) -> None:
    """Not those who read every department either: list, search, count, sidebar and the case itself."""
    ordinary = factories.an_application()
    person = factories.a_user(role, factories.a_department("other"))
    rows = Application.objects.visible_to(person)
    assert list(rows) == ([ordinary] if role in READS_ALL else [])
    assert counted(rows, 10) == (1 if role in READS_ALL else 0)
    client.force_login(person)
    assert client.get(reverse("inbox:case", args=[secret.pk])).status_code == 404
    if role in SEE:
        found = client.post(reverse("inbox:list"), {"q": secret.reference})["Location"]
        assert client.get(found).context["rows"] == []
    pages = [reverse("wagtailadmin_home"), reverse("inbox:list") + "?state=all"]
    texts = [client.get(page).content.decode() for page in pages]
    assert [text for text in texts if secret.reference[:4] + "-" in text] == []


def test_a_reader_who_is_on_the_committee_sees_it(secret: Application) -> None:
    auditor = factories.a_user(Role.AUDITOR)
    Membership.objects.create(user=auditor, department=secret.department)
    assert list(Application.objects.visible_to(auditor)) == [secret]


def test_a_complaint_about_the_staff_stays_ordinary() -> None:
    version = factories.a_version(factories.a_flow(track=Track.COMPLAINT))
    row = factories.an_application(draft=factories.a_draft(version=version))
    assert list(Application.objects.visible_to(factories.a_user(Role.AUDITOR))) == [row]


def test_no_verb_touches_it_from_outside(secret: Application) -> None:
    person = factories.a_user(Role.RELATIONS_OFFICER, factories.a_department())
    with pytest.raises(NotAllowedError):
        add_note(application=secret, actor=person, text="x")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan is read as SQLite writes it")
@pytest.mark.parametrize("role", [Role.AUDITOR, Role.RELATIONS_OFFICER])
def test_the_first_page_is_read_in_the_order_of_an_index(role: Role) -> None:
    """No sorting of all rows for one page, whoever looks."""
    person = factories.a_user(role, factories.a_department())
    rows = Application.objects.visible_to(person).filter(is_open=True).order_by("sort_due", "id")[:51]
    plan = rows.explain()
    assert ("app_open_due" in plan, "TEMP B-TREE" in plan) == (True, False), plan
