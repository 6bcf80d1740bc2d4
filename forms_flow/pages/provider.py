"""What the forms tell the rest of the site."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import override

from forms_flow.definition import SOURCE_LANGUAGE
from forms_flow.pages.models import FormPage
from forms_flow.records.openings import all_openings, openings_of
from forms_flow.records.versions import FormVersion
from home import made_from
from home.contracts import FormFacts, OpeningState
from home.dates import today
from home.prepared import Prepared


class PageFormProvider:
    """Implements home.contracts.FormProvider from the published form pages."""

    def form_for_service(self, key: str, language: str) -> FormFacts | None:
        """Return the form that serves the service, and where a journey for it begins; one query, or two."""
        made_from.note(made_from.a_form_of(key))
        serving = [form for form in _published() if key in form.services]
        source = next((form for form in serving if form.language == SOURCE_LANGUAGE), None)
        if source is None:
            return None
        made_from.note(made_from.a_page(source.flow_key))
        family = (form for form in serving if form.flow_key == source.flow_key)
        own = next((form for form in family if form.language == language), source)
        return FormFacts(
            flow_key=str(source.flow_key),
            title=own.title,
            url=journey_url(source.flow_key, key, language),
            open=source.newest_version is not None and source.newest_closed is None,
            state=openings_of(source.flow_key, [key]).state(source.flow_key, key, day=today()),
        )

    def service_states(self) -> Mapping[str, OpeningState]:
        """Return service key -> state of every service that a form serves; one query, or two."""
        made_from.note(made_from.a_kind(FormPage))
        openings, day = all_openings(), today()
        found: dict[str, OpeningState] = {}
        for form in _published():
            if form.language == SOURCE_LANGUAGE:
                for key in form.services:
                    found.setdefault(key, openings.state(form.flow_key, key, day=day))
        return found


def journey_url(flow_key: UUID, service_key: str, language: str) -> str:
    """Return where a journey begins, with the service chosen already."""
    with override(language):
        return f"{reverse('wizard:new', args=[flow_key])}?{urlencode({'service': service_key})}"


class _Published(NamedTuple):
    """A published form page of one language."""

    flow_key: UUID
    services: Sequence[str]
    title: str
    language: str
    newest_version: UUID | None
    newest_closed: datetime | None


def _published() -> list[_Published]:
    return [_Published(*row) for row in _FORMS.rows()]


def _forms() -> "QuerySet[FormPage, Any]":
    newest = FormVersion.objects.filter(flow_key=OuterRef("translation_key")).order_by("-number")
    pages = FormPage.objects.live().filter(alias_of__isnull=True).order_by("path")
    return pages.values_list(
        "translation_key",
        "services",
        "title",
        "locale__language_code",
        Subquery(newest.values("pk")[:1]),
        Subquery(newest.values("closed_at")[:1]),
    )


_FORMS: Prepared[FormPage] = Prepared(_forms)
