"""The register of beneficiaries: looking somebody up by number, identity, mobile or a word of the name."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from forms_flow.fields.base import MASK
from forms_flow.inbox import search
from forms_flow.inbox.access import StaffView
from forms_flow.records.beneficiaries import Beneficiary, BeneficiaryKey
from forms_flow.rules import Capability
from forms_flow.vault import keyring
from home.digits import row_number
from home.text import clean_code

PAGE_SIZE = 50
_LAST_SHOWN = 4


class RegisterView(StaffView):
    """The list, newest entries first. What is looked for travels sealed: names and numbers must not reach logs."""

    capability = Capability.SEE_REGISTER

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show a page of it."""
        query = search.opened(request.GET.get("q", ""), request.user.pk)
        found = looked_for(Beneficiary.objects.visible_to(request.user).standing(), query)
        before = row_number(request.GET.get("before", ""))
        if before:
            found = found.filter(number__lt=before)
        counted = found.annotate(times=Count("applications")).order_by("-number")
        entries = list(counted[: PAGE_SIZE + 1])
        context: dict[str, Any] = {
            "rows": [*_rows(entries[:PAGE_SIZE])],
            "query": query,
            "next_url": _next(request, entries) if len(entries) > PAGE_SIZE else "",
            "header_title": _("Register of beneficiaries"),
            "breadcrumbs_items": [{"url": "", "label": _("Register of beneficiaries")}],
            "header_icon": "group",
        }
        return render(request, "forms_flow/inbox/register.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Seal what is looked for and show the list of it."""
        query = request.POST.get("q", "")[: search.LONGEST_QUERY].strip()
        address = reverse("register:list")
        sealed = urlencode({"q": search.hidden(query, request.user.pk)})
        return redirect(f"{address}?{sealed}" if query else address)


def looked_for(found: QuerySet[Beneficiary], query: str) -> QuerySet[Beneficiary]:
    """Return the entries with that number, or else those that carry a reading of every term."""
    if not query:
        return found
    number = row_number(clean_code(query))
    condition = Q()
    for term in search.terms(query):
        digests = [digest for kind, token in term for digest in keyring.digests(token, purpose=kind)]
        condition &= Q(pk__in=BeneficiaryKey.objects.filter(digest__in=digests).values("beneficiary"))
    if number is not None:
        return found.filter(Q(number=number) | condition) if condition else found.filter(number=number)
    return found.filter(condition) if condition else found.none()


def masked(entry: Beneficiary) -> str:
    """Return the last digits of the identity."""
    number = entry.sheet["identity"].get("number", "")
    return f"{MASK}{number[-_LAST_SHOWN:]}" if len(number) > _LAST_SHOWN else ""


def _rows(entries: list[Beneficiary]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield {"entry": entry, "name": entry.sheet["name"], "identity": masked(entry)}


def _next(request: HttpRequest, entries: list[Beneficiary]) -> str:
    kept = {"q": request.GET["q"]} if request.GET.get("q") else {}
    return "?" + urlencode({**kept, "before": entries[PAGE_SIZE - 1].number})
