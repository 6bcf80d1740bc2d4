"""Middleware of the whole site."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


class UrlLanguageMiddleware:
    """The address alone decides the language: Arabic at the root, others below their code.

    Django's LocaleMiddleware would also read the browser's wish and add ``Vary: Accept-Language``, which splits caches
    for a choice that is already in the address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Remember the next step and the languages that have a prefix."""
        self.get_response = get_response
        self.prefixed = {code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Activate the language of the address for this request."""
        first = request.path_info.split("/", 2)[1]
        language = first if first in self.prefixed else settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        return response
