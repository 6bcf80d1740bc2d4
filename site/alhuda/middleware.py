"""Middleware of the whole site."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from home.languages import split_prefix


class UrlLanguageMiddleware:
    """The address alone decides the language: Arabic at the root, others below their code.

    Django's LocaleMiddleware would also read the browser's wish and add ``Vary: Accept-Language``, which splits caches
    for a choice that is already in the address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Remember the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Activate the language of the address for this request."""
        language = split_prefix(request.path_info)[0]
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        return response
