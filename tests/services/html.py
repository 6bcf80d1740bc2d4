"""Reads rendered pages as a person would."""

import re
from html import unescape

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

_TAG = re.compile(r"<[^>]+>")
_HIDDEN = re.compile(r"<(script|style|head)\b.*?</\1>", re.DOTALL)


def text_of(page: str) -> str:
    """Return the words of a page in their order, with single spaces."""
    return " ".join(unescape(_TAG.sub(" ", _HIDDEN.sub(" ", page))).split())


def headings(page: str, tag: str) -> list[str]:
    """Return the texts of one level of headings."""
    return [text_of(match) for match in re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", page, re.DOTALL)]


def main_of(page: str) -> str:
    """Return the main part of a page."""
    return page[page.index("<main") : page.index("</main>")]


def queries_of(client: Client, url: str) -> int:
    """Return how many queries a page takes once the frame around it is cached."""
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)
