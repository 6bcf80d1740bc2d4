"""What this person is reminded of: cases whose promised time is about to end, and those whose time is over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from forms_flow.domain.alerts import put_away, unseen
from forms_flow.domain.reference import grouped
from forms_flow.inbox.access import StaffView
from forms_flow.inbox.time_left import time_left

#: More than one page shows is sent by nobody.
_MOST = 200


class AlertsView(StaffView):
    """The list; what was seen is put away."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        rows = [
            {"alert": item, "reference": grouped(item.application.reference), "left": time_left(item.application)}
            for item in unseen(request.user)
        ]
        context = {
            "rows": rows,
            "header_title": _("Reminders"),
            "breadcrumbs_items": [{"url": "", "label": _("Reminders")}],
            "header_icon": "warning",
        }
        return render(request, "forms_flow/inbox/alerts.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Put the ticked ones away."""
        if put_away(request.user, _keys(request)):
            messages.success(request, _("Put away"))
        return redirect("inbox:alerts")


def _keys(request: HttpRequest) -> list[str]:
    return [key for key in request.POST.getlist("alert")[:_MOST] if _is_key(key)]


def _is_key(text: str) -> bool:
    return len(text) == 36 and all(char in "0123456789abcdef-" for char in text)  # noqa: PLR2004 - a UUID as written
