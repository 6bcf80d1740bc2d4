"""Asking the malware scanner (clamd). Where none is set up, none is needed; one that is away is not a virus."""

import socket
import struct
from urllib.parse import urlsplit

from django.conf import settings

from forms_flow.enums import ScanState

_TIMEOUT_SECONDS = 10
_CHUNK = 64 * 1024


def scan(content: bytes) -> ScanState:
    """Return what the scanner says; PENDING when it cannot be asked now."""
    if not settings.CLAMD_URL:
        return ScanState.NOT_REQUIRED
    try:
        answer = _ask(settings.CLAMD_URL, content)
    except (OSError, ValueError):
        return ScanState.PENDING
    if answer.endswith(b"FOUND"):
        return ScanState.INFECTED
    return ScanState.CLEAN if answer.endswith(b"OK") else ScanState.PENDING


def _ask(url: str, content: bytes) -> bytes:
    with _connect(url) as connection:
        connection.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), _CHUNK):
            chunk = content[start : start + _CHUNK]
            connection.sendall(struct.pack("!I", len(chunk)) + chunk)
        connection.sendall(struct.pack("!I", 0))
        return _answer(connection)


def _connect(url: str) -> socket.socket:
    parts = urlsplit(url)
    if parts.scheme == "unix":
        return _connect_locally(parts.path)
    return socket.create_connection((parts.hostname or "", parts.port or 3310), timeout=_TIMEOUT_SECONDS)


def _connect_locally(path: str) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(_TIMEOUT_SECONDS)
    try:
        connection.connect(path)
    except OSError:
        connection.close()
        raise
    return connection


def _answer(connection: socket.socket) -> bytes:
    parts = []
    while part := connection.recv(4096):
        parts.append(part)
    return b"".join(parts).rstrip(b"\0\r\n ")
