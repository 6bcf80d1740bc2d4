"""The register of beneficiaries: one entry for each person (practice 7)."""

from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser

from forms_flow.domain.errors import ConflictError, IllegalMoveError, MissingInputError, NotAllowedError
from forms_flow.domain.merge import doubles_of, merge
from forms_flow.domain.register import RENEWED_AFTER, register
from forms_flow.enums import Outcome, Role
from forms_flow.records.applications import Application
from forms_flow.records.beneficiaries import Beneficiary
from forms_flow.records.history import Action, Event
from home.dates import today
from tests.forms_flow import factories
from tests.forms_flow.deciding import decided

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
REASON = "قورنت الهويتان"


def registered(**given: Any) -> Application:
    """Return an application whose registration is complete."""
    officer = factories.a_user(Role.CASE_OFFICER, factories.a_department("studies"))
    row = decided(factories.an_application(given=factories.answers(**given)), Outcome.APPROVED)
    return register(application=row, actor=officer, row_version=row.row_version)


def identity(body: int, kind: str = "national_id", number: str = "") -> dict[str, Any]:
    number = number or factories.national_id(body)
    return {"kind": kind, "number": number, "raw": {"kind": kind, "number": number}}


def named(name: str) -> dict[str, str]:
    return {"value": name, "raw": name}


@pytest.fixture
def head() -> AbstractUser:
    return factories.a_user(Role.APPROVER, factories.a_department("studies"))


def test_registering_enters_the_person() -> None:
    entry = registered().beneficiary
    assert (str(entry), entry.sheet["name"], entry.renewal_on) == ("000001", factories.NAME, today() + RENEWED_AFTER)
    assert entry.sheet["identity"] == {"kind": "national_id", "number": factories.national_id()}
    assert {key.kind for key in entry.keys.all()} == {"identity", "mobile", "name"}
    assert Event.objects.get(action=Action.ENTERED_REGISTER).data == {"number": 1, "new": True}


def test_the_same_identity_is_the_same_entry() -> None:
    first, second = registered(), registered(mobile={"value": "+966509999999", "raw": "0509999999"})
    assert (second.beneficiary_id, Beneficiary.objects.count()) == (first.beneficiary_id, 1)
    entry = Beneficiary.objects.get()
    assert (entry.applications.count(), entry.sheet["mobile"]) == (2, "+966509999999")
    events = Event.objects.filter(action=Action.ENTERED_REGISTER).order_by("pk")
    assert [event.data["new"] for event in events] == [True, False]


def test_another_kind_of_document_with_the_same_number_is_another_person() -> None:
    number = factories.national_id()
    registered()
    registered(identity=identity(0, "passport", number))
    assert [entry.number for entry in Beneficiary.objects.all()] == [1, 2]


def test_doubles_are_found_by_mobile_and_by_the_whole_name() -> None:
    first = registered().beneficiary
    same_mobile = registered(identity=identity(100000002), name=named("سلمى ناصر")).beneficiary
    other = {"value": "+966509999999", "raw": "0509999999"}
    same_name = registered(identity=identity(100000003), mobile=other).beneficiary
    registered(identity=identity(100000004), mobile={**other, "value": "+966508888888"}, name=named("هدى ناصر الحربي"))
    assert doubles_of(first) == [same_mobile, same_name]


def test_merging_leaves_one_entry_and_a_trace(head: AbstractUser) -> None:
    kept, double = registered(), registered(identity=identity(100000002))
    merge(kept=kept.beneficiary, double=double.beneficiary, actor=head, reason=REASON)
    gone = Beneficiary.objects.get(pk=double.beneficiary_id)
    assert (gone.merged_into_id, gone.merged_by_id, gone.merge_reason) == (kept.beneficiary_id, head.pk, REASON)
    assert kept.beneficiary.applications.count() == 2
    assert Event.objects.get(action=Action.MERGED).data == {"double": 2, "kept": 1}
    assert list(Beneficiary.objects.standing()) == [kept.beneficiary]


def test_who_comes_again_with_the_identity_of_a_double_is_the_kept_entry(head: AbstractUser) -> None:
    kept, double = registered(), registered(identity=identity(100000002))
    merge(kept=kept.beneficiary, double=double.beneficiary, actor=head, reason=REASON)
    assert registered(identity=identity(100000002)).beneficiary_id == kept.beneficiary_id


def test_a_double_is_merged_once_with_a_reason_and_not_into_itself(head: AbstractUser) -> None:
    kept, double = registered().beneficiary, registered(identity=identity(100000002)).beneficiary
    with pytest.raises(MissingInputError):
        merge(kept=kept, double=double, actor=head, reason=" ")
    with pytest.raises(IllegalMoveError):
        merge(kept=kept, double=kept, actor=head, reason=REASON)
    merge(kept=kept, double=double, actor=head, reason=REASON)
    for pair in ((kept, double), (double, kept)):
        with pytest.raises(ConflictError):
            merge(kept=pair[0], double=pair[1], actor=head, reason=REASON)


@pytest.mark.parametrize("role", [Role.CASE_OFFICER, Role.AUDITOR, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR])
def test_who_may_not_merge_does_not(role: Role) -> None:
    kept, double = registered().beneficiary, registered(identity=identity(100000002)).beneficiary
    with pytest.raises(NotAllowedError):
        merge(kept=kept, double=double, actor=factories.a_user(role), reason=REASON)
