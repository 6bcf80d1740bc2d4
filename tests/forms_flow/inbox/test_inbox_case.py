"""The page of a case: answers, masks, documents, notes, messages and history."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from forms_flow.domain.check import ask_for_completion
from forms_flow.domain.note import add_note
from forms_flow.enums import NoticeState, Role, ScanState
from forms_flow.fields.base import MASK
from forms_flow.records.applications import Application
from forms_flow.records.history import Action, Event
from forms_flow.vault import store
from tests.forms_flow import factories
from tests.forms_flow.counting import own_queries
from tests.forms_flow.deciding import proposed

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def application() -> Application:
    """Return a sent application."""
    return factories.an_application()


@pytest.fixture
def officer(client: Client, application: Application) -> Any:
    """Return a relations officer of its department who has signed in."""
    user = factories.a_user(Role.RELATIONS_OFFICER, application.department, first_name="ريم", last_name="العتيبي")
    client.force_login(user)
    return user


def _get(client: Client, application: Application) -> HttpResponse:
    return client.get(reverse("inbox:case", args=[application.pk]))


def _reveal(client: Client, application: Application, key: str, reason: str = "check") -> HttpResponse:
    return client.post(reverse("inbox:reveal", args=[application.pk, key]), {"reason": reason})


def _lines(answer: HttpResponse) -> dict[str, list[str]]:
    return {line.key: line.lines for section in answer.context["case"].sections for line in section.lines}


def test_answers_stand_as_they_were_asked(client: Client, officer: Any, application: Application) -> None:
    """By step, in the language of the screen, only what the route asked."""
    page = _get(client, application)
    case = page.context["case"]
    assert [section.title for section in case.sections] == ["بياناتك الشخصية", "الصحة", "المرفقات"]
    assert _lines(page)["city"] == ["رابغ"]
    assert officer.is_active


def test_sensitive_answers_are_masked(client: Client, officer: Any, application: Application) -> None:
    """Identity, health and money; the mobile is there to be called."""
    page = _get(client, application)
    lines, text = _lines(page), page.content.decode()
    assert (lines["income"], lines["illness"]) == ([MASK], [MASK])
    assert lines["identity"][1] == MASK + factories.national_id()[-4:]
    assert [value for value in (factories.national_id(), factories.ILLNESS, ">4321<") if value in text] == []
    assert lines["mobile"] == ["0501234278"]
    assert officer.is_active


def test_showing_a_masked_answer_is_recorded_and_shown_once(
    client: Client, officer: Any, application: Application
) -> None:
    """Who, when and why; only the answer asked for; never kept."""
    page = _reveal(client, application, "illness", "study")
    lines = _lines(page)
    assert (page.status_code, lines["illness"], lines["income"]) == (200, [factories.ILLNESS], [MASK])
    assert "no-store" in page["Cache-Control"]
    event = Event.objects.get(action=Action.REVEALED)
    assert (event.actor, event.data) == (f"staff:{officer.pk}", {"question": "illness", "reason": "study"})
    assert _lines(_get(client, application))["illness"] == [MASK]


@pytest.mark.parametrize(
    ("key", "reason"), [("illness", ""), ("illness", "curious"), ("nothing", "study"), ("city", "study")]
)
def test_without_a_reason_or_a_masked_question_nothing_is_shown(
    client: Client, officer: Any, application: Application, key: str, reason: str
) -> None:
    """And nothing is recorded."""
    assert _reveal(client, application, key, reason).status_code == 404
    assert not Event.objects.filter(action=Action.REVEALED).exists()
    assert officer.is_active


def test_opening_is_recorded_once_an_hour(client: Client, officer: Any, application: Application) -> None:
    """Per person: looking again is the same reading."""
    start = timezone.now()
    colleague = factories.a_user(Role.CASE_OFFICER, application.department)
    for minutes, person in ((0, officer), (5, officer), (6, colleague), (61, officer)):
        with time_machine.travel(start + timedelta(minutes=minutes), tick=False):
            client.force_login(person)
            _get(client, application)
    opened = Event.objects.filter(action=Action.OPENED).order_by("seq").values_list("actor", flat=True)
    assert list(opened) == [f"staff:{person.pk}" for person in (officer, colleague, officer)]


def test_reading_changes_nothing_but_the_record(client: Client, officer: Any, application: Application) -> None:
    """The row and its version stay."""
    before = Application.objects.filter(pk=application.pk).values().get()
    _get(client, application)
    assert Application.objects.filter(pk=application.pk).values().get() == before
    assert officer.is_active


def test_a_document_leaves_as_a_harmless_download(client: Client, officer: Any, application: Application) -> None:
    """Security row 29; every time is recorded."""
    file = factories.a_stored_file(application, name="صورة الهوية.pdf")
    answer = client.get(reverse("inbox:file", args=[application.pk, file.pk]))
    assert (answer.status_code, answer.content, answer["Content-Type"]) == (200, factories.PDF, "application/pdf")
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert (answer["X-Content-Type-Options"], answer["Cross-Origin-Resource-Policy"]) == ("nosniff", "same-origin")
    assert "no-store" in answer["Cache-Control"]
    event = Event.objects.get(action=Action.FILE_OPENED)
    assert (event.actor, event.data) == (f"staff:{officer.pk}", {"file": str(file.pk), "question": "id_card"})


@pytest.mark.parametrize(
    ("scan", "status"), [(ScanState.PENDING, 409), (ScanState.INFECTED, 404), (ScanState.CLEAN, 200)]
)
def test_what_the_scanner_has_not_cleared_stays_where_it_is(
    client: Client, officer: Any, application: Application, scan: ScanState, status: int
) -> None:
    """Security row 12."""
    file = factories.a_stored_file(application, scan=scan)
    assert client.get(reverse("inbox:file", args=[application.pk, file.pk])).status_code == status
    assert Event.objects.filter(action=Action.FILE_OPENED).count() == (status == 200)
    assert officer.is_active


def test_a_document_whose_bytes_are_gone_is_not_found(client: Client, officer: Any, application: Application) -> None:
    """And is not recorded as opened."""
    file = factories.a_stored_file(application)
    store.delete(file.pk)
    assert client.get(reverse("inbox:file", args=[application.pk, file.pk])).status_code == 404
    assert not Event.objects.filter(action=Action.FILE_OPENED).exists()
    assert officer.is_active


def test_documents_are_listed_by_what_was_asked_for(client: Client, officer: Any, application: Application) -> None:
    """With those that have not come."""
    assert [(item.label, item.files) for item in _get(client, application).context["case"].documents] == [
        ("صورة الهوية", [])
    ]
    file = factories.a_stored_file(application)
    documents = _get(client, application).context["case"].documents
    assert [item.name for item in documents[0].files] == [file.name]
    assert officer.is_active


def test_the_auditor_reads_without_opening_documents_or_masks(client: Client, application: Application) -> None:
    """No form to post, but the history."""
    factories.a_stored_file(application)
    client.force_login(factories.a_user(Role.AUDITOR))
    page = _get(client, application)
    case = page.context["case"]
    assert (case.choices, case.may_reveal, case.may_note, case.may_take, case.may_assign) == (
        [],
        False,
        False,
        False,
        False,
    )
    assert [file.url for document in case.documents for file in document.files] == [""]
    assert bool(case.timeline) is True


def test_notes_stay_among_the_staff(client: Client, officer: Any, application: Application) -> None:
    """Neither in the messages nor on the applicant's page."""
    note = "يراجَع الدخل مع الجهة"
    assert client.post(reverse("inbox:note", args=[application.pk]), {"text": f"  {note} "}).status_code == 302
    assert [item.text for item in _get(client, application).context["case"].notes] == [note]
    owner = Client()
    owner.post("/track/", {"reference": application.reference, "digits": factories.MOBILE[-4:]})
    assert note not in owner.get("/track/case/").content.decode()
    assert officer.is_active


def test_an_empty_note_is_none(client: Client, officer: Any, application: Application) -> None:
    """It says so."""
    answer = client.post(reverse("inbox:note", args=[application.pk]), {"text": "  "}, follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["warning"]
    assert (application.notes.count(), officer.is_active) == (0, True)


def test_messages_show_how_they_fare(client: Client, officer: Any, application: Application) -> None:
    """Failed ones too (req 64)."""
    application.notices.update(state=NoticeState.FAILED, last_error="SMTPServerDisconnected", attempts=9)
    page = _get(client, application)
    assert [item.tone for item in page.context["case"].notices] == ["bad"]
    assert "SMTPServerDisconnected" in page.content.decode()
    assert officer.is_active


def test_the_history_is_in_words(client: Client, officer: Any, application: Application) -> None:
    """Names of the staff, the applicant as such, moves and states by their labels; the newest first."""
    UserProfile.objects.create(user=officer, preferred_language="en")
    ask_for_completion(
        application=application, actor=officer, row_version=1, documents=["id_card"], message="صورة أوضح"
    )
    _reveal(client, application, "income")
    case = _get(client, application).context["case"]
    with translation.override("en"):
        found = [(entry.actor, entry.title, entry.detail) for entry in case.timeline]
    assert found == [
        ("ريم العتيبي", "Case opened", ""),
        ("ريم العتيبي", "Masked answer shown", "Monthly income · To compare it with a document"),
        ("ريم العتيبي", "Ask the applicant to complete", "Waiting for the applicant"),
        ("The applicant", "Application sent", ""),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_the_case_costs_fifteen_queries_whatever_it_holds(
    client: Client, officer: Any, application: Application, count: int
) -> None:
    """The opening was recorded before, as for most readings."""
    for _n in range(count):
        factories.a_stored_file(application)
        add_note(application=application, actor=factories.a_user(Role.CASE_OFFICER, application.department), text="x")
        row = Application.objects.get(pk=application.pk)
        row.completion_requests.create(message="x", deadline=timezone.now(), documents=["id_card"])
        row.decisions.create(proposed_outcome="approved", study="x", proposed_by=officer)
    _get(client, application)
    with own_queries() as queries:
        page = _get(client, application)
    assert (len(page.context["case"].notes), len(queries)) == (count, 15)


def test_a_case_that_waits_for_approval_costs_no_more(client: Client, application: Application) -> None:
    """Who may decide depends on who proposed: that is read with the decisions shown."""
    row = proposed(application)
    approver = factories.a_user(Role.APPROVER, row.department)
    client.force_login(approver)
    _get(client, row)
    with own_queries() as queries:
        page = _get(client, row)
    assert ([choice.move.name for choice in page.context["case"].choices], len(queries)) == (
        ["send_back", "approve", "decline"],
        15,
    )


def test_markup_in_answers_is_shown_as_text(client: Client, officer: Any) -> None:
    """Security row 51: in answers, file names, notes and replies."""
    attack = "<img src=x onerror=alert(1)>"
    given = factories.answers(illness={"value": attack, "raw": attack})
    application = factories.an_application(given=given)
    factories.a_stored_file(application, name=f"{attack}.pdf")
    application.notes.create(text=attack)
    application.completion_requests.create(message=attack, reply=attack, deadline=timezone.now())
    text = _reveal(client, application, "illness").content.decode()
    assert (attack in text, text.count("&lt;img src=x") >= 5) == (False, True)
    assert officer.is_active
