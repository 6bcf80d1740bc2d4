"""Entering an application for somebody: what came in person, by telephone, social media or letter, or in the field."""

from http import HTTPStatus
from typing import ClassVar, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override, pgettext

from forms_flow.definition import say
from forms_flow.fields.forms import StepForm
from forms_flow.inbox.access import StaffView
from forms_flow.inbox.entry_form import Offer, entry_form, entry_of, offers
from forms_flow.records.drafts import Draft
from forms_flow.records.versions import flow_of
from forms_flow.rules import Capability
from forms_flow.wizard.start import begin

#: The unfinished entries that the page lists.
MOST_SHOWN = 20


class Unfinished(NamedTuple):
    """An entry that its author can go on with; nothing of its answers."""

    url: str
    title: str
    draft: Draft


class EnterView(StaffView):
    """Asks what has to be known beforehand and leads into the applicant's own journey."""

    capability: ClassVar[Capability] = Capability.ENTER

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the form, and what the same person has begun and not sent."""
        offered = offers(get_language())
        return self._page(offered, entry_form(offered, request.user, get_language()))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Begin the draft, which only this person opens, and lead to its first step in the applicant's language."""
        offered = offers(get_language())
        form = entry_form(offered, request.user, get_language(), request.POST)
        entry = entry_of(form, offered)
        if entry is None:
            return self._page(offered, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        return begin(
            entry.version,
            entry.language,
            entry.service,
            channel=entry.channel,
            entered_by=request.user,
            received_at=entry.received_at,
            letter=entry.letter,
        )

    def _page(self, offered: list[Offer], form: StepForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
        title = pgettext("inbox", "Enter an application")
        context = {
            "form": form if offered else None,
            "errors": form.summary_of_errors if form.is_bound else [],
            "unfinished": [*self._unfinished()],
            "header_title": title,
            "header_icon": "edit",
            "breadcrumbs_items": [{"url": "", "label": title}],
        }
        return render(self.request, "forms_flow/inbox/enter.html", context, status=status)

    def _unfinished(self) -> list[Unfinished]:
        mine = Draft.objects.alive().filter(entered_by=self.request.user.pk, is_trial=False, submitted_at=None)
        return [_unfinished(draft) for draft in mine.order_by("-saved_at")[:MOST_SHOWN]]


def _unfinished(draft: Draft) -> Unfinished:
    title = say(flow_of(draft.version_id).title, get_language())
    with override(draft.language):
        return Unfinished(reverse("wizard:check", args=[draft.pk]), title, draft)
