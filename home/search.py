"""Finding pages by what people type."""

from functools import reduce
from operator import and_, or_

from modelsearch.query import PlainText, SearchQuery
from wagtail.models import Locale, Page

from home.text import query_terms

LONGEST_QUERY = 100
MOST_WORDS = 8
MOST_RESULTS = 30


def find_pages(text: str, language: str) -> list[Page]:
    """Return the published pages of a language in which every word of `text` is found in some form."""
    terms = list(query_terms(text[:LONGEST_QUERY]))[:MOST_WORDS]
    if not terms:
        return []
    pages = Page.objects.live().public().filter(locale__in=Locale.objects.filter(language_code=language))
    results = pages.search(_query(terms))[:MOST_RESULTS]
    found = Page.objects.filter(pk__in=[page.pk for page in results]).select_related("locale").in_bulk()
    return [found[page.pk] for page in results]


def _query(terms: list[tuple[str, str]]) -> SearchQuery:
    words = [reduce(or_, [PlainText(form) for form in dict.fromkeys(term)]) for term in terms]
    return reduce(and_, words)
