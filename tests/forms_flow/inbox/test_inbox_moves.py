"""The whole life of an application by the forms of the case page."""

import dataclasses
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import Question
from forms_flow.domain.check import complete
from forms_flow.domain.moves import TABLE
from forms_flow.enums import Operator, Outcome, Role, State, Track
from forms_flow.inbox.move_forms import VERBS, MoveForm
from forms_flow.records.applications import Application
from forms_flow.records.casework import Decision
from forms_flow.records.departments import Department
from forms_flow.records.history import Action, Event
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

STUDY = "زيارة ميدانية ومراجعة المستندات"
REASON = "لم تكتمل شروط الاستحقاق"

Move = Callable[..., HttpResponse]


@pytest.fixture
def application() -> Application:
    """Return a sent application."""
    return factories.an_application()


@pytest.fixture
def studies() -> Department:
    """Return the department that studies."""
    return factories.a_department("studies")


@pytest.fixture
def move(client: Client, application: Application, studies: Department) -> Move:
    """Return a function that makes a move as a person with that role in both departments."""
    people: dict[tuple[Role, str], object] = {}

    def make(role: Role, name: str, who: str = "", **given: object) -> HttpResponse:
        if (role, who) not in people:
            people[role, who] = factories.a_user(role, application.department)
            factories.Membership.objects.create(user=people[role, who], department=studies)
        client.force_login(people[role, who])
        version = given.pop("row_version", Application.objects.get(pk=application.pk).row_version)
        url = reverse("inbox:move", args=[application.pk, name])
        return client.post(url, {"row_version": version, **given})

    return make


def _state(application: Application) -> State:
    return State(Application.objects.get(pk=application.pk).state)


def test_every_move_of_the_staff_has_a_verb() -> None:
    """And the applicant's own have none here."""
    staff = {name for moves in TABLE.values() for name, move in moves.items() if move.capability}
    assert staff == set(VERBS)


def test_an_application_travels_from_receipt_to_closing(
    application: Application, studies: Department, move: Move
) -> None:
    """Each step by the role that the policy gives it to."""
    relations, researcher, approver = Role.RELATIONS_OFFICER, Role.CASE_OFFICER, Role.APPROVER
    proposal = {"outcome": Outcome.APPROVED, "study": STUDY}
    steps = [
        (relations, "ask", {"documents": ["id_card"], "message": "صورة أوضح", "days": "٧"}, State.INCOMPLETE),
        (None, "complete", {}, State.RECEIVED),
        (relations, "refer", {"department": studies.pk}, State.UNDER_STUDY),
        (researcher, "propose", proposal, State.AWAITING_APPROVAL),
        (approver, "send_back", {"note": "راجع الدخل"}, State.UNDER_STUDY),
        (researcher, "propose", proposal, State.AWAITING_APPROVAL),
        (approver, "approve", {}, State.APPROVED),
        (relations, "register", {}, State.REGISTERED),
        (researcher, "deliver", {}, State.DELIVERED),
        (relations, "close", {}, State.CLOSED),
    ]
    for role, name, given, state in steps:
        if role is None:
            row = Application.objects.get(pk=application.pk)
            complete(application=row, row_version=row.row_version, files={}, reply="وصلت")
        else:
            assert move(role, name, **given).status_code == 302, name
        assert _state(application) == state
    moved = Event.objects.filter(application_id=application.pk, action=Action.MOVED).order_by("seq")
    assert [event.data["move"] for event in moved] == [name for _role, name, _given, _state in steps]


def test_declining_needs_a_reason_which_is_kept(application: Application, studies: Department, move: Move) -> None:
    """Req 62."""
    move(Role.RELATIONS_OFFICER, "refer", department=studies.pk)
    move(Role.CASE_OFFICER, "propose", outcome=Outcome.DECLINED, study=STUDY)
    listed, other = factories.a_reason(), factories.a_reason("other")
    for given in ({"reason": REASON}, {"why": other.pk, "reason": "  "}):
        answer = move(Role.APPROVER, "decline", **given)
        assert (answer.status_code, _state(application)) == (422, State.AWAITING_APPROVAL)
    assert move(Role.APPROVER, "decline", why=listed.pk, reason=REASON).status_code == 302
    decision = Decision.objects.get()
    assert (_state(application), decision.why, decision.reason) == (State.DECLINED, listed, REASON)


def test_a_form_that_cannot_be_taken_keeps_what_was_typed(application: Application, move: Move) -> None:
    """The other fields stay as they were filled in."""
    answer = move(Role.RELATIONS_OFFICER, "ask", message="صورة الهوية أوضح", days="many")
    text = answer.content.decode()
    assert (answer.status_code, _state(application)) == (422, State.RECEIVED)
    assert ("صورة الهوية أوضح" in text, 'value="many"' in text) == (True, True)


def test_asking_for_nothing_is_not_asking(application: Application, move: Move) -> None:
    """A document or a sentence is needed."""
    assert move(Role.RELATIONS_OFFICER, "ask", days="7").status_code == 422
    assert _state(application) == State.RECEIVED


def test_nobody_decides_what_they_proposed(application: Application, studies: Department, move: Move) -> None:
    """Two people, where the form says so."""
    move(Role.RELATIONS_OFFICER, "refer", department=studies.pk)
    move(Role.CASE_OFFICER, "propose", outcome=Outcome.APPROVED, study=STUDY)
    proposer = Decision.objects.get().proposed_by
    proposer.groups.add(factories.Group.objects.get_or_create(name=Role.APPROVER)[0])
    assert move(Role.CASE_OFFICER, "approve").status_code == 404
    assert _state(application) == State.AWAITING_APPROVAL


def test_two_officers_one_decision_and_nothing_lost(application: Application, studies: Department, move: Move) -> None:
    """The second reads what happened, and the text that was typed."""
    move(Role.RELATIONS_OFFICER, "refer", department=studies.pk)
    move(Role.CASE_OFFICER, "propose", outcome=Outcome.APPROVED, study=STUDY)
    seen = Application.objects.get(pk=application.pk).row_version
    assert move(Role.APPROVER, "approve", "first", row_version=seen).status_code == 302
    answer = move(Role.APPROVER, "decline", "second", row_version=seen, why=factories.a_reason().pk, reason=REASON)
    assert (answer.status_code, _state(application)) == (409, State.APPROVED)
    assert (answer.context["conflict"], REASON in answer.content.decode()) == (True, True)


def test_a_conflict_on_a_move_that_is_still_open_keeps_the_form(application: Application, move: Move) -> None:
    """It may be sent again at once, with the row as it is now."""
    Application.objects.filter(pk=application.pk).update(row_version=5)
    answer = move(Role.RELATIONS_OFFICER, "ask", row_version=1, message="صورة أوضح", days="7")
    text = answer.content.decode()
    assert (answer.status_code, "صورة أوضح" in text) == (409, True)
    assert 'name="row_version" value="5"' in text
    assert answer.context["case"].lost == []


def test_a_second_click_shows_the_first_answer(application: Application, studies: Department, move: Move) -> None:
    """The same person made the same move a moment ago."""
    for _n in range(2):
        assert move(Role.RELATIONS_OFFICER, "refer", row_version=1, department=studies.pk).status_code == 302
    assert Event.objects.filter(action=Action.MOVED).count() == 1
    assert _state(application) == State.UNDER_STUDY


@pytest.mark.parametrize("name", ["complete", "withdraw", "lapse", "nothing"])
def test_moves_of_the_applicant_and_unknown_ones_are_no_addresses(move: Move, name: str) -> None:
    """Not even for those who may do everything."""
    assert move(Role.RELATIONS_OFFICER, name).status_code == 404


def test_each_form_says_what_will_be_sent(client: Client, application: Application) -> None:
    """Before it happens; and says so when nothing can be sent."""
    officer = factories.a_user(Role.RELATIONS_OFFICER, application.department)
    client.force_login(officer)
    page = client.get(reverse("inbox:case", args=[application.pk]))
    assert [(choice.move.name, bool(choice.message)) for choice in page.context["case"].choices] == [
        ("ask", True),
        ("refer", True),
        ("season_end", True),
        ("discard", False),
    ]
    assert len(page.context["case"].media) == 1
    without = factories.an_application(given=factories.answers(mobile=None))
    page = client.get(reverse("inbox:case", args=[without.pk]))
    assert page.context["case"].media == []


def test_assigning_to_me_a_colleague_and_nobody(client: Client, application: Application) -> None:
    """Each leaves an event."""
    officer = factories.a_user(Role.RELATIONS_OFFICER, application.department)
    colleague = factories.a_user(Role.CASE_OFFICER, application.department)
    client.force_login(officer)
    url = reverse("inbox:assign", args=[application.pk])
    for version, (choice, wanted) in enumerate(
        [("me", officer.pk), (str(colleague.pk), colleague.pk), ("nobody", None)], start=1
    ):
        assert client.post(url, {"row_version": version, "assignee": choice}).status_code == 302
        assert Application.objects.get(pk=application.pk).assignee_id == wanted
    assert Event.objects.filter(action=Action.ASSIGNED).count() == 3


@pytest.mark.parametrize("choice", ["x", "999999", ""])
def test_assigning_to_nobody_known_is_not_found(client: Client, application: Application, choice: str) -> None:
    """Nothing changes."""
    client.force_login(factories.a_user(Role.RELATIONS_OFFICER, application.department))
    url = reverse("inbox:assign", args=[application.pk])
    assert client.post(url, {"row_version": 1, "assignee": choice}).status_code == 404


def test_a_case_is_given_only_to_people_who_work_on_it(client: Client, application: Application) -> None:
    """Neither to the auditor, who sees it, nor to another department; and they are not offered."""
    officer = factories.a_user(Role.RELATIONS_OFFICER, application.department)
    auditor = factories.a_user(Role.AUDITOR, application.department)
    stranger = factories.a_user(Role.CASE_OFFICER, factories.a_department("other"))
    client.force_login(officer)
    url = reverse("inbox:assign", args=[application.pk])
    for person in (auditor, stranger):
        assert client.post(url, {"row_version": 1, "assignee": person.pk}).status_code == 404
    page = client.get(reverse("inbox:case", args=[application.pk]))
    assert [pk for pk, _name in page.context["case"].candidates] == [officer.pk]


def test_assigning_what_somebody_changed_meanwhile_is_said(client: Client, application: Application) -> None:
    """And changes nothing."""
    client.force_login(factories.a_user(Role.RELATIONS_OFFICER, application.department))
    url = reverse("inbox:assign", args=[application.pk])
    answer = client.post(url, {"row_version": 9, "assignee": "me"}, follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["warning"]
    assert Application.objects.get(pk=application.pk).assignee is None


@pytest.mark.parametrize(("choice", "version"), [("9" * 5000, "1"), ("9" * 25, "1"), ("me", "9" * 5000)])
def test_assigning_with_a_number_that_no_row_can_have_is_not_found(
    client: Client, application: Application, choice: str, version: str
) -> None:
    """Python and the database refuse to read so many digits."""
    client.force_login(factories.a_user(Role.RELATIONS_OFFICER, application.department))
    url = reverse("inbox:assign", args=[application.pk])
    assert client.post(url, {"row_version": version, "assignee": choice}).status_code == 404


def test_only_documents_that_this_case_was_asked_for_can_be_asked_for() -> None:
    """A form that serves several services has documents of each; those of the others are no part of this case."""
    factories.a_department()
    steps = factories.a_flow().steps
    for_others = ShowWhen(conditions=(Condition(question="city", operator=Operator.IS, values=("other",)),))
    other = Question(key="licence", kind="upload", label=factories.text("الرخصة", "Licence"), show_when=for_others)
    last = dataclasses.replace(steps[-1], questions=(*steps[-1].questions, other))
    version = factories.a_version(factories.a_flow(steps=(*steps[:-1], last)))
    application = factories.an_application(draft=factories.a_draft(version=version))
    move = TABLE[Track.ASSISTANCE]["ask"]
    form = MoveForm(move=move, application=application, language="en")
    assert form.fields["documents"].choices == [("id_card", "Identity document")]
