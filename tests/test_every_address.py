"""Every address of the resolver for every role and for nobody: who gets in, and who learns nothing.

Addresses are collected from the resolver itself, so that a new one without a rule fails here.
"""

import re
from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from forms_flow.enums import Role
from forms_flow.records.applications import Application
from forms_flow.records.departments import Department
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

INBOX = "staff/applications/"
#: Where applications are entered for somebody: no case is seen there, and who enters need not see any.
ENTER = "staff/applications/enter/"
#: Lists: what stands in them is their reader's own, by tests of theirs.
LISTS = {INBOX, ENTER, "staff/applications/alerts/", "staff/applications/loans/"}
#: What an address may ask for, and what is put there. A value no row has is as good as any for nobody's page.
FILLERS = {"int": "1", "str": "x", "slug": "x", "path": "x", "uuid": str(uuid4())}
SECRETS = (factories.NAME, factories.MOBILE, factories.national_id(), factories.ILLNESS)
#: Nobody may be sent away from here without an account: the public site, and the way in.
OPEN = re.compile(r"^(en/)?(apply/|track/|search/|sitemap|robots|favicon|healthz|documents/|media/|styleguide|$)")
WAY_IN = re.compile(r"^staff/(login|logout|jsi18n|sprite|password_reset)")


def addresses(application: Application) -> Iterator[str]:
    """Yield an example of every address, the inbox's with the application's own key."""
    for route in routes(get_resolver().url_patterns):
        filled = fill(route, application.pk if route.startswith(INBOX) else None)
        if filled is not None:
            yield filled


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def fill(route: str, key: UUID | None) -> str | None:
    """Return the address with example values; None for Wagtail's own catch-all of pages."""
    if "[\\w\\-]+/" in route:
        return None
    text = re.sub(r"<uuid:pk>", str(key), route) if key else route
    text = re.sub(r"<(?:(\w+):)?\w+>", lambda match: FILLERS.get(match[1] or "str", "1"), text)
    text = re.sub(r"\(\?P<\w+>[^)]*\)|\([^)]*\)", "1", text)
    return re.sub(r"[\^$]|\\Z", "", text).replace("\\", "")


@pytest.fixture
def application() -> Application:
    return factories.an_application()


def test_the_walk_meets_the_whole_site(application: Application) -> None:
    found = list(addresses(application))
    assert len(found) > 250
    assert len([address for address in found if address.startswith(INBOX)]) >= 7
    assert {address.split("/")[0] for address in found} >= {"staff", "apply", "track", "healthz", "search"}


def test_nobody_gets_behind_the_door_without_an_account(client: Client, application: Application) -> None:
    for address in addresses(application):
        answer = client.get(f"/{address}")
        text = answer.content.decode(errors="replace") if not answer.streaming else ""
        assert not [secret for secret in SECRETS if secret in text], address
        if address.startswith("staff/") and not WAY_IN.match(address):
            assert answer.status_code in {301, 302, 403, 404, 405}, address
            if answer.status_code == 302:
                assert "/staff/login/" in answer["Location"], address
        elif OPEN.match(address):
            assert answer.status_code in {200, 301, 302, 303, 400, 404, 405, 410, 503}, address


@pytest.mark.parametrize("role", Role)
def test_no_role_meets_the_cases_of_another_department(role: Role, application: Application) -> None:
    elsewhere = Department.objects.create(key="elsewhere", name_ar="أخرى", name_en="Elsewhere")
    person = factories.a_user(role, elsewhere)
    reads_all = role in {Role.AUDITOR, Role.PRIVACY_OFFICER}
    client = Client()
    client.force_login(person)
    for address in addresses(application):
        if not address.startswith(INBOX) or address in LISTS:
            continue
        for send in (client.get, client.post):
            status = send(f"/{address}").status_code
            assert status in ({200, 302, 303, 404, 405, 422} if reads_all else {404, 405}), (address, status)
    assert Application.objects.get(pk=application.pk).row_version == application.row_version


@pytest.mark.parametrize("role", [Role.EDITOR, Role.FIELD_REPRESENTATIVE, Role.ADMINISTRATOR, None])
def test_whoever_does_not_handle_applications_sees_nothing_of_applicants(
    role: Role | None, application: Application
) -> None:
    """Also not through any of Wagtail's own screens: lists, reports, histories, choosers, searches."""
    person = factories.a_user(role, application.department, is_superuser=role == Role.ADMINISTRATOR)
    if role == Role.EDITOR:
        person.groups.add(*Group.objects.filter(name__in=["Editors", "Moderators"]))
    client = Client(raise_request_exception=False)  # Wagtail has an address whose whole work is to fail
    client.force_login(person)
    for address in addresses(application):
        if address.startswith("staff/logout"):
            continue
        answer = client.get(f"/{address}")
        text = "" if answer.streaming else answer.content.decode(errors="replace")
        assert not [secret for secret in (*SECRETS, application.reference) if secret in text], address
        if address.startswith(INBOX):
            enters = role == Role.FIELD_REPRESENTATIVE and address == ENTER
            assert answer.status_code in ({200} if enters else {404, 405}), address


def test_a_deactivated_person_is_out_at_once(application: Application) -> None:
    """Req 113."""
    person = factories.a_user(Role.RELATIONS_OFFICER, application.department)
    client = Client()
    client.force_login(person)
    assert client.get(f"/{INBOX}").status_code == 200
    person.is_active = False
    person.save()
    answer = client.get(f"/{INBOX}")
    assert (answer.status_code, "/staff/login/" in answer.get("Location", "")) == (302, True)


def test_only_one_page_asks_for_a_password(client: Client, application: Application) -> None:
    """Every other door would have to be guarded as well."""
    found = {address for address in addresses(application) if b'type="password"' in client.get(f"/{address}").content}
    assert found == {"staff/login/"}
