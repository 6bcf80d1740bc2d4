"""The sitemap and robots.txt."""

import re

import pytest

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_every_public_page_is_listed_with_its_translations(client, home, add_page, translate) -> None:
    """Req 127."""
    translate(home)
    translate(add_page("about", "عن الجمعية"))
    add_page("only-arabic", "صفحة")
    add_page("draft", "مسودة").unpublish()
    text = client.get("/sitemap.xml").content.decode()
    assert re.findall(r"<loc>([^<]+)</loc>", text) == [
        "http://testserver/",
        "http://testserver/about/",
        "http://testserver/only-arabic/",
        "http://testserver/en/",
        "http://testserver/en/about/",
    ]
    about = re.search(r"<loc>http://testserver/about/</loc>.*?</url>", text, re.DOTALL)[0]
    assert re.findall(r'hreflang="([^"]+)" href="([^"]+)"', about) == [
        ("ar", "http://testserver/about/"),
        ("en", "http://testserver/en/about/"),
        ("x-default", "http://testserver/about/"),
    ]


def test_crawlers_are_kept_out_of_journeys(client) -> None:
    text = client.get("/robots.txt").content.decode()
    assert [f"Disallow: {path}" in text for path in ("/staff/", "/apply/", "/en/track/")] == [True] * 3
    assert "Sitemap: http://testserver/sitemap.xml" in text
