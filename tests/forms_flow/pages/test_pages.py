"""The start page and the previews of steps, as browsers get them."""

from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory
from django.utils.html import escape
from django.utils.translation import override

from forms_flow.pages.models import FormPage
from forms_flow.pages.readiness import gaps
from forms_flow.records.drafts import Draft
from forms_flow.records.versions import FormVersion
from tests.forms_flow.pages.conftest import republish

pytestmark = pytest.mark.integration


def test_the_start_page_tells_what_to_know_before_beginning(open_page: FormPage, client: Client) -> None:
    """Req 5."""
    response = client.get("/en/assistance/")
    html = response.content.decode()
    assert response.status_code == 200
    assert "It takes about 10 minutes." in html
    assert "kept for 14 days" in html
    assert html.count("Copy of the identity") == 2
    assert html.count("Report") == 1
    assert "+966 12 000 0000" in html
    assert f'href="/en/apply/new/{open_page.flow_key}/"' in html


def test_the_start_page_may_be_cached(open_page: FormPage, client: Client) -> None:
    response = client.get("/assistance/")
    assert dict(response.cookies) == {}
    assert "csrfmiddlewaretoken" not in response.content.decode()
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_form_without_a_version_says_so_and_offers_no_button(page: FormPage, client: Client) -> None:
    html = client.get("/assistance/").content.decode()
    assert f"/apply/new/{page.flow_key}/" not in html
    assert "+966 12 000 0000" in html


def test_the_start_page_asks_for_the_version_and_for_the_openings_of_all_its_services(
    open_page: FormPage, client: Client, django_assert_num_queries: Callable
) -> None:
    """Two queries find any page and its way up; the third is ours, however many services and documents there are.

    Another, for the facts of the services, is the guide's, which stands still in these tests.
    """
    client.get("/assistance/")
    with django_assert_num_queries(3):
        client.get("/assistance/")


def test_there_is_a_preview_for_the_start_and_for_each_step(open_page: FormPage) -> None:
    modes = [mode for mode, _label in open_page.preview_modes]
    assert modes == ["", "step-service", "step-health", "step-details", "step-colour", "step-documents"]


@pytest.mark.parametrize(
    ("mode", "words"),
    [("step-health", "هل لديك حالة صحية؟"), ("step-colour", "رملي"), ("step-documents", "صورة الهوية")],
)
def test_a_preview_shows_the_step_and_writes_nothing(
    open_page: FormPage, rf: RequestFactory, mode: str, words: str
) -> None:
    """Req 90."""
    response = open_page.serve_preview(preview_request(rf), mode)
    html = response.content.decode()
    assert words in html
    assert html.count("<h1") == 1
    assert Draft.objects.count() == 0
    assert FormVersion.objects.count() == 1


def test_a_preview_shows_what_is_not_saved_yet(open_page: FormPage, rf: RequestFactory) -> None:
    open_page.steps[1].value["questions"][0].value["label"] = "هل أنت بخير؟"
    assert "هل أنت بخير؟" in open_page.serve_preview(preview_request(rf), "step-health").content.decode()
    assert FormVersion.objects.count() == 1


def test_an_editor_may_save_a_form_half_written(page: FormPage) -> None:
    assert republish(page, []).live


def test_the_editor_is_shown_in_the_admin_with_what_is_missing(page: FormPage, admin_client: Client) -> None:
    html = admin_client.get(f"/staff/pages/{page.pk}/edit/").content.decode()
    with override("ar"):
        assert escape(gaps(page)[0]) in html


def preview_request(rf: RequestFactory) -> object:
    return rf.get("/assistance/")
