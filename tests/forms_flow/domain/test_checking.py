"""The completeness checklist and what it holds back (req 69)."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import AbstractUser
from django.utils import timezone

from forms_flow.definition import Flow, Question, Step
from forms_flow.domain.check import ask_for_completion, complete
from forms_flow.domain.checking import check_document
from forms_flow.domain.checklist import checklist_of
from forms_flow.domain.errors import IllegalMoveError, MissingInputError, NotAllowedError
from forms_flow.domain.refer import refer
from forms_flow.domain.withdraw import withdraw
from forms_flow.enums import Role, State
from forms_flow.records.applications import Application
from forms_flow.records.checks import DocumentCheck, Verdict, Verified
from forms_flow.records.drafts import StoredFile
from forms_flow.records.history import Action, Event
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
BLURRED = "الصورة غير واضحة"


def with_documents() -> Flow:
    """Return a form that asks for two documents, the second one of nobody."""
    flow = factories.a_flow()
    questions = (
        Question(key="id_card", kind="upload", label=factories.text("صورة الهوية", "Identity document")),
        Question(key="report", kind="upload", label=factories.text("تقرير طبي", "Medical report"), required=False),
    )
    return factories.a_flow(steps=(*flow.steps[:2], Step(key="documents", title=flow.title, questions=questions)))


@pytest.fixture
def application() -> Application:
    return factories.an_application(
        draft=factories.a_draft(version=factories.a_version(with_documents())), given=factories.answers(city=None)
    )


@pytest.fixture
def officer(application: Application) -> AbstractUser:
    return factories.a_user(Role.RELATIONS_OFFICER, application.department)


def look(application: Application, actor: AbstractUser, verdict: Verdict = Verdict.ACCEPTED, **given: Any) -> None:
    given = {"how": Verified.COPY, "document": "id_card", **given}
    check_document(application=fresh(application), actor=actor, verdict=verdict, **given)


def fresh(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def state_of(application: Application) -> list[tuple[str, str, bool, bool]]:
    items = checklist_of(fresh(application))
    return [(item.question.key, item.verdict, item.is_open, item.has_to_come) for item in items]


def onward(application: Application, officer: AbstractUser, override: str = "") -> Application:
    row, department = fresh(application), factories.a_department("social")
    return refer(application=row, actor=officer, row_version=row.row_version, department=department, override=override)


def test_the_checklist_is_what_the_form_asks_for(application: Application) -> None:
    assert state_of(application) == [("id_card", "open", True, True), ("report", "open", False, False)]
    factories.a_stored_file(application)
    factories.a_stored_file(application, question_key="report")
    assert state_of(application) == [("id_card", "open", True, False), ("report", "open", True, False)]


def test_an_accepted_document_is_done_with(application: Application, officer: AbstractUser) -> None:
    factories.a_stored_file(application)
    look(application, officer)
    assert state_of(application)[0] == ("id_card", "accepted", False, False)
    event = Event.objects.get(action=Action.CHECKED)
    assert event.data == {"document": "id_card", "verdict": "accepted", "how": "copy"}


def test_an_original_that_was_seen_needs_no_copy(application: Application, officer: AbstractUser) -> None:
    with pytest.raises(MissingInputError) as caught:
        look(application, officer)
    assert caught.value.field == "how"
    look(application, officer, how=Verified.ORIGINAL)
    assert state_of(application)[0][2] is False


def test_a_rejected_document_has_a_reason_and_has_to_come_again(
    application: Application, officer: AbstractUser
) -> None:
    factories.a_stored_file(application)
    with pytest.raises(MissingInputError):
        look(application, officer, Verdict.REJECTED)
    look(application, officer, Verdict.REJECTED, reason=BLURRED)
    assert state_of(application)[0] == ("id_card", "rejected", True, True)
    assert DocumentCheck.objects.get().reason == BLURRED
    assert BLURRED not in str(Event.objects.get(action=Action.CHECKED).data)


def test_what_is_not_needed_says_why(application: Application, officer: AbstractUser) -> None:
    with pytest.raises(MissingInputError):
        look(application, officer, how=Verified.NOT_NEEDED)
    look(application, officer, how=Verified.NOT_NEEDED, reason="سبق تقديمه")
    assert state_of(application)[0][1:3] == ("accepted", False)


def test_another_upload_sets_the_check_back_and_keeps_the_rejected_file(
    application: Application, officer: AbstractUser
) -> None:
    factories.a_stored_file(application)
    look(application, officer, Verdict.REJECTED, reason=BLURRED)
    row = ask_for_completion(
        application=fresh(application), actor=officer, row_version=1, documents=["id_card"], message=BLURRED
    )
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        file = factories.a_stored_file(application, question_key="new")
        complete(application=row, row_version=row.row_version, files={"id_card": [file.pk]}, reply="")
    assert state_of(application)[0] == ("id_card", "open", True, False)
    assert (StoredFile.objects.filter(question_key="id_card").count(), DocumentCheck.objects.count()) == (2, 1)


def test_a_case_with_open_documents_is_referred_only_with_a_reason(
    application: Application, officer: AbstractUser
) -> None:
    factories.a_stored_file(application)
    with pytest.raises(MissingInputError) as caught:
        onward(application, officer)
    assert (caught.value.field, fresh(application).state) == ("override", State.RECEIVED)
    row = onward(application, officer, "الحالة عاجلة")
    event = Event.objects.get(action=Action.UNCHECKED)
    assert (row.state, event.data["documents"]) == (State.UNDER_STUDY, ["id_card"])
    assert row.notes.get(pk=event.data["note"]).text == "الحالة عاجلة"


def test_a_checked_case_is_referred_without_more_words(application: Application, officer: AbstractUser) -> None:
    look(application, officer, how=Verified.ISSUER)
    assert onward(application, officer).state == State.UNDER_STUDY
    assert not Event.objects.filter(action=Action.UNCHECKED).exists()


def test_only_who_checks_this_case_looks_at_its_documents(application: Application, officer: AbstractUser) -> None:
    for person in (
        factories.a_user(Role.APPROVER, application.department),
        factories.a_user(Role.CASE_OFFICER, factories.a_department("elsewhere")),
        factories.a_user(Role.AUDITOR),
    ):
        with pytest.raises(NotAllowedError):
            look(application, person, how=Verified.ORIGINAL)
    assert officer.is_active


def test_neither_another_question_nor_a_case_that_has_ended_is_checked(
    application: Application, officer: AbstractUser
) -> None:
    with pytest.raises(IllegalMoveError):
        look(application, officer, document="income")
    withdraw(application=application, row_version=1)
    with pytest.raises(IllegalMoveError):
        look(application, officer, how=Verified.ORIGINAL)
