"""Pages of a case besides its first one: the same door, the same record of who read it."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any, ClassVar

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import pgettext

from forms_flow.domain.reference import grouped
from forms_flow.inbox.access import StaffView
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.history import Action, Event
from forms_flow.records.staff import Person

#: Reading the same case again within this time is the same reading.
ONE_READING = timedelta(hours=1)


class SubPage(StaffView):
    """One of those pages."""

    template: ClassVar[str]
    title: ClassVar[str | Promise]
    icon: ClassVar[str] = "clipboard-list"

    def show(self, application: Application, context: dict[str, Any], *, status: int = HTTPStatus.OK) -> HttpResponse:
        """Show the page and record that the case was opened."""
        record_opening(application, self.request.user)
        crumbs = [
            {"url": reverse("inbox:list"), "label": pgettext("inbox", "Applications")},
            {"url": reverse("inbox:case", args=[application.pk]), "label": grouped(application.reference)},
            {"url": "", "label": self.title},
        ]
        whole = {
            "application": application,
            "header_title": self.title,
            "header_icon": self.icon,
            "breadcrumbs_items": crumbs,
            **context,
        }
        return render(self.request, f"forms_flow/inbox/{self.template}.html", whole, status=status)


def record_opening(application: Application, person: Person) -> None:
    """Write into the history that this person read the case, unless it says so already for this hour."""
    recent = Event.objects.filter(
        application_id=application.pk, action=Action.OPENED, at__gt=timezone.now() - ONE_READING
    )
    if not recent.filter(actor=history.actor_name(person)).exists():
        history.append(application, Action.OPENED, actor=person)
