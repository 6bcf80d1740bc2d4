"""How the declaration was given: ticked by the applicant, on paper, by telephone, or yet to come by a link.

An officer never ticks it for another. What proves it is kept sealed beside the time: a digest of the very words, who
took it, which files show the paper, and the digest of the link that was sent.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from forms_flow.conditions import Answers
from forms_flow.definition import Flow, say
from forms_flow.enums import DeclarationMode
from forms_flow.records.applications import Application
from forms_flow.vault import keyring

#: The name under which the files of a signed paper are stored.
PAPER = "declaration_paper"
#: Questions whose tick is a declaration or a consent of its own; whoever is helped hears or reads these words too.
_TICKED_KINDS = frozenset({"declaration", "consent"})
_PURPOSE = "declaration-link"
_KEY_BYTES = _SECRET_BYTES = 16


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """One declaration. `at` is empty only while the applicant has yet to confirm it by the link."""

    mode: DeclarationMode
    at: datetime | None
    taken_by: int | None = None
    papers: Sequence[str] = ()


def ticked(at: datetime) -> Declaration:
    """Return the declaration of an applicant who ticked the box."""
    return Declaration(mode=DeclarationMode.TICKED, at=at)


def words(flow: Flow, answers: Answers, language: str) -> list[str]:
    """Return the words to be declared: the form's own, then those of the boxes ticked on the way."""
    boxes = [
        question
        for question in flow.asked(answers)
        if question.kind in _TICKED_KINDS and (answers.get(question.key) or {}).get("value")
    ]
    texts = [say(flow.declaration, language), *(say(item.hint or item.label, language) for item in boxes)]
    return [text for text in texts if text]


def proof(declaration: Declaration, texts: Sequence[str]) -> dict[str, Any]:
    """Return what the application keeps, sealed, of how the declaration was given."""
    kept: dict[str, Any] = {"text": hashlib.sha256("\n".join(texts).encode()).hexdigest()}
    if declaration.taken_by is not None:
        kept["by"] = declaration.taken_by
    if declaration.papers:
        kept["files"] = list(declaration.papers)
    return kept


def new_link(key: UUID) -> tuple[str, str]:
    """Return the token of a link to the declaration of the application `key`, and what is kept of it."""
    token = base64.urlsafe_b64encode(key.bytes + secrets.token_bytes(_SECRET_BYTES)).decode().rstrip("=")
    return token, keyring.digest(token, purpose=_PURPOSE).hex()


def application_of(token: str) -> Application | None:
    """Return the application whose declaration the link asks for, confirmed already or not."""
    try:
        key = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)[:_KEY_BYTES]
        found = Application.objects.filter(pk=UUID(bytes=key)).first()
    except ValueError:
        return None
    kept = ((found.declaration if found else None) or {}).get("link", "")
    made = [digest.hex() for digest in keyring.digests(token, purpose=_PURPOSE)]
    right = any([hmac.compare_digest(kept, one) for one in made])  # noqa: C419 - compares all
    return found if right else None
