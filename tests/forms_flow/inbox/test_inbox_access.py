"""Every address of the inbox for every role: what is not yours does not exist."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from forms_flow.enums import Role
from forms_flow.inbox import urls
from forms_flow.records.applications import Application
from forms_flow.records.history import Action, Event
from forms_flow.rules import MATRIX, Capability
from home.dates import today
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

SEE = {role for role, held in MATRIX.items() if Capability.SEE in held}
SEE_ALL = {role for role, held in MATRIX.items() if Capability.SEE_ALL in held}
WORK = {role for role, held in MATRIX.items() if Capability.NOTE in held}
ARGS: dict[str, Callable[[Application], list[object]]] = {
    "list": lambda _row: [],
    "enter": lambda _row: [],
    "case": lambda row: [row.pk],
    "move": lambda row: [row.pk, "ask"],
    "assign": lambda row: [row.pk],
    "declare": lambda row: [row.pk],
    "note": lambda row: [row.pk],
    "message": lambda row: [row.pk],
    "call": lambda row: [row.pk],
    "reveal": lambda row: [row.pk, "income"],
    "file": lambda row: [row.pk, row.files.get().pk],
    "page": lambda row: [row.pk, row.files.get().pk, 1],
    "alerts": lambda _row: [],
    "loans": lambda _row: [],
    "checklist": lambda row: [row.pk],
    "check": lambda row: [row.pk, "id_card"],
    "extend": lambda row: [row.pk],
    "referrals": lambda row: [row.pk],
    "refer_out": lambda row: [row.pk, "letter"],
    "reply": lambda row: [row.pk, row.referrals.get().pk],
    "deliveries": lambda row: [row.pk],
    "hand_over": lambda row: [row.pk],
    "take_back": lambda row: [row.pk, row.deliveries.get().pk],
    "receipt": lambda row: [row.pk, row.deliveries.get().pk],
}
#: Lists show what their reader may see; tests of theirs say what that is.
LISTS = {"list", "alerts", "loans"}
_DAY = today().isoformat()
POSTS = {
    "move": {"row_version": "1", "message": "ما ينقص", "days": "7"},
    "assign": {"row_version": "1", "assignee": "me"},
    "declare": {"row_version": "1"},
    "note": {"text": "ملاحظة"},
    "message": {"text": "رسالة"},
    "call": {"kind": "call_unanswered"},
    "reveal": {"reason": "check"},
    "check": {"id_card-verdict": "accepted", "id_card-how": "copy"},
    "refer_out": {"other": "المحافظة", "number": "441", "on": _DAY},
    "reply": {"on": _DAY, "text": "تم"},
    "hand_over": {},
    "take_back": {"on": _DAY},
}
#: What a post ends in, if not in the way back to the case: an opened answer, and a form that asks for more.
DONE = {"reveal": 200, "hand_over": 422}
#: Which capability each post asks for beyond seeing the case; taking a case oneself needs the same as writing notes.
NEEDS = {
    "move": Capability.CHECK,
    "assign": Capability.NOTE,
    "declare": Capability.CHECK,
    "note": Capability.NOTE,
    "message": Capability.CHECK,
    "call": Capability.CHECK,
    "reveal": Capability.OPEN_FILES,
    "file": Capability.OPEN_FILES,
    "page": Capability.OPEN_FILES,
    "check": Capability.CHECK,
    "refer_out": Capability.REFER_OUT,
    "reply": Capability.REFER_OUT,
    "hand_over": Capability.DELIVER,
    "take_back": Capability.DELIVER,
    "receipt": Capability.DELIVER,
}


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> Application:
    """Return an application with a document, a letter and a loan; nothing is drawn or printed for it."""
    monkeypatch.setattr("forms_flow.inbox.page_images.page_picture", lambda *_: b"JPEG")
    monkeypatch.setattr("forms_flow.papers.press.printed", lambda _html: b"%PDF-")
    row = factories.an_application()
    factories.a_stored_file(row)
    row.referrals.create(direction="in", other="المحافظة", on=today())
    row.deliveries.create(item="كرسي", receiver={"name": "سالم"}, on=today(), due_back=today())
    return row


def _may(role: Role | None, name: str, scope: Capability) -> bool:
    held = MATRIX.get(role, frozenset()) if role else frozenset()
    if name == "enter":  # nobody's case yet, and so nobody's department
        return Capability.ENTER in held
    return scope in held and (name not in NEEDS or NEEDS[name] in held)


def _call(client: Client, name: str, application: Application) -> int:
    url = reverse(f"inbox:{name}", args=ARGS[name](application))
    answer = client.post(url, POSTS[name]) if name in POSTS else client.get(url)
    return answer.status_code


def test_every_address_is_in_this_test() -> None:
    """A new one has to be thought about."""
    assert {pattern.name for pattern in urls.urlpatterns} == set(ARGS)


@pytest.mark.parametrize("name", ARGS)
@pytest.mark.parametrize("role", [*Role, None])
def test_own_department(client: Client, application: Application, role: Role | None, name: str) -> None:
    """Who sees may read; who has the capability may act; all others get 404."""
    client.force_login(factories.a_user(role, application.department))
    done = DONE.get(name, 302) if name in POSTS else 200
    assert _call(client, name, application) == (done if _may(role, name, Capability.SEE) else 404)


@pytest.mark.parametrize("name", [name for name in ARGS if name not in LISTS])
@pytest.mark.parametrize("role", [*Role, None])
def test_foreign_department(client: Client, application: Application, role: Role | None, name: str) -> None:
    """Only who sees everything sees it, and acts on nothing."""
    client.force_login(factories.a_user(role, factories.a_department("other")))
    allowed = _may(role, name, Capability.SEE_ALL)
    assert _call(client, name, application) == (200 if allowed else 404)
    if not allowed:
        assert Application.objects.get(pk=application.pk).row_version == 1
        assert not Event.objects.exclude(action=Action.SUBMITTED).exists()


@pytest.mark.parametrize("name", ARGS)
def test_strangers_are_asked_to_sign_in_whatever_the_address(
    client: Client, application: Application, name: str
) -> None:
    """The same answer for rows that exist and rows that do not."""
    url = reverse(f"inbox:{name}", args=ARGS[name](application))
    other = url.replace(str(application.pk), str(uuid4()))
    answers = [(client.get(path).status_code, client.get(path)["Location"]) for path in (url, other)]
    assert answers == [(302, f"/staff/login/?next={path}") for path in (url, other)]


def test_a_superuser_without_a_role_sees_nothing(client: Client, application: Application) -> None:
    """Being able to do everything in the admin opens no applicant's data."""
    client.force_login(factories.a_user(None, application.department, is_superuser=True))
    assert {_call(client, name, application) for name in ARGS} == {404}


def test_somebody_deactivated_is_out_at_once(client: Client, application: Application) -> None:
    """The session is of no use any more."""
    officer = factories.a_user(Role.RELATIONS_OFFICER, application.department)
    client.force_login(officer)
    officer.is_active = False
    officer.save()
    assert client.get(reverse("inbox:list")).status_code == 302


def test_readers_change_nothing(client: Client, application: Application) -> None:
    """Auditor and privacy officer read; every post of theirs is refused, own department or not."""
    for role in SEE_ALL:
        client.force_login(factories.a_user(role, application.department))
        assert {_call(client, name, application) for name in POSTS} == {404}
    assert Application.objects.get(pk=application.pk).row_version == 1
    assert SEE_ALL.isdisjoint(WORK)


def test_a_document_of_another_case_is_not_found_below_my_own(client: Client, application: Application) -> None:
    """Security row 30."""
    foreign = factories.an_application(department=factories.a_department("other"))
    file = factories.a_stored_file(foreign)
    client.force_login(factories.a_user(Role.CASE_OFFICER, application.department))
    assert client.get(reverse("inbox:file", args=[application.pk, file.pk])).status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role not in SEE])
def test_who_may_not_see_finds_nothing_of_it_in_the_admin(client: Client, application: Application, role: Role) -> None:
    """Neither the menu nor the home page speaks of applications."""
    client.force_login(factories.a_user(role, application.department))
    text = client.get(reverse("wagtailadmin_home")).content.decode()
    entering = role in {name for name, held in MATRIX.items() if Capability.ENTER in held}
    assert text.count("/staff/applications/") == text.count("/staff/applications/enter/")
    assert ("/staff/applications/enter/" in text) is entering
    assert factories.NAME not in text


def test_only_administrators_keep_departments_memberships_and_holidays(client: Client) -> None:
    """These hold nothing of applicants, but decide who sees them."""
    names = [f"{name}:index" for name in ("department", "membership", "holiday")]
    for role in Role:
        client.force_login(factories.a_user(role))
        wanted = 200 if role == Role.ADMINISTRATOR else 302
        assert {client.get(reverse(name)).status_code for name in names} == {wanted}, role
    assert get_resolver()
