"""The list of applications."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from forms_flow.inbox import keyset
from forms_flow.inbox.access import StaffView
from forms_flow.inbox.filters import Filters
from forms_flow.inbox.keyset import Cursor
from forms_flow.inbox.rows import rows_of, with_unread
from forms_flow.inbox.search import hidden, opened
from forms_flow.records.applications import Application
from home.contracts import ServiceProvider, provider_of

#: Counting stops here: beyond it the exact number helps nobody and costs a scan.
MOST_COUNTED = 1000
#: The name of the sealed search in the address.
SEALED = "find"


class ListView(StaffView):
    """The applications this person may see; at first the open ones, what is due first on top.

    The form is posted and answered by an address in which the search is sealed: a name or a number in an address would
    end up in logs and histories.
    """

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show one page of the list."""
        language = get_language()
        services = provider_of(ServiceProvider).titles(language)
        filters = self._filters(
            {**request.GET.dict(), "q": opened(request.GET.get(SEALED, ""), request.user.pk)}, services
        )
        rows = filters.narrowed(Application.objects.visible_to(request.user))
        page = self._page(rows, filters)
        context = {
            "filters": filters,
            "rows": rows_of(page.rows, services, language),
            "count": count_words(rows),
            "previous_url": self._link("before", page.before),
            "next_url": self._link("after", page.after),
            "header_title": pgettext("inbox", "Applications"),
            "header_icon": "clipboard-list",
            "breadcrumbs_items": [{"url": "", "label": pgettext("inbox", "Applications")}],
            "list_url": reverse("inbox:list"),
        }
        return render(request, "forms_flow/inbox/list.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Lead to the list that was asked for."""
        services = provider_of(ServiceProvider).titles(get_language())
        chosen = self._filters(request.POST, services).chosen
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in chosen.items() if value and name != "q"})
        if chosen["q"]:
            query[SEALED] = hidden(chosen["q"], request.user.pk)
        return HttpResponseRedirect(f"{reverse('inbox:list')}?{query.urlencode()}", status=HTTPStatus.SEE_OTHER)

    def _filters(self, data: Mapping[str, Any], services: Mapping[str, str]) -> Filters:
        return Filters(data, person=self.request.user, services=services)

    def _page(self, rows: QuerySet[Application], filters: Filters) -> keyset.Page:
        given = self.request.GET
        return keyset.page(
            with_unread(rows.select_related("assignee")),
            order=filters.order(),
            after=Cursor.read(given.get("after", "")),
            before=Cursor.read(given.get("before", "")),
        )

    def _link(self, name: str, cursor: Cursor | None) -> str:
        if cursor is None:
            return ""
        query = self.request.GET.copy()
        for other in ("after", "before"):
            query.pop(other, None)
        query[name] = str(cursor)
        return f"?{query.urlencode()}"


def counted(rows: QuerySet[Application], most: int) -> int:
    """Return how many rows there are, or one more than `most`; the database counts no further than that."""
    return rows.order_by()[: most + 1].count()


def count_words(rows: QuerySet[Application]) -> str:
    """Return the number of applications found, in words."""
    count = counted(rows, MOST_COUNTED)
    values: Mapping[str, Any] = {"count": min(count, MOST_COUNTED)}
    if count > MOST_COUNTED:
        return _("More than %(count)d applications") % values
    return ngettext("%(count)d application", "%(count)d applications", count) % values
