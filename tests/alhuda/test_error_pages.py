"""Error pages: branded, in the language of the address, with a way to a person."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest
from django.test import Client, RequestFactory

from alhuda import views
from home.models import SiteSettings

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

SAFE = {
    "ar": "إجاباتك المحفوظة وطلباتك المرسلة في أمان.",
    "en": "Answers you have saved and applications you have sent are safe.",
}


def asked(path: str) -> HttpRequest:
    """Return a request for an address, as a handler gets it."""
    return RequestFactory().get(path)


@pytest.mark.parametrize(("path", "language"), [("/nothing/", "ar"), ("/en/nothing/", "en")])
def test_a_lost_address_gets_a_page_in_its_language(path, language, client) -> None:
    """Req 42."""
    response = client.get(path)
    text = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{language}"' in text
    assert SAFE[language] in text
    other = {"ar": '<a class="language" href="/en/"', "en": '<a class="language" href="/"'}
    assert other[language] in text
    assert response["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("view", "status"),
    [
        (lambda request: views.permission_denied(request, PermissionDenied()), 403),
        (lambda request: views.page_not_found(request, Exception()), 404),
        (views.csrf_failure, 403),
        (lambda request: views.bad_request(request, SuspiciousOperation()), 400),
        (views.server_error, 500),
        (views.service_unavailable, 503),
    ],
)
def test_every_error_page_speaks_the_language_of_the_address(view, status, language) -> None:
    """Req 42."""
    response = view(asked("/x/" if language == "ar" else "/en/x/"))
    text = response.content.decode()
    assert response.status_code == status
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in text
    assert ("Talk to a person" in text) == (language == "en")


@pytest.mark.parametrize("view", [views.server_error, views.service_unavailable])
def test_a_fault_of_ours_asks_the_database_nothing(view, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        view(asked("/"))


def test_a_fault_of_ours_still_shows_the_number_to_call(client) -> None:
    SiteSettings.objects.update(telephone="920000000")
    client.get("/")
    assert "920000000" in views.server_error(asked("/")).content.decode()


def test_a_host_that_is_not_ours_is_refused_in_words(client) -> None:
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "تعذّرت قراءة ما أُرسل" in response.content.decode()


def test_a_form_without_its_token_is_explained() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/staff/login/", {"username": "x"})
    assert response.status_code == 403
    assert "ما حفظته في الخطوات السابقة في أمان" in response.content.decode()


def test_maintenance_says_when_to_come_back() -> None:
    assert views.service_unavailable(asked("/"))["Retry-After"] == "120"


def test_the_old_place_of_the_icon_leads_to_it(client) -> None:
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Location"]) == (301, "/static/img/mark.svg")
