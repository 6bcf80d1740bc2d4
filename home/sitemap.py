"""The sitemap: every public page once per language, each naming its translations."""

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from wagtail.models import Page, Site

from home.languages import page_path
from home.templatetags.ui import absolute


class PageSitemap(Sitemap):
    """Live public pages below the home pages of the default site."""

    limit = 5000

    def items(self) -> list[Page]:
        """Return the pages, in tree order."""
        site = Site.objects.select_related("root_page").get(is_default_site=True)
        homes = Page.objects.filter(translation_key=site.root_page.translation_key)
        paths = tuple(home.path for home in homes)
        pages = Page.objects.live().public().filter(alias_of__isnull=True).select_related("locale").order_by("path")
        return [page for page in pages if page.path.startswith(paths)]

    def get_urls(self, page: int | str = 1, **_: Any) -> list[dict[str, Any]]:
        """Return what Django's sitemap template wants; addresses begin with the site's own origin."""
        items = self.paginator.page(page).object_list
        versions: dict[Any, dict[str, str]] = defaultdict(dict)
        for item in items:
            if path := page_path(item):
                versions[item.translation_key][item.locale.language_code] = absolute(path)
        return [self._entry(item, versions[item.translation_key]) for item in items if page_path(item)]

    def _entry(self, page: Page, urls: dict[str, str]) -> dict[str, Any]:
        pairs = [*urls.items(), ("x-default", urls.get(settings.LANGUAGE_CODE))]
        return {
            "item": page,
            "location": urls[page.locale.language_code],
            "lastmod": page.last_published_at,
            "alternates": [{"lang_code": code, "location": url} for code, url in pairs if url and len(urls) > 1],
        }
