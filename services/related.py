"""What belongs to a page but lives elsewhere, read in one query each and in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Page

from home import made_from
from home.contracts import FormFacts, FormProvider, OpeningState, provider_of
from home.languages import url_parts
from home.prepared import Prepared
from services import availability
from services.enums import PolicyStatus

if TYPE_CHECKING:
    from services.pages.policy import PolicyPage
    from services.pages.service import ServicePage

APPROVED = PolicyStatus.APPROVED


def form_of(page: "ServicePage") -> FormFacts | None:
    """Return the form by which the service is asked for, if there is one; it may be closed, or full, today."""
    try:
        provider = provider_of(FormProvider)
    except LookupError:
        return None
    form = provider.form_for_service(page.key, page.locale.language_code)
    return form if form and form.open else None


def states_of_forms() -> Mapping[str, OpeningState]:
    """Return service key -> whether its form takes applications today."""
    try:
        return provider_of(FormProvider).service_states()
    except LookupError:
        return {}


def state_of(page: "ServicePage", form: OpeningState | None) -> OpeningState:
    """Return how the service stands today: what its page says, and then what its form counts."""
    own = availability.current(page)
    return replace(form, note=page.state_note) if own.is_open and form else own


@dataclass(frozen=True, kw_only=True)
class LinkedPage:
    """A published page that another one names."""

    title: str
    url: str
    language: str


def policies_of(page: "ServicePage") -> list[LinkedPage]:
    """Return the published policies that govern the service: in its language, else in Arabic."""
    return _published(_POLICIES, page) if page.pk else []


def services_of(page: "PolicyPage") -> list[LinkedPage]:
    """Return the published services that the policy governs: in its language, else in Arabic (req 10)."""
    return _published(_SERVICES, page) if page.pk else []


def successor_of(page: "PolicyPage") -> LinkedPage | None:
    """Return the approved policy that replaced this one, in this language or else in Arabic."""
    return next(iter(_published(_SUCCESSORS, page)), None) if page.pk else None


def _published(query: Prepared[Page], page: Page) -> list[LinkedPage]:
    """Return the linked pages that are published, each in one language, and note the others for the day they are."""
    own, chosen = page.locale.language_code, dict[UUID, LinkedPage]()
    for key, live, title, url_path, language in query.rows(page.pk):
        made_from.note(made_from.a_page(key))
        url = url_parts(url_path) if live and language in {own, settings.LANGUAGE_CODE} else None
        if url and (key not in chosen or language == own):
            chosen[key] = LinkedPage(title=title, url=url[2], language=language)
    return list(chosen.values())


def _policies(pk: int) -> "QuerySet[Page, Any]":
    return _listed(Page.objects.filter(policypage__governed_services__page=pk), by_key=True)


def _services(pk: int) -> "QuerySet[Page, Any]":
    policies = Page.objects.filter(translation_key__in=Page.objects.filter(pk=pk).values("translation_key"))
    return _listed(Page.objects.filter(servicepage__governing_policies__policy__in=policies.values("pk")), by_key=True)


def _successors(pk: int) -> "QuerySet[Page, Any]":
    replaced = Page.objects.filter(translation_key__in=Page.objects.filter(pk=pk).values("translation_key"))
    found = Page.objects.filter(policypage__supersedes__in=replaced.values("pk"), policypage__status=APPROVED)
    return _listed(found, by_key=False)


def _listed(pages: "QuerySet[Page, Any]", *, by_key: bool) -> "QuerySet[Page, Any]":
    """Return what a link needs, of the pages or of all their languages."""
    found = Page.objects.filter(translation_key__in=pages.values("translation_key")) if by_key else pages
    return found.order_by("path").values_list("translation_key", "live", "title", "url_path", "locale__language_code")


_POLICIES: Prepared[Page] = Prepared(_policies)
_SERVICES: Prepared[Page] = Prepared(_services)
_SUCCESSORS: Prepared[Page] = Prepared(_successors)
