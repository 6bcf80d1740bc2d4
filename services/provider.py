"""What the services guide tells the rest of the site."""

from collections.abc import Iterable, Mapping, Sequence

from django.conf import settings

from home import made_from
from home.contracts import ServiceFacts
from services.pages.service import ServicePage


class GuideProvider:
    """Implements home.contracts.ServiceProvider from the published pages."""

    def service(self, key: str, language: str) -> ServiceFacts | None:
        """Return the facts in `language`, else in Arabic; None when no such service is published."""
        return self.services([key], language).get(key)

    def services(self, keys: Iterable[str], language: str) -> Mapping[str, ServiceFacts]:
        """Return key -> facts in `language`, else in Arabic, of the published ones among the services; one query."""
        keys = [*keys]
        made_from.note(*map(made_from.a_service, keys))
        pages = ServicePage.objects.live().filter(key__in=keys, alias_of__isnull=True).select_related("locale")
        wanted = pages.filter(locale__language_code__in={language, settings.LANGUAGE_CODE}).order_by("path")
        found: dict[str, ServicePage] = {}
        for page in sorted(wanted, key=lambda page: page.locale.language_code != language):
            found.setdefault(page.key, page)
        return {key: page.facts() for key, page in found.items()}

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return (key, Arabic title) of every service that has a key, drafts too, so that forms can be prepared."""
        pages = ServicePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).exclude(key="")
        return list(pages.order_by("path").values_list("key", "title"))

    def titles(self, language: str) -> Mapping[str, str]:
        """Return key -> title in `language`, else in Arabic; drafts too, so that old applications keep their words."""
        pages = ServicePage.objects.filter(locale__language_code__in={language, settings.LANGUAGE_CODE}).exclude(key="")
        rows = pages.order_by("path").values_list("locale__language_code", "key", "title")
        found = sorted(rows, key=lambda row: row[0] == language)
        return {key: title for _language, key, title in found}
