"""The screen of the checklist, and what the case shows of it."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from forms_flow.enums import Role
from forms_flow.records.applications import Application
from forms_flow.records.checks import DocumentCheck, Verdict
from forms_flow.records.history import Action, Event
from tests.forms_flow import factories
from tests.forms_flow.counting import own_queries

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
BLURRED = "الصورة غير واضحة"
REJECTED = {"id_card-verdict": "rejected", "id_card-reason": BLURRED}


@pytest.fixture
def application() -> Application:
    found = factories.an_application()
    factories.a_stored_file(found)
    return found


@pytest.fixture
def officer(client: Client, application: Application) -> Any:
    user = factories.a_user(Role.RELATIONS_OFFICER, application.department)
    client.force_login(user)
    return user


def send(client: Client, application: Application, data: dict[str, str], key: str = "id_card") -> HttpResponse:
    return client.post(reverse("inbox:check", args=[application.pk, key]), data)


def the_case(client: Client, application: Application) -> Any:
    return client.get(reverse("inbox:case", args=[application.pk])).context["case"]


def test_the_checklist_stands_beside_the_pages(client: Client, officer: Any, application: Application) -> None:
    answer = client.get(reverse("inbox:checklist", args=[application.pk]))
    file = application.files.get()
    picture = reverse("inbox:page", args=[application.pk, file.pk, 1])
    assert (answer.status_code, picture in answer.content.decode(), "no-store" in answer["Cache-Control"]) == (
        200,
        True,
        True,
    )
    assert [event.actor for event in Event.objects.filter(action=Action.OPENED)] == [f"staff:{officer.pk}"]


def test_a_check_is_recorded_and_stands_on_the_case(client: Client, officer: Any, application: Application) -> None:
    answer = send(client, application, {"id_card-verdict": "accepted", "id_card-how": "copy"})
    assert (answer.status_code, answer["Location"].endswith("/documents/#document-id_card")) == (302, True)
    [document] = the_case(client, application).documents
    assert (document.verdict, document.check.how, document.check.by_id) == (
        str(Verdict.ACCEPTED.label),
        "copy",
        officer.pk,
    )


def test_what_is_missing_is_said_and_nothing_is_lost(client: Client, officer: Any, application: Application) -> None:
    answer = send(client, application, {"id_card-verdict": "rejected", "id_card-reason": " "})
    [item] = answer.context["items"]
    assert (answer.status_code, list(item.form.errors), DocumentCheck.objects.count()) == (422, ["reason"], 0)
    assert item.form["verdict"].value() == "rejected"
    assert officer.is_active


def test_the_applicant_is_asked_for_what_was_rejected_with_the_reason(
    client: Client, officer: Any, application: Application
) -> None:
    send(client, application, REJECTED)
    forms = {choice.move.name: choice.form for choice in the_case(client, application).choices}
    assert forms["ask"]["documents"].value() == ["id_card"]
    assert forms["ask"]["message"].value() == f"صورة الهوية: {BLURRED}"
    assert officer.is_active


def test_referring_asks_why_only_while_documents_are_open(
    client: Client, officer: Any, application: Application
) -> None:
    url = reverse("inbox:move", args=[application.pk, "refer"])
    data = {"row_version": "1", "department": str(factories.a_department("social").pk)}
    answer = client.post(url, data)
    assert (answer.status_code, list(answer.context["case"].form.errors)) == (422, ["override"])
    send(client, application, {"id_card-verdict": "accepted", "id_card-how": "original"})
    forms = {choice.move.name: choice.form for choice in the_case(client, application).choices}
    assert list(forms["refer"].fields) == ["row_version", "department"]
    assert (client.post(url, data).status_code, officer.is_active) == (302, True)


def test_an_approver_reads_the_checklist_and_checks_nothing(client: Client, application: Application) -> None:
    client.force_login(factories.a_user(Role.APPROVER, application.department))
    answer = client.get(reverse("inbox:checklist", args=[application.pk]))
    assert [item.form for item in answer.context["items"]] == [None]
    assert send(client, application, REJECTED).status_code == 404


@pytest.mark.parametrize("key", ["income", "nothing"])
def test_what_is_no_document_does_not_exist(client: Client, officer: Any, application: Application, key: str) -> None:
    data = {f"{key}-verdict": "accepted", f"{key}-how": "original"}
    assert (send(client, application, data, key).status_code, officer.is_active) == (404, True)


@pytest.mark.parametrize("looks", [1, 4])
def test_the_checklist_costs_the_same_however_often_it_was_looked_at(
    client: Client, officer: Any, application: Application, looks: int
) -> None:
    for _n in range(looks):
        send(client, application, REJECTED)
    url = reverse("inbox:checklist", args=[application.pk])
    client.get(url)
    with own_queries() as queries:
        client.get(url)
    assert (len(queries), officer.is_active) == (7, True)


def test_markup_in_a_reason_is_shown_as_text(client: Client, officer: Any, application: Application) -> None:
    attack = "<img src=x onerror=alert(1)>"
    send(client, application, {**REJECTED, "id_card-reason": attack})
    for name in ("checklist", "case"):
        text = client.get(reverse(f"inbox:{name}", args=[application.pk])).content.decode()
        assert (attack in text, "&lt;img src=x" in text) == (False, True)
    assert officer.is_active
