"""The applicant sends what was asked for: the clock goes on, and nothing is lost or kept twice."""

from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from forms_flow.domain.check import ask_for_completion
from forms_flow.enums import State
from forms_flow.records import floods
from forms_flow.records.applications import Application
from forms_flow.records.drafts import StoredFile
from forms_flow.records.history import Action, Event
from forms_flow.records.staff import Person
from forms_flow.tracking import completing
from forms_flow.vault import store
from tests.forms_flow.tracking.entering import enter

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

CASE = "/track/case/"
COMPLETE = "/track/case/complete/"
MESSAGE = "صورة الهوية غير واضحة، أرسل صورة أوضح"


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


def test_completing_stores_the_files_and_lets_the_clock_go_on(
    owner: Client, application: Application, officer: Person
) -> None:
    """The due date moves by as much as the pause was long (req 61)."""
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        _ask(application, officer)
    with time_machine.travel(start + timedelta(days=3), tick=False):
        owner.cookies.clear()
        enter(owner, application)
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
    original = completing.keep_file

    def slow(*args: object, **named: object) -> StoredFile:
        Application.objects.filter(pk=application.pk, row_version=2).update(row_version=3)
        return original(*args, **named)

    monkeypatch.setattr(completing, "keep_file", slow)
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


def test_files_that_are_too_big_together_are_said_and_the_reply_stays(
    owner: Client, application: Application, officer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest of the post is read, so that nothing typed is lost."""
    _ask(application, officer)
    monkeypatch.setattr("home.memory_uploads.MAX_REQUEST", 10)
    answer = owner.post(COMPLETE, _sent())
    assert (answer.status_code, len(answer.context["errors"])) == (422, 1)
    assert "هذه صورة أوضح" in answer.content.decode()
    assert Application.objects.get(pk=application.pk).state == State.INCOMPLETE


def test_too_many_files_within_an_hour_are_refused_and_the_words_stay(
    owner: Client, application: Application, officer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Req 103."""
    _ask(application, officer)
    monkeypatch.setattr(floods, "MOST_UPLOADS_FOR_CASE", 0)
    answer = owner.post(COMPLETE, _sent())
    assert (answer.status_code, StoredFile.objects.count()) == (429, 0)
    assert "هذه صورة أوضح" in answer.content.decode()
    application.refresh_from_db()
    assert application.state == State.INCOMPLETE
