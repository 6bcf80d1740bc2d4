"""The malware scanner: clean, infected, away, not set up."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import LazySettings

from forms_flow.enums import ScanState
from forms_flow.vault.scan import scan

pytestmark = pytest.mark.unit


def receive(connection: socket.socket) -> bytes:
    """Read one INSTREAM as clamd does."""
    with connection.makefile("rb") as stream:
        assert stream.read(10) == b"zINSTREAM\0"
        content = b""
        while size := struct.unpack("!I", stream.read(4))[0]:
            content += stream.read(size)
    return content


@contextmanager
def scanner(server: socket.socket, answer: bytes) -> Iterator[list[bytes]]:
    received: list[bytes] = []

    def serve() -> None:
        connection, _address = server.accept()
        with connection:
            received.append(receive(connection))
            connection.sendall(answer)

    server.listen()
    thread = threading.Thread(target=serve)
    thread.start()
    with server:
        yield received
        thread.join(5)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (b"stream: OK\0", ScanState.CLEAN),
        (b"stream: Eicar-Test-Signature FOUND\0", ScanState.INFECTED),
        (b"INSTREAM size limit exceeded. ERROR\0", ScanState.PENDING),
        (b"", ScanState.PENDING),
    ],
)
def test_the_scanner_is_asked_over_tcp(settings: LazySettings, answer: bytes, state: ScanState) -> None:
    """Req 51."""
    server = socket.create_server(("127.0.0.1", 0))
    settings.CLAMD_URL = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    with scanner(server, answer) as received:
        assert scan(b"x" * 200_000) == state
    assert received == [b"x" * 200_000]


def test_the_scanner_is_asked_over_a_unix_socket(settings: LazySettings, tmp_path: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(tmp_path / "clamd"))
    settings.CLAMD_URL = f"unix://{tmp_path / 'clamd'}"
    with scanner(server, b"stream: OK\0"):
        assert scan(b"content") == ScanState.CLEAN


@pytest.mark.parametrize("url", ["tcp://127.0.0.1:9", "unix:///nowhere/clamd", "tcp://127.0.0.1:not-a-port"])
def test_a_scanner_that_is_away_is_not_a_virus(settings: LazySettings, url: str) -> None:
    """Req 51."""
    settings.CLAMD_URL = url
    assert scan(b"content") == ScanState.PENDING


def test_without_a_scanner_none_is_needed(settings: LazySettings) -> None:
    settings.CLAMD_URL = ""
    assert scan(b"content") == ScanState.NOT_REQUIRED
