"""Public views that are not pages of the tree."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from home import made_from
from home.search import LONGEST_QUERY, find_pages


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search the published pages of the address's language. Never stored: what people look for is their own affair.

    The empty page says nothing of anybody and may be kept.
    """
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    results = find_pages(query, get_language()) if query else []
    response = render(request, "pages/search.html", {"query": query, "results": results, "keep_query": True})
    if request.GET:
        response.headers["Cache-Control"] = "no-store, private"
    else:
        made_from.storable()
    return response
