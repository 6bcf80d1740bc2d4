"""Public pages: addresses, languages, nothing personal."""

import re

import pytest
from django.test import Client
from wagtail.models import Page, Site

from home.contracts import CardFacts, CardKind
from home.models import HomePage

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def text_of(client: Client, path: str) -> str:
    """Return the page at an address that must answer."""
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def alternates(text: str) -> dict[str, str]:
    """Return the page's hreflang addresses."""
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', text))


def switcher(text: str) -> list[tuple[str, str]]:
    """Return (address, language) of the first switcher."""
    return re.findall(r'<a class="language" href="([^"]+)" hreflang="([^"]+)"', text)[:1]


def test_a_fresh_site_shows_the_associations_arabic_home(client) -> None:
    text = text_of(client, "/")
    assert '<html lang="ar" dir="rtl">' in text
    assert "<h1>في خدمة ضيوف الرحمن برابغ وميقات الجحفة</h1>" in text
    assert "مسجلة في المركز الوطني لتنمية القطاع غير الربحي برقم 1682" in text


def test_wagtails_welcome_page_is_gone(home) -> None:
    assert [page.specific_class for page in Page.objects.filter(depth=2)] == [HomePage]
    assert Site.objects.get().root_page_id == home.pk


def test_english_lies_below_its_code_and_reads_from_left_to_right(client, home, translate) -> None:
    translate(home)
    assert '<html lang="en" dir="ltr">' in text_of(client, "/en/")


def test_a_public_page_carries_no_cookie_and_no_token(client) -> None:
    response = client.get("/")
    assert response.cookies == {}
    assert b"csrfmiddlewaretoken" not in response.content
    assert "Cookie" not in response.get("Vary", "")
    assert "Accept-Language" not in response.get("Vary", "")


def test_the_main_actions_are_one_click_from_every_page(client, add_page, site_settings) -> None:
    site_settings.apply_page = add_page("services", "دليل الخدمات")
    site_settings.volunteer_page = add_page("volunteer", "التطوع معنا")
    site_settings.save()
    add_page("about", "عن الجمعية")
    text = text_of(client, "/about/")
    actions = re.search(r'<nav class="actions".*?</nav>', text, re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)"', actions) == ["/volunteer/", "/track/", "/services/"]


def test_the_switcher_keeps_the_page(client, home, add_page, translate) -> None:
    """Req 27, for content pages."""
    translate(home)
    translate(add_page("about", "عن الجمعية"))
    assert switcher(text_of(client, "/about/")) == [("/en/about/", "en")]
    assert switcher(text_of(client, "/en/about/")) == [("/about/", "ar")]


def test_an_untranslated_page_leads_to_the_nearest_one_and_says_so(client, home, add_page, translate) -> None:
    """Req 89: languages are never mixed."""
    translate(home)
    add_page("about", "عن الجمعية")
    text = text_of(client, "/about/")
    assert switcher(text) == [("/en/#untranslated", "en")]
    assert 'id="untranslated"' in text_of(client, "/en/")
    assert client.get("/en/about/").status_code == 404


def test_hreflang_names_every_language_and_the_default(client, home, add_page, translate) -> None:
    translate(home)
    translate(add_page("about", "عن الجمعية"))
    expected = {
        "ar": "http://testserver/about/",
        "en": "http://testserver/en/about/",
        "x-default": "http://testserver/about/",
    }
    assert alternates(text_of(client, "/about/")) == expected
    assert alternates(text_of(client, "/en/about/")) == expected


def test_hreflang_is_silent_about_a_translation_that_does_not_exist(client, home, add_page, translate) -> None:
    translate(home)
    add_page("about", "عن الجمعية")
    assert alternates(text_of(client, "/about/")) == {}


def test_addresses_are_the_sites_own_whatever_host_was_asked(client, home, translate) -> None:
    translate(home)
    text = client.get("/", headers={"host": "localhost"}).content.decode()
    assert '<link rel="canonical" href="http://testserver/">' in text
    assert set(alternates(text).values()) == {"http://testserver/", "http://testserver/en/"}


def test_the_menu_shows_pages_marked_for_it_and_where_the_reader_is(client, add_page) -> None:
    about = add_page("about", "عن الجمعية", show_in_menus=True)
    add_page("secret", "سري")
    add_page("board", "مجلس الإدارة", parent=about)
    menu = re.search(r'<nav class="menu menu--wide".*?</nav>', text_of(client, "/about/board/"), re.DOTALL)[0]
    assert re.findall(r'<a href="([^"]+)"(?: aria-current="([^"]+)")?', menu) == [
        ("/", ""),
        ("/about/", "true"),
        ("/search/", ""),
    ]


def test_the_home_page_lists_cards_of_any_app_with_the_need_they_answer(client, monkeypatch, add_page) -> None:
    guide = add_page("guide", "الإرشاد")
    card = CardFacts(title="الإرشاد عند الميقات", url="/guide/", text="نرشدك", group="عند الميقات")
    monkeypatch.setattr(type(guide), "card_kind", CardKind.SERVICE, raising=False)
    monkeypatch.setattr(type(guide), "card_fields", (), raising=False)
    monkeypatch.setattr(type(guide), "cards_of", lambda pages: [card for _page in pages], raising=False)
    text = text_of(client, "/")
    assert '<p class="card__group">عند الميقات</p>' in text
    assert '<h3 class="card__title"><a href="/guide/">الإرشاد عند الميقات</a></h3>' in text


def test_every_page_has_one_main_heading(client, add_page) -> None:
    add_page("about", "عن الجمعية")
    assert [text_of(client, path).count("<h1") for path in ("/", "/about/", "/search/")] == [1, 1, 1]


def test_only_one_home_page_a_language_may_be_made() -> None:
    assert HomePage.max_count == 2
