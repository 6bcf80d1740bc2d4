"""The applicant's own page, from the answer of the office to the withdrawal."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from forms_flow.domain.check import ask_for_completion
from forms_flow.domain.decide import decide
from forms_flow.domain.propose import propose
from forms_flow.domain.refer import refer
from forms_flow.enums import NoticeState, Outcome, Role, State
from forms_flow.records.applications import Application
from forms_flow.records.drafts import StoredFile
from forms_flow.records.history import Action, Event
from forms_flow.records.staff import Person
from forms_flow.tracking import completing
from forms_flow.vault import store
from tests.forms_flow import factories
from tests.forms_flow.counting import own_queries

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

CASE = "/track/case/"
COMPLETE = "/track/case/complete/"
WITHDRAW = "/track/case/withdraw/"
MESSAGE = "صورة الهوية غير واضحة، أرسل صورة أوضح"
REASON = "لم تكتمل شروط الاستحقاق"
STUDY = "زيارة ميدانية ومراجعة المستندات"


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
    """Return a browser that has given the two facts."""
    client.post("/track/", {"reference": application.reference, "digits": factories.MOBILE[-4:]})
    return client


def _ask(application: Application, officer: Person) -> Application:
    return ask_for_completion(
        application=application,
        actor=officer,
        row_version=Application.objects.get(pk=application.pk).row_version,
        documents=["id_card"],
        message=MESSAGE,
        days=7,
    )


def _photo(name: str = "id.png") -> SimpleUploadedFile:
    written = BytesIO()
    Image.new("RGB", (40, 30), "white").save(written, "PNG")
    return SimpleUploadedFile(name, written.getvalue(), content_type="image/png")


def _sent(**changes: object) -> dict[str, object]:
    return {"complete-id_card": _photo(), "complete-reply-text": "هذه صورة أوضح", **changes}


def _decided(application: Application, officer: Person, outcome: Outcome, reason: str = "") -> Application:
    studies = factories.a_department("studies")
    researcher = factories.a_user(Role.CASE_OFFICER, studies)
    approver = factories.a_user(Role.APPROVER, studies)
    row = refer(application=application, actor=officer, row_version=application.row_version, department=studies)
    row = propose(application=row, actor=researcher, row_version=row.row_version, outcome=outcome, study=STUDY)
    return decide(application=row, actor=approver, row_version=row.row_version, outcome=outcome, reason=reason)


def test_without_a_ticket_one_is_asked_who_one_is(client: Client) -> None:
    """Every address of a case leads to the door."""
    for path in (CASE, COMPLETE, WITHDRAW, "/en/track/case/"):
        answer = client.get(path)
        assert (answer.status_code, answer["Location"].endswith("/track/")) == (303, True)


def test_a_new_application_says_when_the_result_comes(owner: Client, application: Application) -> None:
    """Public words, the due date in both calendars, and nothing personal."""
    page = owner.get(CASE)
    case = page.context["case"]
    assert [(step.day, step.state) for step in case.timeline] == [
        (Event.objects.get().at, "now"),
        (application.due_at, "next"),
    ]
    assert case.due == application.due_at
    text = page.content.decode()
    for planted in (factories.NAME, factories.MOBILE, factories.national_id(), factories.ILLNESS):
        assert planted not in text


def test_tracking_speaks_the_language_of_the_address(owner: Client) -> None:
    """The ticket holds in both."""
    assert (owner.get("/en/track/case/").headers["Content-Language"], owner.get(CASE).headers["Content-Language"]) == (
        "en",
        "ar",
    )


def test_what_is_missing_stands_on_top_and_the_clock_stands_still(
    owner: Client, application: Application, officer: Person
) -> None:
    """Req 61."""
    _ask(application, officer)
    page = owner.get(CASE)
    case = page.context["case"]
    assert (case.due, case.request.message) == (None, MESSAGE)
    assert [field.label for field in page.context["form"]][:1] == ["صورة الهوية"]
    text = page.content.decode()
    assert text.index(MESSAGE) < text.index("timeline")


def test_completing_stores_the_files_and_lets_the_clock_go_on(
    owner: Client, application: Application, officer: Person
) -> None:
    """The due date moves by as much as the pause was long (req 61)."""
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        _ask(application, officer)
    with time_machine.travel(start + timedelta(days=3), tick=False):
        owner.cookies.clear()
        owner.post("/track/", {"reference": application.reference, "digits": factories.MOBILE[-4:]})
        answer = owner.post(COMPLETE, _sent())
    assert (answer.status_code, answer["Location"]) == (303, CASE + "?sent=1")
    after = Application.objects.get(pk=application.pk)
    assert (after.state, after.paused_at) == (State.RECEIVED, None)
    assert after.due_at >= application.due_at + timedelta(days=3)
    file = StoredFile.objects.get(application=application)
    assert (file.question_key, file.kind, file.name) == ("id_card", "png", "id.png")
    assert store.get(file.pk).startswith(b"\x89PNG")
    assert after.completion_requests.get().reply == "هذه صورة أوضح"
    assert Event.objects.get(action=Action.COMPLETED).data == {"files": 1}


def test_a_reply_alone_is_enough(owner: Client, application: Application, officer: Person) -> None:
    """Uploading is never the only way (req 49)."""
    _ask(application, officer)
    assert owner.post(COMPLETE, {"complete-reply-text": "أحضرها غدًا"}).status_code == 303
    assert Application.objects.get(pk=application.pk).state == State.RECEIVED


def test_nothing_at_all_is_said_at_the_form(owner: Client, application: Application, officer: Person) -> None:
    """Nothing changes."""
    _ask(application, officer)
    answer = owner.post(COMPLETE, {})
    assert (answer.status_code, len(answer.context["errors"])) == (422, 1)
    assert Application.objects.get(pk=application.pk).state == State.INCOMPLETE


def test_a_bad_file_is_refused_and_the_reply_stays(owner: Client, application: Application, officer: Person) -> None:
    """Req 37, 44."""
    _ask(application, officer)
    bad = SimpleUploadedFile("id.png", b"MZ not a picture", content_type="image/png")
    answer = owner.post(COMPLETE, _sent(**{"complete-id_card": bad}))
    assert (answer.status_code, StoredFile.objects.count()) == (422, 0)
    assert "هذه صورة أوضح" in answer.content.decode()


def test_sending_twice_is_kind(owner: Client, application: Application, officer: Person) -> None:
    """The second post finds nothing to complete, keeps nothing and says that what was sent has come."""
    _ask(application, officer)
    answers = [owner.post(COMPLETE, _sent()) for _n in range(2)]
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(303, CASE + "?sent=1")}
    assert (StoredFile.objects.count(), len(list(store.names()))) == (1, 1)


def test_completing_when_nothing_was_asked_changes_nothing(owner: Client, application: Application) -> None:
    """An old bookmark of the form."""
    assert owner.get(COMPLETE)["Location"] == CASE
    owner.post(COMPLETE, _sent())
    assert (Application.objects.get(pk=application.pk).row_version, StoredFile.objects.count()) == (1, 0)


def test_a_change_by_the_office_meanwhile_loses_no_document(
    owner: Client, application: Application, officer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The case was assigned while the photo was on its way: it is taken all the same."""
    _ask(application, officer)
    original = completing._stored

    def slow(row: Application, *args: object) -> StoredFile:
        Application.objects.filter(pk=row.pk, row_version=2).update(row_version=3)
        return original(row, *args)

    monkeypatch.setattr(completing, "_stored", slow)
    assert owner.post(COMPLETE, _sent()).status_code == 303
    assert Application.objects.get(pk=application.pk).state == State.RECEIVED
    assert (StoredFile.objects.count(), len(list(store.names()))) == (1, 1)


def test_a_full_disk_is_said_and_nothing_is_half_kept(
    owner: Client, application: Application, officer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Security row 9."""
    _ask(application, officer)

    def full(*_args: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "put", full)
    assert owner.post(COMPLETE, _sent()).status_code == 422
    assert (Application.objects.get(pk=application.pk).state, StoredFile.objects.count()) == (State.INCOMPLETE, 0)


def test_the_result_is_read_with_its_reason_and_the_way_to_object(
    owner: Client, application: Application, officer: Person
) -> None:
    """Req 62: the study stays inside."""
    _decided(application, officer, Outcome.DECLINED, REASON)
    page = owner.get(CASE)
    text = page.content.decode()
    assert (page.context["case"].is_declined, page.context["case"].due) == (True, None)
    assert REASON in text
    assert STUDY not in text
    assert 'id="result-title"' in text


def test_moves_that_look_the_same_outside_are_one_line(
    owner: Client, application: Application, officer: Person
) -> None:
    """Under study and awaiting approval read alike."""
    _decided(application, officer, Outcome.APPROVED)
    assert [step.state for step in owner.get(CASE).context["case"].timeline] == ["done", "done", "now"]


def test_sent_messages_are_listed(owner: Client, application: Application) -> None:
    """Only those that left."""
    application.notices.update(state=NoticeState.SENT, sent_at=timezone.now())
    assert len(owner.get(CASE).context["case"].messages) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_whatever_is_listed(
    owner: Client, application: Application, officer: Person, count: int
) -> None:
    """The application, its open request, its service, its history and its messages."""
    _ask(application, officer)
    first = application.notices.first()
    application.notices.all().delete()
    for _n in range(count):
        first.pk = uuid4()
        first.message_id, first.state, first.sent_at = str(first.pk), NoticeState.SENT, timezone.now()
        first.save(force_insert=True)
    with own_queries() as queries:
        page = owner.get(CASE)
    assert (len(page.context["case"].messages), len(queries)) == (count, 5)


def test_withdrawing_is_asked_once_more(owner: Client, application: Application) -> None:
    """Req 63: a page of its own, then the end."""
    assert owner.get(WITHDRAW).status_code == 200
    assert Application.objects.get(pk=application.pk).state == State.RECEIVED
    answer = owner.post(WITHDRAW, {"row_version": application.row_version})
    assert (answer.status_code, answer["Location"]) == (303, CASE)
    after = Application.objects.get(pk=application.pk)
    assert (after.state, after.is_open) == (State.WITHDRAWN, False)


def test_withdrawing_twice_is_kind(owner: Client, application: Application) -> None:
    """The second post finds it done."""
    for _n in range(2):
        assert owner.post(WITHDRAW, {"row_version": application.row_version}).status_code == 303
    assert Event.objects.filter(action=Action.MOVED).count() == 1


def test_a_change_meanwhile_is_shown_before_withdrawing(
    owner: Client, application: Application, officer: Person
) -> None:
    """The applicant decides again, with what is there now."""
    version = application.row_version
    _ask(application, officer)
    answer = owner.post(WITHDRAW, {"row_version": version})
    assert (answer.status_code, answer.context["conflict"]) == (409, True)
    assert Application.objects.get(pk=application.pk).state == State.INCOMPLETE


def test_a_delivered_case_cannot_be_withdrawn(owner: Client, application: Application) -> None:
    """Nothing is left to withdraw."""
    Application.objects.filter(pk=application.pk).update(state=State.DELIVERED)
    assert owner.get(WITHDRAW)["Location"] == CASE
