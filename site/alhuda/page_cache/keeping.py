"""What may be kept: only what somebody said is the same for everybody, and nothing that looks otherwise."""

import logging
from collections.abc import Iterable

from home.made_from import Made

logger = logging.getLogger(__name__)

#: Django's name for the token in a form. A page that holds one is made for one visitor.
TOKEN = b"csrfmiddlewaretoken"
_NEVER = ("no-store", "private", "no-cache")
_SHARED_VARY = {"", "accept-encoding"}


def may_be_kept(status: str, headers: Iterable[tuple[str, str]], body: bytes, *, made: Made, query: str) -> bool:
    """Return whether an answer to an address with this query may be kept for everybody."""
    if made.query is None or made.query != query or not status.startswith("200 "):
        return False
    found = {name.lower(): value.lower() for name, value in headers}
    faults = [*_faults(found)]
    if TOKEN in body:
        faults.append("holds a token")
    if faults:
        logger.warning("a public page is not kept: it %s", ", ".join(faults))
    return not faults


def _faults(headers: dict[str, str]) -> Iterable[str]:
    if "set-cookie" in headers:
        yield "sets a cookie"
    if not {part.strip() for part in headers.get("vary", "").split(",")} <= _SHARED_VARY:
        yield "differs by more than its encoding"
    if any(word in headers.get("cache-control", "") for word in _NEVER):
        yield "is marked as nobody else's"
    if not headers.get("content-type", "").startswith("text/html"):
        yield "is no page"
