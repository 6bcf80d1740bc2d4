"""One entry of the register: who it is, what was asked for and delivered, and doubles to be merged."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from forms_flow.domain.merge import LONGEST, doubles_of, merge
from forms_flow.domain.reference import grouped
from forms_flow.fields.documents import DOCUMENTS
from forms_flow.inbox.access import StaffView
from forms_flow.inbox.register_list import masked
from forms_flow.inbox.work_forms import WorkForm, words
from forms_flow.records.applications import Application
from forms_flow.records.beneficiaries import Beneficiary
from forms_flow.records.deliveries import Delivery
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability
from home.contracts import ServiceProvider, provider_of
from home.digits import row_number
from home.text import clean_code

MOST = 100


class EntryView(StaffView):
    """The page of a beneficiary."""

    capability = Capability.SEE_REGISTER

    def get(self, request: HttpRequest, entry: UUID) -> HttpResponse:
        """Show it; of applications and deliveries only those that this person may open as cases."""
        found = self.entry(entry)
        may_merge = can(request.user, Capability.MERGE) and found.merged_into_id is None
        known = facts(found, request.user)
        context = {
            **known,
            "view_facts": known,
            "may_merge": may_merge,
            "doubles": [facts(item) for item in doubles_of(found)] if may_merge else [],
            "merged": found.doubles.select_related("merged_by").order_by("merged_at"),
        }
        return self.page(request, "register_entry", context, str(found))

    def entry(self, key: UUID) -> Beneficiary:
        """Return the entry. Raises Http404 for whom may not see the register."""
        found = Beneficiary.objects.visible_to(self.request.user).select_related("merged_into").filter(pk=key).first()
        if found is None:
            raise Http404
        return found

    def page(
        self, request: HttpRequest, name: str, context: dict[str, Any], title: str, status: int = HTTPStatus.OK
    ) -> HttpResponse:
        """Render a page of the register."""
        crumbs = [
            {"url": reverse("register:list"), "label": _("Register of beneficiaries")},
            {"url": "", "label": title},
        ]
        shell = {"header_title": title, "header_icon": "user", "breadcrumbs_items": crumbs}
        return render(request, f"forms_flow/inbox/{name}.html", {**shell, **context}, status=status)


class MergeForm(WorkForm):
    """Why two entries are the same person."""

    reason = words(
        gettext_lazy("How you know that they are the same person"),
        gettext_lazy("Write how you know it"),
        longest=LONGEST,
    )


class MergeView(EntryView):
    """Shows two entries beside each other, and makes the second one part of the first."""

    capability = Capability.MERGE

    def get(self, request: HttpRequest, entry: UUID) -> HttpResponse:
        """Show both and ask why."""
        kept, double = self._both(entry, request.GET.get("with", ""))
        if double is None:
            messages.warning(request, _("There is no other entry with that number"))
            return redirect("register:entry", entry)
        return self._show(kept, double, MergeForm(name="merge"))

    def post(self, request: HttpRequest, entry: UUID) -> HttpResponse:
        """Merge them, or show both again with what is missing."""
        kept, double = self._both(entry, request.POST.get("with", ""))
        if double is None:
            raise Http404
        form = MergeForm(request.POST, name="merge")
        if not form.taken(lambda **given: merge(kept=kept, double=double, actor=request.user, **given)):
            return self._show(kept, double, form, HTTPStatus.UNPROCESSABLE_ENTITY)
        messages.success(request, _("Merged into %(number)s") % {"number": kept})
        return redirect("register:entry", kept.pk)

    def _both(self, entry: UUID, number: str) -> tuple[Beneficiary, Beneficiary | None]:
        kept = self.entry(entry)
        wanted = row_number(clean_code(number))
        others = Beneficiary.objects.visible_to(self.request.user).standing().exclude(pk=kept.pk)
        double = others.filter(number=wanted).first() if wanted is not None else None
        return kept, None if kept.merged_into_id else double

    def _show(
        self, kept: Beneficiary, double: Beneficiary, form: MergeForm, status: int = HTTPStatus.OK
    ) -> HttpResponse:
        person = self.request.user
        context = {"kept": facts(kept, person), "double": facts(double, person), "form": form}
        return self.page(self.request, "register_merge", context, _("Merge two entries"), status)


def facts(entry: Beneficiary, person: Person | None = None) -> dict[str, Any]:
    """Return what the pages show of an entry; with `person` also the cases that this person may open."""
    kind = DOCUMENTS.get(entry.sheet["identity"].get("kind", ""))
    known: dict[str, Any] = {
        "entry": entry,
        "name": entry.sheet["name"],
        "identity": masked(entry),
        "document": kind.label if kind else "",
    }
    return {**known, **_cases(entry, person)} if person else known


def _cases(entry: Beneficiary, person: Person) -> dict[str, Any]:
    titles = provider_of(ServiceProvider).titles(get_language())
    mine = Application.objects.visible_to(person).filter(beneficiary=entry)
    seen = list(mine.order_by("-received_at")[:MOST])
    cases = [
        {"application": item, "reference": grouped(item.reference), "service": titles.get(item.service_key, "")}
        for item in seen
    ]
    deliveries = Delivery.objects.filter(application__in=[item.pk for item in seen]).order_by("-on")
    hidden = Application.objects.filter(beneficiary=entry).count() - len(seen)
    return {"cases": cases, "deliveries": deliveries, "hidden": hidden}
