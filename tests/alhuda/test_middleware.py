"""The language of an address."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from alhuda.middleware import UrlLanguageMiddleware

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("path", "language"),
    [("/", "ar"), ("/en/", "en"), ("/en", "en"), ("/english/", "ar"), ("/ar/", "ar"), ("*", "ar"), ("", "ar")],
)
def test_the_address_alone_decides_even_one_that_is_no_path(path: str, language: str) -> None:
    request = HttpRequest()
    request.path_info = path
    answer = UrlLanguageMiddleware(lambda _request: HttpResponse(get_language()))(request)
    assert answer.content.decode() == language
