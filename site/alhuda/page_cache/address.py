"""Which requests the page cache answers, and under which name."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings

_PATH = re.compile(r"/(?:[A-Za-z0-9_-]+/)*")
#: What our own links ask with, such as the filters of the guide. Whether a page knows the words, it says itself.
_QUERY = re.compile(r"[a-z]+=[a-z0-9_-]+(?:&[a-z]+=[a-z0-9_-]+)*")
LONGEST_PATH, LONGEST_QUERY = 120, 80


class Address(NamedTuple):
    """Where an answer lies: a path, and the query that our own links ask with."""

    path: str
    query: str = ""

    @property
    def place(self) -> str:
        """Return its folder below that of the epoch. A slug holds no dot, so no page lies inside another's folder."""
        name = f"{self.path}.page"
        return f"asked{name}/{self.query}" if self.query else f"pages/{host()}{name}"


def host() -> str:
    """Return the name of the host whose pages are kept, as nginx calls it."""
    return _hostname(settings.SITE_ORIGIN)


@cache
def _hostname(origin: str) -> str:
    return str(urlsplit(origin).hostname)


class Reader:
    """Reads the address out of a request, or finds that it is none for the cache."""

    def __init__(self) -> None:
        """Remember the one origin that counts, and the cookie by which staff are known."""
        origin = urlsplit(settings.SITE_ORIGIN)
        self.host, self.scheme = origin.netloc, origin.scheme
        self.cookie = f"{settings.SESSION_COOKIE_NAME}="
        self.behind_proxy = settings.TRUSTED_PROXIES > 0

    def read(self, environ: Mapping[str, Any]) -> Address | None:
        """Return the address; None for staff, other hosts, other methods and queries that no link of ours makes."""
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or environ.get("HTTP_HOST") != self.host:
            return None
        if self.cookie in environ.get("HTTP_COOKIE", "") or self._scheme(environ) != self.scheme:
            return None
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        if len(path) > LONGEST_PATH or not _PATH.fullmatch(path):
            return None
        if query and (len(query) > LONGEST_QUERY or not _QUERY.fullmatch(query)):
            return None
        return Address(path, query)

    def _scheme(self, environ: Mapping[str, Any]) -> str:
        told = environ.get("HTTP_X_FORWARDED_PROTO") if self.behind_proxy else None
        return str(told or environ["wsgi.url_scheme"])
