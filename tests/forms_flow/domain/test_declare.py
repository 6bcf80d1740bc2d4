"""The declaration of somebody who was helped: without it a case is not complete."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser
from django.utils import timezone

from forms_flow.conditions import ShowWhen
from forms_flow.definition import Question, Step
from forms_flow.domain import reconcile
from forms_flow.domain.declaration import PAPER, Declaration, application_of, new_link, words
from forms_flow.domain.declare import attach_paper, confirm
from forms_flow.domain.errors import ConflictError, MissingInputError, NotAllowedError, UndeclaredError
from forms_flow.domain.refer import refer
from forms_flow.domain.submit import submit_draft
from forms_flow.enums import Channel, DeclarationMode, Role, State
from forms_flow.records.applications import Application
from forms_flow.records.history import Action, Event
from tests.forms_flow import factories
from tests.forms_flow.factories import text

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def officer() -> AbstractUser:
    return factories.a_user(Role.RELATIONS_OFFICER, factories.a_department())


@pytest.fixture
def pending(officer: AbstractUser) -> Application:
    """Return an application whose applicant has yet to confirm the link."""
    return entered(officer, Declaration(mode=DeclarationMode.LINK, at=None, taken_by=officer.pk))


def entered(officer: AbstractUser, declaration: Declaration, **columns: Any) -> Application:
    flow = factories.a_flow(declaration=text("أقرّ بأن البيانات صحيحة", "I declare that all of it is true"))
    version = factories.a_version(flow)
    draft = factories.a_draft(version=version, channel=Channel.PHONE, entered_by=officer, **columns)
    return submit_draft(draft=draft, answers=factories.answers(), language="ar", declaration=declaration)


def token_of(application: Application) -> str:
    """Return the token that the waiting message carries."""
    return application.notices.get(template="confirm").extra["token"]


def test_without_a_declaration_nothing_is_referred(pending: Application, officer: AbstractUser) -> None:
    """Practice 8."""
    study = factories.a_department("study")
    with pytest.raises(UndeclaredError):
        refer(application=pending, actor=officer, row_version=1, department=study)
    pending.refresh_from_db()
    assert (pending.state, pending.row_version, pending.department.key) == (State.RECEIVED, 1, "intake")
    confirm(application=pending)
    referred = refer(application=pending, actor=officer, row_version=1, department=study)
    assert referred.state == State.UNDER_STUDY


def test_the_applicant_confirms_once(pending: Application) -> None:
    first = confirm(application=pending).declared_at
    assert confirm(application=pending).declared_at == first
    [event] = Event.objects.filter(action=Action.DECLARED)
    assert (event.actor, event.data) == ("applicant", {"mode": "link"})


def test_the_paper_may_come_later_instead(pending: Application, officer: AbstractUser) -> None:
    file = factories.a_stored_file(pending, question_key="elsewhere")
    row = attach_paper(application=pending, actor=officer, row_version=1, files=[file.pk])
    file.refresh_from_db()
    assert (row.declaration_mode, file.question_key, row.row_version) == (DeclarationMode.PAPER, PAPER, 2)
    assert row.declaration["files"] == [str(file.pk)]
    with pytest.raises(ConflictError):
        attach_paper(application=row, actor=officer, row_version=2, files=[file.pk])


def test_a_paper_needs_a_file_and_somebody_who_checks(pending: Application, officer: AbstractUser) -> None:
    with pytest.raises(MissingInputError):
        attach_paper(application=pending, actor=officer, row_version=1, files=[])
    stranger = factories.a_user(Role.RELATIONS_OFFICER, factories.a_department("other"))
    for person in (stranger, factories.a_user(Role.FIELD_REPRESENTATIVE, factories.a_department())):
        with pytest.raises(NotAllowedError):
            attach_paper(application=pending, actor=person, row_version=1, files=[pending.pk])


def test_only_the_very_link_opens_the_words(pending: Application) -> None:
    token = token_of(pending)
    assert application_of(token) == pending
    other, _digest = new_link(pending.pk)
    wrong = [other, token[:-1] + ("A" if token[-1] != "A" else "B"), token[:-4], "", "ü", "x" * 43, "A" * 5000]
    assert [application_of(item) for item in wrong] == [None] * len(wrong)


def test_the_link_is_kept_as_a_digest_only(pending: Application) -> None:
    token = token_of(pending)
    assert token not in str(pending.declaration)
    assert set(pending.declaration) == {"text", "by", "link"}


def test_a_ticked_declaration_keeps_the_digest_of_its_words() -> None:
    """Req 53."""
    application = factories.an_application()
    assert application.declaration_mode == DeclarationMode.TICKED
    assert (len(application.declaration["text"]), set(application.declaration)) == (64, {"text"})


def test_the_words_are_the_forms_own_and_those_of_every_box_ticked_on_the_way() -> None:
    boxes = tuple(
        Question(key=key, kind="consent", label=text(key, key), hint=text(f"نص {key}", f"Text of {key}"))
        for key in ("health", "photos")
    )
    step = Step(key="consents", title=text("x", "x"), questions=boxes, show_when=ShowWhen())
    flow = factories.a_flow(declaration=text("أقرّ", "I declare"), steps=(*factories.a_flow().steps, step))
    given = factories.answers(health={"value": True}, photos={"value": False})
    assert words(flow, given, "ar") == ["أقرّ", "نص health"]


def test_reconcile_names_cases_that_went_on_without_a_declaration(pending: Application) -> None:
    name, papers = "cases without a declaration were not referred", "declarations on paper have their file"
    assert (reconcile.run()[name], reconcile.run()[papers]) == ([], [])
    Application.objects.filter(pk=pending.pk).update(state=State.UNDER_STUDY)
    assert reconcile.run()[name] == [pending.reference]
    Application.objects.filter(pk=pending.pk).update(declaration_mode="paper", declared_at=timezone.now())
    assert reconcile.run()[papers] == [pending.reference]


def test_the_promise_runs_from_when_it_came(officer: AbstractUser) -> None:
    came = timezone.now() - timedelta(days=60)
    told = Declaration(mode=DeclarationMode.TELEPHONE, at=timezone.now(), taken_by=officer.pk)
    application = entered(officer, told, received_at=came)
    assert application.received_at == came
    assert came < application.due_at < timezone.now()
    assert application.match_keys.first().received_at == came


def test_nobody_confirms_what_has_ended(pending: Application) -> None:
    Application.objects.filter(pk=pending.pk).update(state=State.WITHDRAWN, is_open=False)
    assert confirm(application=pending).declared_at is None
    assert Event.objects.filter(action=Action.DECLARED).count() == 0
