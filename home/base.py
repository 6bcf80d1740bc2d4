"""What every page class of the site shares."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.fields import SynchronizedField

from home import made_from
from home.languages import url_parts
from home.sites import is_private
from home.text import match_words


class TreeSafeMixin:
    """First base of every page class: a revision never carries old tree columns back into the table.

    wagtail-localize publishes a translation on commit from a revision that may be older than its children; without
    this the stale `numchild` hides them (wagtail-localize issue 773).
    """

    pk: Any

    def with_content_json(self, content: Mapping[str, Any]) -> Self:
        """Return the page as the revision has it, in the place the tree has it now."""
        page: Self = super().with_content_json(content)  # type: ignore[misc]  # the next base is Page
        row = Page.objects.filter(pk=self.pk).values("path", "depth", "numchild").first() or {}
        for name, value in row.items():
            setattr(page, name, value)
        return page


def stream_text(stream: StreamValue) -> list[str]:
    """Return the plain texts of a StreamField's value, for `search_parts`."""
    return [str(text) for text in stream.stream_block.get_searchable_content(stream)]


class BasePage(TreeSafeMixin, Page):
    """A page of the site: translated by wagtail-localize, with an ASCII slug that both languages share."""

    # wagtail-localize slugifies without Unicode and would lose an Arabic slug; addresses are ASCII in both languages.
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    search_fields = [*Page.search_fields, index.SearchField("search_text")]

    promote_panels = [
        FieldPanel("slug"),
        FieldPanel("seo_title"),
        FieldPanel("search_description"),
        FieldPanel("show_in_menus", heading=_("Show in the main menu")),
    ]

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, and say that the answer is the same for everybody unless the page is for some people only."""
        made_from.note(made_from.a_page(self.translation_key))
        if not is_private(self):
            made_from.storable()
        response: HttpResponse = super().serve(request, *args, **kwargs)
        return response

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Return what restricts the page, without asking where nothing does."""
        if not is_private(self):
            return PageViewRestriction.objects.none()
        found: QuerySet[PageViewRestriction] = super().get_view_restrictions()
        return found

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:  # noqa: ARG002
        """Return where the page lies. Wagtail would ask the cache and the resolver again for every page of a list."""
        return url_parts(self.url_path) if self.url_path else None

    def live_translations(self) -> "list[Page]":
        """Return every published language of this page, itself included, Arabic first."""
        pages = Page.objects.filter(translation_key=self.translation_key, alias_of__isnull=True).live()
        return sorted(pages.select_related("locale"), key=lambda page: page.locale.language_code != "ar")

    def search_parts(self) -> Sequence[str]:
        """Return the texts by which the page is found; a page class adds its own to these."""
        return [self.title, self.search_description]

    def search_text(self) -> str:
        """Return the folded and stemmed words that the index keeps. Both sides of a search use the same folding."""
        return match_words(" ".join(filter(None, self.search_parts())))
