"""What the page cache answers by itself, and what it never keeps (ARCHITECTURE §10)."""

import gzip

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from alhuda.page_cache.address import Address
from alhuda.page_cache.keeping import may_be_kept
from home import epoch
from home.made_from import Made
from home.models import StandardPage
from tests.alhuda.page_cache.visiting import BROTLI
from tests.services import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
HTML = [("Content-Type", "text/html; charset=utf-8")]


def test_the_second_visitor_gets_the_same_page_without_a_query(visitor, django_assert_num_queries) -> None:
    first = visitor.ask("/", HTTP_ACCEPT_ENCODING=BROTLI)
    with django_assert_num_queries(0):
        second = visitor.ask("/", HTTP_ACCEPT_ENCODING=BROTLI)
    assert (first, visitor.renders) == (second, 1)


def test_each_encoding_holds_the_same_page_and_says_its_own_length(visitor) -> None:
    plain = visitor.ask("/")
    packed = visitor.ask("/", HTTP_ACCEPT_ENCODING="gzip")
    small = visitor.ask("/", HTTP_ACCEPT_ENCODING=BROTLI)
    assert plain.text == gzip.decompress(packed.body).decode() == small.text
    found = [(answer.headers.get("Content-Encoding"), answer.headers["Vary"]) for answer in (plain, packed, small)]
    assert found == [(None, "Accept-Encoding"), ("gzip", "Accept-Encoding"), ("br", "Accept-Encoding")]
    assert [int(answer.headers["Content-Length"]) for answer in (plain, packed, small)] == [
        len(answer.body) for answer in (plain, packed, small)
    ]
    assert len({answer.headers["ETag"] for answer in (plain, packed, small)}) == 3


def test_a_browser_that_has_the_page_hears_so_and_must_ask_each_time(visitor) -> None:
    page = visitor.ask("/", HTTP_ACCEPT_ENCODING=BROTLI)
    again = visitor.ask("/", HTTP_ACCEPT_ENCODING=BROTLI, HTTP_IF_NONE_MATCH=page.headers["ETag"])
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", page.headers["ETag"])
    assert page.headers["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_head_gets_the_headers_of_get_and_may_be_the_first_to_ask(visitor) -> None:
    head = visitor.ask("/", method="HEAD")
    assert (head.body, head.headers) == (b"", visitor.ask("/").headers)
    assert visitor.renders == 1


def test_a_kept_page_carries_every_header_that_django_gives_it(visitor) -> None:
    from_django = {name for name, _value in Client().get("/").items()} | {"Vary", "Cache-Control", "ETag"}
    visitor.ask("/")
    assert {name for name, _value in visitor.ask("/").headers.items()} == from_django


@pytest.mark.parametrize(
    "how",
    [
        {"HTTP_HOST": "localhost"},
        {"query": "utm_source=mail"},
        {"query": "q=1&q=2"},
        {"query": "need=everything"},
        {"HTTP_COOKIE": "a=b; sessionid=abc"},
        {"wsgi.url_scheme": "https"},
    ],
)
def test_other_hosts_schemes_queries_and_staff_pass_it_by(visitor, how) -> None:
    visitor.ask("/")
    assert not visitor.is_kept("/", **how)
    assert not visitor.is_kept("/", **how)


def test_somebody_who_opened_a_form_still_gets_kept_pages(visitor) -> None:
    visitor.ask("/")
    assert visitor.is_kept("/", HTTP_COOKIE="draft-1b4e28ba=secret; csrftoken=abc")


def test_the_language_is_that_of_the_address_whatever_the_browser_wishes(visitor) -> None:
    page = visitor.ask("/", HTTP_ACCEPT_LANGUAGE="en")
    assert '<html lang="ar" dir="rtl">' in page.text
    assert visitor.ask("/", HTTP_ACCEPT_LANGUAGE="ar").headers["Content-Language"] == "ar"
    assert visitor.renders == 1


def test_filters_of_the_guide_are_kept_only_as_our_own_links_write_them(visitor) -> None:
    factories.a_service()
    assert [visitor.is_kept("/services/", query="need=mobility") for _ in range(2)] == [False, True]
    assert [visitor.is_kept("/services/", query="need=mobility&season=all_year") for _ in range(2)] == [False, True]
    for query in ("season=all_year&need=mobility", "need=none", "page=2", "need=mobility&x=1"):
        assert [visitor.is_kept("/services/", query=query) for _ in range(2)] == [False, False]


def test_errors_are_never_kept(visitor) -> None:
    for _ in range(2):
        assert visitor.ask("/nowhere/").status == 404
    assert visitor.renders == 2


def test_drafts_are_never_kept_and_show_once_published(visitor) -> None:
    page = StandardPage(title="عنا", slug="about", live=False)
    factories.home().add_child(instance=page)
    assert visitor.ask("/about/").status == 404
    page.save_revision().publish()
    assert not visitor.is_kept("/about/")


def test_a_page_for_some_people_only_is_never_kept_not_even_when_it_became_one_later(visitor) -> None:
    page = factories.live_child(factories.home(), StandardPage(title="عنا", slug="about"))
    child = factories.live_child(page, StandardPage(title="لجنة", slug="committee"))
    assert [visitor.is_kept("/about/committee/") for _ in range(2)] == [False, True]
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    for _ in range(2):
        assert visitor.ask("/about/committee/").status == 302
    password = PageViewRestriction.objects.create(
        page=child, restriction_type=PageViewRestriction.PASSWORD, password="word"
    )
    PageViewRestriction.objects.exclude(pk=password.pk).delete()
    before = visitor.renders
    for _ in range(2):
        assert "csrfmiddlewaretoken" in visitor.ask("/about/committee/").text
    assert visitor.renders == before + 2


def test_a_preview_is_never_kept(visitor, settings) -> None:
    """It is shown at an address of the staff, to a session, from a row that nobody published."""
    settings.DEMO = True
    user = get_user_model().objects.create_superuser("editor", password="long enough password")
    client = Client()
    client.force_login(user)
    session = client.session
    session["second_factor"] = str(user.pk)
    session.save()
    page = factories.live_child(factories.home(), StandardPage(title="عنا", slug="about"))
    page.title = "عنوان جديد"
    page.save_revision()
    shown = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "عنوان جديد" in shown.content.decode()
    assert "عنوان جديد" not in visitor.ask("/about/").text


@pytest.mark.parametrize("path", ["/apply/resume/", "/track/", "/staff/login/", "/search/"])
def test_pages_with_forms_and_searches_are_never_kept(visitor, path) -> None:
    how = {"query": "q=water"} if path == "/search/" else {}
    before = visitor.renders
    for _ in range(2):
        assert visitor.ask(path, **how).status == 200
    assert visitor.renders == before + 2


def test_the_empty_search_page_is_kept(visitor) -> None:
    assert [visitor.is_kept("/search/") for _ in range(2)] == [False, True]


def may_keep(*, status: str = "200 OK", extra: tuple[str, str] | None = None, body: bytes = b"", **made: str) -> bool:
    headers = [*HTML, *([extra] if extra else [])]
    return may_be_kept(status, headers, body, made=Made(**{"query": "", **made}), query="")


def test_nothing_is_kept_that_looks_like_somebodys_own() -> None:
    assert may_keep()
    assert not may_keep(query=None)  # nobody said that it may be
    assert not may_keep(status="404 Not Found")
    assert not may_keep(extra=("Set-Cookie", "a=b"))
    assert not may_keep(extra=("Vary", "Cookie, Accept-Encoding"))
    assert not may_keep(extra=("Cache-Control", "no-store, private"))
    assert not may_keep(body=b'<input name="csrfmiddlewaretoken">')
    assert not may_be_kept("200 OK", [("Content-Type", "text/plain")], b"", made=Made(query=""), query="")


def test_a_view_that_says_nothing_is_not_kept_however_public_it_looks(visitor, monkeypatch) -> None:
    monkeypatch.setattr(visitor, "django", lambda _environ, start: _plain(start))
    assert [visitor.is_kept("/") for _ in range(2)] == [False, False]


def _plain(start_response) -> HttpResponse:
    start_response("200 OK", HTML)
    return [b"<p>hello</p>"]


def test_a_very_long_address_is_not_kept(visitor) -> None:
    assert visitor.ask("/" + "a" * 200 + "/").status == 404
    assert Address("/a/").place == "pages/testserver/a/.page"


def test_no_public_page_sets_a_cookie_or_holds_a_token(visitor) -> None:
    factories.a_service()
    factories.a_policy()
    for page in Page.objects.live().filter(depth__gte=2):
        answer = visitor.ask(page.get_url())
        assert "Set-Cookie" not in answer.headers
        assert "csrfmiddlewaretoken" not in answer.text
    assert epoch.root().exists()
