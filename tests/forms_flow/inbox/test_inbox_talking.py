"""Messages and calls on the page of a case."""

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from forms_flow.domain.message import write
from forms_flow.enums import MessageKind, Outcome, Role
from forms_flow.notices.send import deliver_due
from forms_flow.records.applications import Application
from forms_flow.records.casework import Message
from forms_flow.records.staff import Person
from tests.forms_flow import factories
from tests.forms_flow.deciding import decided

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
WORDS = "متى أراجعكم؟"


@pytest.fixture
def application() -> Application:
    return factories.an_application()


@pytest.fixture
def officer(client: Client, application: Application) -> Person:
    user = factories.a_user(Role.RELATIONS_OFFICER, application.department)
    client.force_login(user)
    return user


def _get(client: Client, application: Application) -> HttpResponse:
    return client.get(reverse("inbox:case", args=[application.pk]))


def _post(client: Client, name: str, application: Application, **given: str) -> HttpResponse:
    return client.post(reverse(f"inbox:{name}", args=[application.pk]), given, follow=True)


def test_an_officer_answers_and_the_applicant_is_told(
    client: Client, officer: Person, application: Application
) -> None:
    page = _post(client, "message", application, text=WORDS)
    assert [message.level_tag for message in page.context["messages"]] == ["success"]
    assert [(item.text, item.author_id) for item in page.context["case"].messages] == [(WORDS, officer.pk)]
    assert application.notices.filter(template="message").count() == 1


def test_an_empty_message_or_call_is_said(client: Client, officer: Person, application: Application) -> None:
    for name, given in (
        ("message", {"text": " "}),
        ("call", {"kind": "", "text": "x"}),
        ("call", {"kind": "objection"}),
    ):
        page = _post(client, name, application, **given)
        assert [message.level_tag for message in page.context["messages"]] == ["warning"]
    assert (Message.objects.count(), officer.is_active) == (0, True)


def test_what_the_applicant_wrote_is_new_until_somebody_who_works_on_it_read_it(
    client: Client, application: Application
) -> None:
    """The auditor's reading is nobody's: the list goes on saying that there is a message."""
    write(application=application, text=WORDS)
    marks = []
    for role in (Role.AUDITOR, Role.RELATIONS_OFFICER, Role.RELATIONS_OFFICER):
        client.force_login(factories.a_user(role, application.department))
        [row] = client.get(reverse("inbox:list")).context["rows"]
        marks.append(row.has_message)
        assert WORDS in _get(client, application).content.decode()
    assert marks == [True, True, False]


def test_a_call_is_written_down_with_what_came_of_it(client: Client, officer: Person, application: Application) -> None:
    """Req 66; the history says it in words."""
    UserProfile.objects.create(user=officer, preferred_language="en")
    _post(client, "call", application, kind="call_unanswered", text="بعد الظهر")
    case = _get(client, application).context["case"]
    assert [(item.kind, item.text) for item in case.messages] == [(MessageKind.CALL_UNANSWERED, "بعد الظهر")]
    with translation.override("en"):
        found = [(entry.title, entry.detail) for entry in case.timeline]
    assert ("Telephone call", "Telephone call: no answer") in found


def test_where_no_message_reaches_the_applicant_a_call_is_asked_for(client: Client, settings: LazySettings) -> None:
    """Practice 9: until a call has told it."""
    settings.SMS_BACKEND = ""
    row = decided(factories.an_application(), Outcome.APPROVED)
    client.force_login(factories.a_user(Role.CASE_OFFICER, row.department))
    assert _get(client, row).context["case"].has_to_call
    page = _post(client, "call", row, kind="call_reached", told="on")
    assert not page.context["case"].has_to_call
    row.refresh_from_db()
    assert row.told_at is not None


def test_a_message_on_its_way_asks_for_no_call_and_a_failed_one_does(client: Client) -> None:
    row = decided(factories.an_application(), Outcome.APPROVED)
    client.force_login(factories.a_user(Role.CASE_OFFICER, row.department))
    assert not _get(client, row).context["case"].has_to_call
    row.notices.filter(template="approved").update(state="failed")
    assert _get(client, row).context["case"].has_to_call
    row.notices.filter(template="approved").update(state="waiting")
    deliver_due()
    assert not _get(client, row).context["case"].has_to_call


def test_before_the_result_nobody_has_to_call(client: Client, officer: Person, application: Application) -> None:
    application.notices.update(state="failed")
    assert (_get(client, application).context["case"].has_to_call, officer.is_active) == (False, True)


def test_a_reader_gets_no_forms(client: Client, application: Application) -> None:
    client.force_login(factories.a_user(Role.AUDITOR))
    text = _get(client, application).content.decode()
    assert [name for name in ("message", "call") if reverse(f"inbox:{name}", args=[application.pk]) in text] == []
