"""The frame around pages: cheap, and never stale."""

import pytest
from django.test import Client
from wagtail.models import Page, Site

from home.shell import last_known, shell_at, shell_for

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def site() -> Site:
    """Return the default site."""
    return Site.objects.get(is_default_site=True)


def test_the_second_look_asks_the_database_nothing(site, django_assert_num_queries) -> None:
    shell_for(site, "ar")
    with django_assert_num_queries(0):
        shell_for(site, "en")


def test_a_language_without_its_own_text_shows_the_arabic_one(site, site_settings) -> None:
    site_settings.address_ar = "رابغ"
    site_settings.save()
    shell = shell_for(site, "en")
    assert (shell.brand, shell.address) == ("Al-Huda Association for Helping Pilgrims", "رابغ")


def test_a_change_of_the_settings_shows_at_once(site, site_settings) -> None:
    shell_for(site, "ar")
    site_settings.telephone = "920000000"
    site_settings.save()
    assert shell_for(site, "ar").help_telephone == "920000000"


def test_publishing_unpublishing_and_deleting_change_the_menu_at_once(site, add_page) -> None:
    shell_for(site, "ar")
    page = add_page("about", "عن الجمعية", show_in_menus=True)
    assert [item.url for item in shell_for(site, "ar").menu] == ["/about/"]
    page.unpublish()
    assert shell_for(site, "ar").menu == []
    other = add_page("contact", "تواصل معنا", show_in_menus=True)
    assert [item.title for item in shell_for(site, "ar").menu] == ["تواصل معنا"]
    other.delete()
    assert shell_for(site, "ar").menu == []


def test_moving_a_page_changes_its_address_in_the_menu(site, add_page, home) -> None:
    about = add_page("about", "عن الجمعية", show_in_menus=True)
    board = add_page("board", "مجلس الإدارة", show_in_menus=True, parent=about)
    assert [item.url for item in shell_for(site, "ar").menu] == ["/about/"]
    board.move(Page.objects.get(pk=home.pk), pos="last-child")
    assert [item.url for item in shell_for(site, "ar").menu] == ["/about/", "/board/"]


def test_the_chosen_pages_are_followed_into_the_other_language(site, site_settings, home, add_page, translate) -> None:
    translate(home)
    page = add_page("services", "دليل الخدمات")
    site_settings.apply_page = page
    site_settings.save()
    assert shell_for(site, "en").apply_url == "/services/"
    translate(page)
    assert shell_for(site, "en").apply_url == "/en/services/"


def test_a_fresh_process_still_has_a_frame_for_its_error_page(monkeypatch) -> None:
    monkeypatch.setattr("home.shell._last_known", {})
    shell = last_known("en")
    assert (shell.home_url, shell.track_url) == ("/en/", "/en/track/")


def test_whatsapp_links_carry_digits_only(site, site_settings) -> None:
    site_settings.whatsapp = "+966 50 000 0000"
    site_settings.save()
    assert shell_for(site, "ar").whatsapp_digits == "966500000000"


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_costs_the_same_however_long_the_menu(count, add_page, django_assert_num_queries) -> None:
    for number in range(count):
        add_page(f"page-{number}", "صفحة", show_in_menus=True)
    client = Client()
    client.get("/page-0/")
    with django_assert_num_queries(2):
        client.get("/page-0/")


def test_a_page_asks_for_the_site_once_for_many_requests(site, rf, django_assert_num_queries) -> None:
    shell_at(rf.get("/"), "ar")
    with django_assert_num_queries(0):
        assert shell_at(rf.get("/en/"), "en") == shell_for(site, "en")


def test_a_site_that_moves_to_another_host_is_known_at_once(site, rf) -> None:
    shell_at(rf.get("/"), "ar")
    site.delete()
    assert shell_at(rf.get("/"), "ar").menu == []
