"""Every form of the demonstration, every step, both languages: left empty, filled with nonsense, filled well."""

from collections import Counter

import pytest

from tests.crawl.crawler import Crawler, Seen
from tests.crawl.routes import places
from tests.crawl.rules import faults

pytestmark = pytest.mark.integration


def test_every_page_of_every_form_keeps_the_rules(crawlers: list[Crawler]) -> None:
    """Req 11-14, 19, 29, 33-38, 52, 94-98, 100, 112, 115."""
    broken: list[str] = []
    for crawler in crawlers:
        pages = list(crawler.crawl())
        broken += [fault for seen in pages for fault in faults(seen)]
        broken += repeated_headings(pages)
        broken += not_met(crawler, pages)
    assert broken == []


def repeated_headings(pages: list[Seen]) -> list[str]:
    """Return what stands above two places of one form (req 11)."""
    headings = Counter(seen.soup.h1.get_text(" ", strip=True) for seen in pages if seen.situation == "fresh")
    return [
        f"{pages[0].form} {pages[0].language}: twice {heading!r}" for heading, times in headings.items() if times > 1
    ]


def not_met(crawler: Crawler, pages: list[Seen]) -> list[str]:
    """Return the steps that no page showed."""
    steps = {place for place in places(crawler.flow) if "/" not in place}
    return [f"{crawler.name} {crawler.language}: {step} was not met" for step in steps - {seen.place for seen in pages}]
