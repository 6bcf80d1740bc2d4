"""What is handed over: item by item, to whom, and what is only lent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from forms_flow.domain import leave
from forms_flow.domain.deliver import deliver
from forms_flow.domain.errors import ConflictError, IllegalMoveError, MissingInputError
from forms_flow.enums import State
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.deliveries import Delivery
from forms_flow.records.staff import Person
from forms_flow.rules import Capability
from home.dates import today

LONGEST = 400
#: From the registration on something may be handed over, and more may follow until the case is closed.
HANDED_IN = frozenset({State.REGISTERED, State.DELIVERED})


@dataclass(frozen=True, kw_only=True, repr=False)
class Handed:
    """What was handed over, when, and to whom. With `due_back` it is lent."""

    item: str
    on: date
    name: str
    quantity: int = 1
    value: Decimal | None = None
    relation: str = ""
    last_four: str = ""
    due_back: date | None = None

    @property
    def receiver(self) -> Mapping[str, str]:
        """Return what is sealed of whoever took it."""
        return {"name": self.name.strip(), "relation": self.relation.strip(), "last_four": self.last_four}


def may_hand_over(application: Application) -> bool:
    """Tell whether something may be handed over now."""
    return application.state in HANDED_IN


def hand_over(
    *, application: Application, actor: Person, row_version: int, handed: Handed, completes: bool = False
) -> Delivery:
    """Record a delivery. With `completes` it was the last one, and the move of the case is made with it.

    Raises IllegalMoveError where nothing may be handed over yet, or any more.
    """
    leave.require(application, actor, Capability.DELIVER)
    _require(handed)
    with transaction.atomic():
        row = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
        if not may_hand_over(row):
            message = "Nothing can be handed over now."
            raise IllegalMoveError(message)
        delivery = Delivery.objects.create(
            application=row,
            item=handed.item.strip()[:LONGEST],
            quantity=handed.quantity,
            value=handed.value,
            receiver=handed.receiver,
            on=handed.on,
            by_id=actor.pk,
            due_back=handed.due_back,
        )
        data = {"delivery": str(delivery.pk), "quantity": handed.quantity, "loan": handed.due_back is not None}
        history.append(row, history.Action.HANDED_OVER, actor=actor, data=data)
        if completes and row.state == State.REGISTERED:
            deliver(application=row, actor=actor, row_version=row_version)
    return delivery


def take_back(*, delivery: Delivery, actor: Person, on: date, state: str = "") -> Delivery:
    """Record that a loan came back, and in which state. Raises ConflictError when somebody has recorded it already."""
    leave.require(delivery.application, actor, Capability.DELIVER)
    if delivery.due_back is None:
        message = "It was given, not lent."
        raise IllegalMoveError(message)
    if not delivery.on <= on <= today():
        raise MissingInputError("on")
    with transaction.atomic():
        row = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
        if row.returned_on:
            raise ConflictError
        row.returned_on, row.returned_to_id, row.state_back = on, actor.pk, state.strip()[:LONGEST] or None
        row.save(update_fields=["returned_on", "returned_to", "state_back"])
        data = {"delivery": str(row.pk)}
        history.append(delivery.application, history.Action.CAME_BACK, actor=actor, data=data)
    return row


def _require(handed: Handed) -> None:
    for field in ("item", "name"):
        if not getattr(handed, field).strip():
            raise MissingInputError(field)
    if handed.on > today():
        raise MissingInputError("on")
    if handed.due_back is not None and handed.due_back < handed.on:
        raise MissingInputError("due_back")
