"""What was lent and has not come back, of the cases that the person may see: what is overdue first."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from forms_flow.domain.reference import grouped
from forms_flow.inbox.access import StaffView
from forms_flow.records.applications import Application
from forms_flow.records.deliveries import Delivery
from forms_flow.records.staff import Person
from home.dates import today

MOST = 300


def loans_out(person: Person) -> Iterable[Delivery]:
    """Return them with their cases; one query."""
    seen = Exists(Application.objects.visible_to(person).filter(pk=OuterRef("application")))
    out = Delivery.objects.filter(seen, due_back__isnull=False, returned_on=None)
    return out.select_related("application").order_by("due_back", "id")[:MOST]


class LoansView(StaffView):
    """The list."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        rows = [
            {"delivery": item, "reference": grouped(item.application.reference), "late": (today() - item.due_back).days}
            for item in loans_out(request.user)
        ]
        context: dict[str, Any] = {
            "rows": rows,
            "overdue": sum(row["late"] > 0 for row in rows),
            "header_title": _("Loans"),
            "breadcrumbs_items": [{"url": "", "label": _("Loans")}],
            "header_icon": "history",
        }
        return render(request, "forms_flow/inbox/loans.html", context)
