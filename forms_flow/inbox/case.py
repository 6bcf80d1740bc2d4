"""The page of one case."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, pgettext

from forms_flow.domain.message import FROM_APPLICANT, mark_read
from forms_flow.domain.reference import grouped
from forms_flow.inbox.access import StaffView
from forms_flow.inbox.case_page import CasePage
from forms_flow.inbox.duplicates import duplicates
from forms_flow.inbox.move_forms import MoveForm
from forms_flow.inbox.work import CaseWork
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.history import Action, Event
from forms_flow.records.staff import Person

#: Reading the same case again within this time is the same reading.
ONE_READING = timedelta(hours=1)


class CaseView(StaffView):
    """Everything about one application, what is to be decided next on top."""

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Show the case and record that it was opened, once per person and hour: a record, and no change of state."""
        return show_case(request, self.case(pk))


def show_case(  # noqa: PLR0913 - the ways in which a post may end here
    request: HttpRequest,
    application: Application,
    *,
    form: MoveForm | None = None,
    conflict: bool = False,
    revealed: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """Show the case, after a post with what it brought: a form to be mended, a conflict, an answer to be seen."""
    page = CasePage(application, request.user, get_language(), form=form, revealed=revealed)
    _record_opening(application, request.user, page.events)
    reference = grouped(application.reference)
    context: dict[str, Any] = {
        "case": page,
        "application": application,
        "work": CaseWork(application, request.user, get_language()),
        "duplicates": duplicates(application, request.user),
        "conflict": conflict,
        "header_title": reference,
        "header_icon": "clipboard-list",
        "breadcrumbs_items": [
            {"url": reverse("inbox:list"), "label": pgettext("inbox", "Applications")},
            {"url": "", "label": reference},
        ],
    }
    response = render(request, "forms_flow/inbox/case.html", context, status=status)
    if page.may_write:
        mark_read(page.messages, *FROM_APPLICANT)
    return response


def _record_opening(application: Application, person: Person, events: list[Event]) -> None:
    recent = timezone.now() - ONE_READING
    mine = history.actor_name(person)
    if not any(event.action == Action.OPENED and event.actor == mine and event.at > recent for event in events):
        history.append(application, Action.OPENED, actor=person)
