"""A visitor at the outermost door of the site, and what the site answers."""

import io
import sys
from dataclasses import dataclass
from typing import Any

import brotli
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from alhuda.page_cache.serve import PageCache

BROTLI = "br, gzip"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """Return the page."""
        raw = brotli.decompress(self.body) if self.headers.get("Content-Encoding") == "br" else self.body
        return raw.decode()


class Visitor:
    """Asks the page cache, and counts how often Django itself had to answer."""

    def __init__(self) -> None:
        """Stand a counter between the two."""
        self.renders = 0
        self.django = get_wsgi_application()
        self.cache = PageCache(self._counting)

    def _counting(self, environ: dict[str, Any], start_response: Any) -> Any:
        self.renders += 1
        return self.django(environ, start_response)

    def ask(self, path: str, *, method: str = "GET", query: str = "", **headers: str) -> Answer:
        """Ask for a page; the headers as WSGI names them."""
        for signal in (request_started, request_finished):  # the test's own connection stays open
            signal.disconnect(close_old_connections)
        said: list[Any] = []
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "testserver",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
            **headers,
        }
        result = self.cache(environ, lambda status, pairs, _info=None: said.extend((status, pairs)))
        body = b"".join(result)
        return Answer(int(said[0][:3]), dict(said[1]), body)

    def is_kept(self, path: str, **how: Any) -> bool:
        """Return whether the page comes from the cache. Asks for it, so afterwards it does."""
        before = self.renders
        assert self.ask(path, **how).status == 200
        return self.renders == before
