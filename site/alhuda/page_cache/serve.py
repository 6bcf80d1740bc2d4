"""The outermost part of the site: answers from the page cache, or lets Django answer and keeps what may be kept."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from alhuda.page_cache import hosts, store
from alhuda.page_cache.address import Address, Reader
from alhuda.page_cache.entry import Entry, Headers
from alhuda.page_cache.keeping import may_be_kept
from alhuda.page_cache.negotiate import encoding_for, is_known
from home import epoch, made_from

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

#: What a browser that has the page already needs to hear.
_OF_304 = {"etag", "vary", "cache-control"}


class PageCache:
    """A WSGI application around another."""

    def __init__(self, application: Application) -> None:
        """Remember the application behind."""
        self.application = application
        self.reader = Reader()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer."""
        hosts.catch_up()
        address = self.reader.read(environ)
        if address is None:
            return self.application(environ, start_response)
        entry = store.find(address)
        if entry is None:
            return self._make(address, environ, start_response)
        return _answer(entry, environ, start_response)

    def _make(self, address: Address, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        begun, heard = epoch.now(), _Heard()
        with made_from.listening() as made:
            result = self.application({**environ, "REQUEST_METHOD": "GET"}, heard)
            if made.query is None or not heard.status.startswith("200 "):
                start_response(heard.status, heard.headers)
                return result
            body = _whole(result)
        if not may_be_kept(heard.status, heard.headers, body, made=made, query=address.query):
            start_response(heard.status, heard.headers)
            return [body]
        entry = Entry.build(heard.headers, body, names=made.names, until=_seconds(made.until))
        store.put(address, entry, begun=begun)
        return _answer(entry, environ, start_response)


class _Heard:
    """Stands for the server and remembers what the application wants to say."""

    def __init__(self) -> None:
        self.status = ""
        self.headers: Headers = []

    def __call__(self, status: str, headers: Headers, exc_info: Any = None) -> None:  # noqa: ARG002 - WSGI's signature
        self.status, self.headers = status, headers


def _answer(entry: Entry, environ: Environ, start_response: StartResponse) -> list[bytes]:
    encoding = encoding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
    headers = entry.headers[encoding]
    asked = environ.get("HTTP_IF_NONE_MATCH")
    if asked and is_known(entry.etag(encoding), asked):
        start_response("304 Not Modified", [pair for pair in headers if pair[0].lower() in _OF_304])
        return []
    start_response("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [entry.bodies[encoding]]


def _whole(result: Iterable[bytes]) -> bytes:
    try:
        return b"".join(result)
    finally:
        if close := getattr(result, "close", None):
            close()


def _seconds(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None
