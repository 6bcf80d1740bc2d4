"""What belongs to a page but lives elsewhere, read in one query each and in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from django.conf import settings
from django.db.models import Q, QuerySet
from wagtail.models import Page

from home import made_from
from home.contracts import FormFacts, FormProvider, OpeningState, provider_of
from services import availability

if TYPE_CHECKING:
    from services.pages.policy import PolicyPage
    from services.pages.service import ServicePage

P = TypeVar("P", bound=Page)


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


def policies_of(page: "ServicePage") -> list["PolicyPage"]:
    """Return the published policies that govern the service: in its language, else in Arabic."""
    from services.pages.policy import PolicyPage  # noqa: PLC0415 - the two page kinds name each other

    if page.pk is None:
        return []
    links = page.governing_policies.model.objects.filter(page_id=page.pk).order_by()
    keys = links.values("policy__translation_key")
    return _published(PolicyPage.objects.filter(translation_key__in=keys), page)


def services_of(page: "PolicyPage") -> list["ServicePage"]:
    """Return the published services that the policy governs: in its language, else in Arabic (req 10)."""
    from services.pages.service import ServicePage, ServicePolicy  # noqa: PLC0415 - the two page kinds name each other

    if page.pk is None:
        return []
    links = ServicePolicy.objects.filter(policy__translation_key=page.translation_key).order_by()
    keys = links.values("page__translation_key")
    return _published(ServicePage.objects.filter(translation_key__in=keys), page)


def _published(linked: QuerySet[P], page: Page) -> list[P]:
    """Return those of the linked pages that are published, each once; the others are noted, for the day they are."""
    readable = Q(locale_id=page.locale_id) | Q(locale__language_code=settings.LANGUAGE_CODE)
    found = list(linked.filter(readable).select_related("locale").order_by("path"))
    made_from.note(*(made_from.a_page(match.translation_key) for match in found))
    return one_language((match for match in found if match.live), page.locale.language_code)


def one_language(pages: Iterable[P], language: str) -> list[P]:
    """Return each page once: in `language` where it exists, else the other one found."""
    chosen: dict[object, P] = {}
    for page in pages:
        if page.translation_key not in chosen or page.locale.language_code == language:
            chosen[page.translation_key] = page
    return list(chosen.values())
