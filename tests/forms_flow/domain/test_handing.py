"""Deliveries and loans (practice 19)."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser

from forms_flow.domain.errors import ConflictError, IllegalMoveError, MissingInputError, NotAllowedError
from forms_flow.domain.handing import Handed, hand_over, take_back
from forms_flow.domain.register import register
from forms_flow.enums import Outcome, Role, State
from forms_flow.records.applications import Application
from forms_flow.records.deliveries import Delivery
from forms_flow.records.history import Action, Event
from home.dates import today
from tests.forms_flow import factories
from tests.forms_flow.deciding import decided

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
SON = "سالم بن أحمد"


@pytest.fixture
def officer() -> AbstractUser:
    return factories.a_user(Role.CASE_OFFICER, factories.a_department("studies"))


@pytest.fixture
def application(officer: AbstractUser) -> Application:
    row = decided(factories.an_application(), Outcome.APPROVED)
    return register(application=row, actor=officer, row_version=row.row_version)


def hand(application: Application, actor: AbstractUser, *, completes: bool = False, **given: Any) -> Delivery:
    handed = Handed(**{"item": "كرسي متحرك", "on": today(), "name": SON, **given})
    row = Application.objects.get(pk=application.pk)
    return hand_over(application=row, actor=actor, row_version=row.row_version, handed=handed, completes=completes)


def test_several_deliveries_belong_to_one_application(application: Application, officer: AbstractUser) -> None:
    hand(application, officer, quantity=2, value=Decimal("150.50"), relation="ابن", last_four="4821")
    hand(application, officer, completes=True)
    first, second = application.deliveries.order_by("at")
    assert (first.quantity, first.value, second.quantity) == (2, Decimal("150.50"), 1)
    assert first.receiver == {"name": SON, "relation": "ابن", "last_four": "4821"}
    application.refresh_from_db()
    assert (application.state, Event.objects.filter(action=Action.HANDED_OVER).count()) == (State.DELIVERED, 2)
    assert SON not in str([event.data for event in Event.objects.all()])


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"item": " "}, "item"),
        ({"name": ""}, "name"),
        ({"on": today() + timedelta(days=1)}, "on"),
        ({"due_back": today() - timedelta(days=1)}, "due_back"),
    ],
)
def test_a_delivery_says_what_when_and_to_whom(
    application: Application, officer: AbstractUser, given: dict[str, Any], field: str
) -> None:
    with pytest.raises(MissingInputError) as caught:
        hand(application, officer, **given)
    assert (caught.value.field, Delivery.objects.count()) == (field, 0)


def test_nothing_is_handed_over_before_the_registration(officer: AbstractUser) -> None:
    row = decided(factories.an_application(), Outcome.APPROVED)
    with pytest.raises(IllegalMoveError):
        hand(row, officer)


def test_an_old_page_completes_nothing(application: Application, officer: AbstractUser) -> None:
    handed = Handed(item="كرسي", on=today(), name=SON)
    with pytest.raises(ConflictError):
        hand_over(application=application, actor=officer, row_version=1, handed=handed, completes=True)
    assert Delivery.objects.count() == 0


def test_a_loan_comes_back_once(application: Application, officer: AbstractUser) -> None:
    loan = hand(application, officer, due_back=today() + timedelta(days=30))
    row = take_back(delivery=loan, actor=officer, on=today(), state="سليم")
    assert (row.returned_on, row.returned_to_id, row.state_back) == (today(), officer.pk, "سليم")
    with pytest.raises(ConflictError):
        take_back(delivery=loan, actor=officer, on=today())


def test_what_was_given_does_not_come_back(application: Application, officer: AbstractUser) -> None:
    with pytest.raises(IllegalMoveError):
        take_back(delivery=hand(application, officer), actor=officer, on=today())


@pytest.mark.parametrize("days", [-1, 1])
def test_a_loan_comes_back_neither_before_it_left_nor_tomorrow(
    application: Application, officer: AbstractUser, days: int
) -> None:
    loan = hand(application, officer, due_back=today())
    with pytest.raises(MissingInputError):
        take_back(delivery=loan, actor=officer, on=today() + timedelta(days=days))


def test_only_who_delivers_does(application: Application, officer: AbstractUser) -> None:
    loan = hand(application, officer, due_back=today())
    for person in (
        factories.a_user(Role.APPROVER, application.department),
        factories.a_user(Role.CASE_OFFICER, factories.a_department("elsewhere")),
        factories.a_user(Role.AUDITOR),
    ):
        with pytest.raises(NotAllowedError):
            hand(application, person)
        with pytest.raises(NotAllowedError):
            take_back(delivery=loan, actor=person, on=today())
