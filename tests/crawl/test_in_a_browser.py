"""The same pages as Chromium shows them: what axe finds, what does not fit, what the security policy stops."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from playwright.sync_api import BrowserContext, Page, Route, sync_playwright

from tests.crawl.crawler import Crawler, Seen
from tests.e2e.conftest import FLAGS

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]
ORIGIN = "http://testserver"
#: The smallest phone that counts, in Arabic; a desk, in English.
SCREENS = {"ar": {"width": 320, "height": 640}, "en": {"width": 1280, "height": 900}}


def test_every_page_of_every_form_is_clean(crawlers: list[Crawler]) -> None:
    """Req 94, 96, 115: each step as it is, and with its mistakes."""
    seen = [page for crawler in crawlers for page in worth_a_look(crawler.crawl())]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        contexts = {
            language: browser.new_context(viewport=screen, bypass_csp=True, reduced_motion="reduce")
            for language, screen in SCREENS.items()
        }
        broken = [fault for page in seen for fault in looked_at(contexts[page.language], page)]
        browser.close()
    assert broken == []


def worth_a_look(pages: Iterator[Seen]) -> list[Seen]:
    """Return each place as it is and once with mistakes: the words of other mistakes look the same."""
    found: list[Seen] = []
    for _place, same in groupby(pages, key=lambda page: page.place):
        fresh, *faulty = same
        found += [fresh, *faulty[-1:]]
    return found


def looked_at(context: BrowserContext, seen: Seen) -> Iterator[str]:
    """Yield what is wrong with the page in a browser."""
    page = context.new_page()
    page.route("**/*", lambda route: answer(route, seen))
    page.goto(f"{ORIGIN}{seen.url}")
    yield from (f"{seen.name}: {fault}" for fault in (*too_wide(page), *by_axe(page)))
    page.close()


def answer(route: Route, seen: Seen) -> None:
    """Give the page that was crawled, and the site's own static files; nothing else exists."""
    path = urlsplit(route.request.url).path
    if path == urlsplit(seen.url).path:
        route.fulfill(body=seen.html, content_type="text/html; charset=utf-8")
        return
    found = finders.find(path.removeprefix("/static/"))
    if found:
        route.fulfill(path=Path(found))
    else:
        route.abort()


def too_wide(page: Page) -> Iterator[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        yield f"{wide} px too wide"


def by_axe(page: Page) -> Iterator[str]:
    for violation in Axe().run(page).response["violations"]:
        yield f"{violation['id']}: " + "; ".join(node["html"][:120] for node in violation["nodes"][:2])
