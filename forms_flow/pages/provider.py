"""What the forms tell the rest of the site."""

from collections.abc import Mapping
from urllib.parse import urlencode

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


class PageFormProvider:
    """Implements home.contracts.FormProvider from the published form pages."""

    def form_for_service(self, key: str, language: str) -> FormFacts | None:
        """Return the form that serves the service, and where a journey for it begins; two queries, or three."""
        made_from.note(made_from.a_form_of(key))
        serving = [page for page in _pages(language) if key in page.services]
        source = next((page for page in serving if page.locale.language_code == SOURCE_LANGUAGE), None)
        if source is None:
            return None
        made_from.note(made_from.a_page(source.flow_key))
        family = (page for page in serving if page.flow_key == source.flow_key)
        own = next((page for page in family if page.locale.language_code == language), source)
        return FormFacts(
            flow_key=str(source.flow_key),
            title=own.title,
            url=journey_url(source, key, language),
            open=source.newest_version is not None and source.newest_closed is None,
            state=openings_of(source.flow_key, [key]).state(source.flow_key, key, day=today()),
        )

    def service_states(self) -> Mapping[str, OpeningState]:
        """Return service key -> state of every service that a form serves; two queries, or three."""
        made_from.note(made_from.a_kind(FormPage))
        openings, day = all_openings(), today()
        found: dict[str, OpeningState] = {}
        for page in _pages(SOURCE_LANGUAGE):
            for key in page.services:
                found.setdefault(key, openings.state(page.flow_key, key, day=day))
        return found


def journey_url(page: FormPage, service_key: str, language: str) -> str:
    """Return where a journey begins, with the service chosen already."""
    with override(language):
        return f"{reverse('wizard:new', args=[page.flow_key])}?{urlencode({'service': service_key})}"


def _pages(language: str) -> QuerySet[FormPage]:
    newest = FormVersion.objects.filter(flow_key=OuterRef("translation_key")).order_by("-number")
    return (
        FormPage.objects.live()
        .filter(alias_of__isnull=True, locale__language_code__in={language, SOURCE_LANGUAGE})
        .select_related("locale")
        .defer("steps")
        .annotate(
            newest_version=Subquery(newest.values("pk")[:1]), newest_closed=Subquery(newest.values("closed_at")[:1])
        )
        .order_by("path")
    )
