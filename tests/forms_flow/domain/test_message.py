"""Messages between applicant and staff, and calls that are written down."""

import pytest
from django.contrib.auth.models import AbstractUser

from forms_flow.domain.deliver import deliver
from forms_flow.domain.errors import IllegalMoveError, MissingInputError, NotAllowedError
from forms_flow.domain.message import FROM_APPLICANT, LONGEST, log_call, mark_read, reply, write
from forms_flow.domain.register import register
from forms_flow.domain.withdraw import withdraw
from forms_flow.enums import MessageKind, Outcome, Role
from forms_flow.records.applications import Application
from forms_flow.records.casework import Message
from forms_flow.records.history import Action, Event
from forms_flow.rules import MATRIX, Capability
from tests.forms_flow import factories
from tests.forms_flow.deciding import decided

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
WORDS = "متى أراجعكم؟"


@pytest.fixture
def application() -> Application:
    return factories.an_application()


@pytest.fixture
def officer(application: Application) -> AbstractUser:
    return factories.a_user(Role.RELATIONS_OFFICER, application.department)


def last_event(application: Application) -> Event:
    return Event.objects.filter(application_id=application.pk).order_by("-seq")[0]


def test_what_the_applicant_writes_is_kept_sealed_and_recorded(application: Application) -> None:
    """The history says that, and not what."""
    message = write(application=application, text=f"  {WORDS}  ")
    assert (message.text, message.author, message.kind) == (WORDS, None, MessageKind.FROM_APPLICANT)
    event = last_event(application)
    assert (event.action, event.actor, event.data) == (Action.MESSAGED, "applicant", {"kind": "from_applicant"})
    assert [notice.template for notice in application.notices.all()] == ["received"]


def test_a_message_is_not_longer_than_it_may_be(application: Application) -> None:
    assert len(write(application=application, text="س" * (LONGEST + 50)).text) == LONGEST


def test_nothing_is_no_message(application: Application, officer: AbstractUser) -> None:
    for attempt in (
        lambda: write(application=application, text=" \n "),
        lambda: reply(application=application, actor=officer, text=""),
        lambda: log_call(application=application, actor=officer, kind=MessageKind.OBJECTION, text="x"),
    ):
        with pytest.raises(MissingInputError):
            attempt()
    assert Message.objects.count() == 0


def test_after_the_end_nobody_is_written_to(application: Application) -> None:
    withdraw(application=application, row_version=application.row_version)
    with pytest.raises(IllegalMoveError):
        write(application=application, text=WORDS)


def test_a_reply_is_told_by_a_notice(application: Application, officer: AbstractUser) -> None:
    """Req 64: in the outbox, with the change."""
    message = reply(application=application, actor=officer, text=WORDS)
    assert (message.author_id, message.kind) == (officer.pk, MessageKind.TO_APPLICANT)
    assert [notice.template for notice in application.notices.order_by("created_at")] == ["received", "message"]
    assert last_event(application).actor == f"staff:{officer.pk}"


@pytest.mark.parametrize("role", Role)
def test_who_checks_writes_and_nobody_else(application: Application, role: Role) -> None:
    """Docs, roles: `check`."""
    person = factories.a_user(role, application.department)
    stranger = factories.a_user(role, factories.a_department("other"))
    if Capability.CHECK in MATRIX.get(role, frozenset()):
        assert reply(application=application, actor=person, text=WORDS).author_id == person.pk
    else:
        with pytest.raises(NotAllowedError):
            reply(application=application, actor=person, text=WORDS)
    for attempt in (
        lambda: reply(application=application, actor=stranger, text=WORDS),
        lambda: log_call(application=application, actor=stranger, kind=MessageKind.CALL_WRONG, text=""),
    ):
        with pytest.raises(NotAllowedError):
            attempt()


@pytest.mark.parametrize(
    ("kind", "told", "counts"),
    [
        (MessageKind.CALL_REACHED, True, True),
        (MessageKind.CALL_REACHED, False, False),
        (MessageKind.CALL_UNANSWERED, True, False),
        (MessageKind.CALL_WRONG, True, False),
    ],
)
def test_a_call_that_told_the_result_counts_as_told(
    application: Application,
    kind: MessageKind,
    told: bool,  # noqa: FBT001 - a table
    counts: bool,  # noqa: FBT001 - a table
) -> None:
    """Req 66; practice 9."""
    row = decided(application)
    officer = factories.a_user(Role.CASE_OFFICER, row.department)
    call = log_call(application=row, actor=officer, kind=kind, text="", told=told)
    row.refresh_from_db()
    assert (row.told_at is not None, call.kind) == (counts, kind)
    assert (last_event(row).action, last_event(row).data) == (Action.CALLED, {"kind": str(kind), "told": counts})


def test_before_there_is_a_result_no_call_tells_it(application: Application, officer: AbstractUser) -> None:
    log_call(application=application, actor=officer, kind=MessageKind.CALL_REACHED, text="", told=True)
    application.refresh_from_db()
    assert application.told_at is None


def test_handing_over_counts_as_told(application: Application) -> None:
    """Practice 9."""
    row = decided(application, Outcome.APPROVED)
    officer = factories.a_user(Role.CASE_OFFICER, row.department)
    row = register(application=row, actor=officer, row_version=row.row_version)
    row = deliver(application=row, actor=officer, row_version=row.row_version)
    assert row.told_at is not None


def test_reading_marks_what_the_other_side_wrote(application: Application, officer: AbstractUser) -> None:
    write(application=application, text=WORDS)
    reply(application=application, actor=officer, text=WORDS)
    mark_read(application.messages.all(), *FROM_APPLICANT)
    assert {item.kind: item.read_at is not None for item in application.messages.all()} == {
        "from_applicant": True,
        "to_applicant": False,
    }
