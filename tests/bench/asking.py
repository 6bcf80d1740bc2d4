"""One WSGI call, without a server."""

import io
import sys
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

Application = Callable[..., Iterable[bytes]]


class Said(NamedTuple):
    """What came back."""

    status: str
    headers: dict[str, str]
    body: bytes


def ask(application: Application, path: str, *, query: str = "", host: str = "testserver") -> Said:
    """Ask for a page as a browser that reads brotli does, and take all of it."""
    said: list[Any] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": host,
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": host,
        "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    result = application(environ, lambda status, headers, _info=None: said.extend((status, dict(headers))))
    body = b"".join(result)
    if close := getattr(result, "close", None):
        close()
    return Said(said[0], said[1], body)
