"""What the policy puts at the officer's hand: the service page, the clauses that govern it, the bylaws."""

from collections.abc import Sequence
from typing import TypeVar

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page

from home import epoch
from home.contracts import LinkFacts, ToolFacts
from services.pages.policy import PolicyPage
from services.pages.service import ServicePage

P = TypeVar("P", bound=Page)


class GuideTools:
    """Implements home.contracts.ToolProvider from the published pages."""

    def tools(self, key: str, language: str) -> ToolFacts:
        """Return them; looked up once until something is published."""
        return epoch.kept_until_a_change(("tools", key, language), lambda: _tools(key, language))


def _tools(key: str, language: str) -> ToolFacts:
    pages = ServicePage.objects.live().filter(key=key, alias_of__isnull=True) if key else ServicePage.objects.none()
    found = list(pages.select_related("locale"))
    governing = PolicyPage.objects.filter(governed_services__page__in=[page.pk for page in found])
    return ToolFacts(
        service=next((_link(page) for page in _in_one_language(found, language)), None),
        policies=[_with_parts(page) for page in _published(Q(pk__in=governing.values("pk")), language)],
        bylaws=[_with_parts(page) for page in _published(Q(is_bylaws=True), language)],
    )


def _published(wanted: Q, language: str) -> list[PolicyPage]:
    keys = PolicyPage.objects.filter(wanted).values("translation_key")
    pages = PolicyPage.objects.live().filter(translation_key__in=keys, alias_of__isnull=True)
    return _in_one_language(list(pages.select_related("locale").order_by("path")), language)


def _in_one_language(pages: Sequence[P], language: str) -> list[P]:
    """Return each page once: in the language, else in Arabic."""
    chosen: dict[object, P] = {}
    for page in pages:
        code = page.locale.language_code
        if code == language or (code == settings.LANGUAGE_CODE and page.translation_key not in chosen):
            chosen[page.translation_key] = page
    return list(chosen.values())


def _link(page: Page, parts: Sequence[LinkFacts] = ()) -> LinkFacts:
    return LinkFacts(title=page.title, url=page.get_url() or "", parts=parts)


def _with_parts(page: PolicyPage) -> LinkFacts:
    link = _link(page)
    sections = (section for section in page.outline if section.title)
    parts = [LinkFacts(title=section.title, url=f"{link.url}#{section.anchor}") for section in sections]
    return _link(page, parts)
