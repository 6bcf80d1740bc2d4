"""The filters of the list: what may be chosen, and the query set that follows from a choice."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forms_flow.enums import FINAL_STATES, Channel, State
from forms_flow.inbox import search
from forms_flow.inbox.keyset import BY_ARRIVAL, BY_DUE, Order
from forms_flow.records.applications import Application, ApplicationQuerySet
from forms_flow.records.departments import Department
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability

OPEN, EVERY = "", "all"
ME, NOBODY = "me", "nobody"


class Filters(forms.Form):
    """The form above the list. A value that is not offered is as good as none: links may be old."""

    use_required_attribute = False

    q = forms.CharField(label=_("Search"), required=False, max_length=search.LONGEST_QUERY)
    state = forms.ChoiceField(label=_("State"), required=False)
    service = forms.ChoiceField(label=_("Service"), required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)
    assignee = forms.ChoiceField(label=_("Assigned to"), required=False)
    channel = forms.ChoiceField(label=_("Channel"), required=False)
    overdue = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, data: Mapping[str, Any], *, person: Person, services: Mapping[str, str]) -> None:
        """Offer what this person can see."""
        super().__init__(data)
        self.person = person
        self.fields["state"].choices = [
            (OPEN, pgettext_lazy("applications", "Open")),
            (EVERY, pgettext_lazy("applications", "All")),
            *State.choices,
        ]
        self.fields["service"].choices = [("", pgettext_lazy("services", "All")), *services.items()]
        self.fields["department"].choices = [("", pgettext_lazy("departments", "All")), *department_choices(person)]
        self.fields["channel"].choices = [("", pgettext_lazy("channels", "All")), *Channel.choices]
        self.fields["assignee"].choices = [
            ("", pgettext_lazy("assignee", "Everybody")),
            (ME, pgettext_lazy("assignee", "Me")),
            (NOBODY, pgettext_lazy("assignee", "Nobody")),
            *((str(other.pk), name_of(other)) for other in colleagues(person)),
        ]

    @property
    def chosen(self) -> dict[str, Any]:
        """Return what was chosen, without what is not offered."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) for name in self.fields}

    @property
    def is_narrow(self) -> bool:
        """Tell whether anything but the first view was asked for."""
        return any(self.chosen.values())

    def order(self) -> Order:
        """Return the order of the list: what is due first, or, where closed ones are among it, what came last."""
        return BY_DUE if _is_queue(self.chosen) else BY_ARRIVAL

    def narrowed(self, rows: ApplicationQuerySet) -> QuerySet[Application]:
        """Return the rows that were asked for."""
        chosen = self.chosen
        if _is_queue(chosen):
            rows = rows.filter(is_open=True)
        if chosen["state"] in State.values:
            rows = rows.filter(state=chosen["state"])
        rows = rows.filter(**{column: chosen[name] for name, column in _COLUMNS.items() if chosen[name]})
        rows = _assigned(rows, chosen["assignee"], self.person)
        return _found(rows.overdue() if chosen["overdue"] else rows, chosen["q"])


_COLUMNS = {"service": "service_key", "department": "department_id", "channel": "channel"}


def department_choices(person: Person) -> list[tuple[str, str]]:
    """Return the departments whose cases the person sees."""
    departments = Department.objects.all()
    if not can(person, Capability.SEE_ALL):
        departments = departments.filter(memberships__user=person.pk)
    return [(str(item.pk), item.name) for item in departments]


def colleagues(person: Person) -> QuerySet[AbstractUser]:
    """Return the other people of the departments whose cases the person sees."""
    people = get_user_model().objects.filter(is_active=True, memberships__isnull=False).exclude(pk=person.pk)
    if not can(person, Capability.SEE_ALL):
        people = people.filter(memberships__department__memberships__user=person.pk)
    return people.order_by("first_name", "last_name", "username").distinct()


def name_of(person: AbstractUser) -> str:
    """Return how a person of the staff is called."""
    return person.get_full_name() or person.get_username()


def _is_queue(chosen: Mapping[str, Any]) -> bool:
    """Tell whether only open applications were asked for; a search looks among all unless it says otherwise."""
    if chosen["state"] == EVERY or (chosen["q"] and not chosen["state"] and not chosen["overdue"]):
        return False
    return chosen["state"] not in FINAL_STATES


def _assigned(rows: ApplicationQuerySet, choice: str, person: Person) -> ApplicationQuerySet:
    if choice == NOBODY:
        return rows.filter(assignee=None)
    return rows.filter(assignee=person.pk if choice == ME else choice) if choice else rows


def _found(rows: QuerySet[Application], query: str) -> QuerySet[Application]:
    if not query:
        return rows
    terms = search.terms(query)
    return rows.filter(search.matching(terms)) if terms else rows.none()
