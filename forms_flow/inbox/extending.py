"""More time for an answer."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from forms_flow.domain.extend import MOST_DAYS, extend, may_extend
from forms_flow.inbox.access import require
from forms_flow.inbox.sub_page import SubPage
from forms_flow.inbox.work_forms import WorkForm, words
from forms_flow.records.applications import Application
from forms_flow.records.staff import can
from forms_flow.rules import Capability

_DAYS = gettext_lazy("Write a number of working days from 1 to %(most)d")


class ExtendForm(WorkForm):
    """How long, and why."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)
    days = forms.IntegerField(
        label=gettext_lazy("Working days more"),
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
    )
    reason = words(
        gettext_lazy("Reason"), gettext_lazy("Write the reason"), gettext_lazy("The applicant does not read this.")
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        """Remember which case the officer was looking at."""
        super().__init__(*args, name="extend", initial={"row_version": application.row_version}, **kwargs)
        wanted = str(_DAYS) % {"most": MOST_DAYS}
        names = ("required", "invalid", "min_value", "max_value")
        self.fields["days"].error_messages |= dict.fromkeys(names, wanted)
        for validator in self.fields["days"].validators:
            validator.message = wanted


class ExtendView(SubPage):
    """Shows the extensions of a case, and takes another one while its time runs."""

    template = "extend"
    title = pgettext_lazy("inbox", "Promised time")
    icon = "history"

    def get(self, _request: HttpRequest, pk: UUID) -> HttpResponse:
        """Show them."""
        return self._page(self.case(pk))

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Extend and tell the applicant, or show the page again with the form as it was filled in."""
        application = self.case(pk)
        require(request.user, Capability.EXTEND)
        form = ExtendForm(request.POST, application=application)
        if form.is_valid() and not may_extend(application):
            raise Http404
        if not form.taken(lambda **given: extend(application=application, actor=request.user, **given)):
            return self._page(application, form)
        messages.success(request, _("Extended. The applicant is told the new day."))
        return redirect("inbox:case", pk)

    def _page(self, application: Application, failed: ExtendForm | None = None) -> HttpResponse:
        open_now = may_extend(application) and can(self.request.user, Capability.EXTEND)
        context = {
            "extensions": application.extensions.select_related("by").order_by("-at"),
            "form": (failed or ExtendForm(application=application)) if open_now else None,
        }
        return self.show(application, context, status=HTTPStatus.UNPROCESSABLE_ENTITY if failed else HTTPStatus.OK)
