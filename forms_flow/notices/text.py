"""Text messages, by the adapter that SMS_BACKEND names: a file for the demo, or a gateway that speaks our contract.

The contract is in docs/operations.md. No answer of a gateway is kept or logged: it might repeat the mobile.
"""

import json
import os
import time
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings

from forms_flow.notices.faults import DoubtfulError, GatewayError, NoAddressError, RefusedError, UnknownAnswerError
from forms_flow.records.notices import Notice

#: How long each wait on the line may take, how long the whole answer, and how much of it is read.
TIMEOUT, PATIENCE, LONGEST_ANSWER = 10, 30, 64 * 1024
#: Refusals that are about us or about now, not about this message.
_LATER = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.REQUEST_TIMEOUT,
        HTTPStatus.TOO_EARLY,
        HTTPStatus.TOO_MANY_REQUESTS,
    }
)


def send(notice: Notice, body: str, mobile: str) -> None:
    """Send one text message. Raises RefusedError, DoubtfulError, or whatever kept it from being taken."""
    if not mobile:
        raise NoAddressError
    scheme, _, target = settings.SMS_BACKEND.partition(":")
    if scheme == "file":
        _append(Path(target), f"{mobile}\n{body}\n\n")
    elif scheme in {"http", "https"}:
        _post(urlsplit(settings.SMS_BACKEND), {"id": str(notice.pk), "to": mobile, "text": body})
    else:
        raise GatewayError  # no gateway is set up any more


def _append(folder: Path, text: str) -> None:
    """Append the text to the file of SMS_BACKEND: one private file, for the demo and for tests."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(folder / "messages.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.write(text)


def _post(url: SplitResult, content: dict[str, str]) -> None:
    kind = HTTPSConnection if url.scheme == "https" else HTTPConnection
    connection = kind(url.hostname or "", url.port, timeout=TIMEOUT)
    try:
        connection.connect()  # what fails up to here was surely not sent
        try:
            connection.request("POST", _path(url), body=json.dumps(content).encode(), headers=_headers(url, content))
            answer = connection.getresponse()
            body = _read(answer)
        except (HTTPException, OSError) as error:
            raise DoubtfulError from error
        _judge(answer.status, body)
    finally:
        connection.close()


def _path(url: SplitResult) -> str:
    return (url.path or "/") + (f"?{url.query}" if url.query else "")


def _headers(url: SplitResult, content: dict[str, str]) -> dict[str, str]:
    """Return the headers; what stands before the host in the address is the token."""
    token = {"Authorization": f"Bearer {unquote(url.username)}"} if url.username else {}
    return {"Content-Type": "application/json", "Idempotency-Key": content["id"], **token}


def _read(answer: HTTPResponse) -> bytes:
    """Read the answer, as long as it is short and comes at a reasonable pace."""
    until = time.monotonic() + PATIENCE
    body = b""
    while len(body) <= LONGEST_ANSWER and (more := answer.read1(4096)):
        body += more
        if time.monotonic() > until:
            raise TimeoutError
    return body


def _judge(status: int, body: bytes) -> None:
    """Take only the words of the contract for a yes."""
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES and _is_accepted(body):
        return
    if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        if status in _LATER:
            raise GatewayError
        raise RefusedError from GatewayError()
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise GatewayError
    raise DoubtfulError from UnknownAnswerError()


def _is_accepted(body: bytes) -> bool:
    try:
        answer = json.loads(body)
    except ValueError:  # also what is not UTF-8
        return False
    return isinstance(answer, dict) and answer.get("status") == "accepted"
