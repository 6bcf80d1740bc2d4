"""Carries a read file from the preview to the button that creates the draft, without storing it.

The lines travel through the browser signed, bound to the person who uploaded them, for an hour. Nothing is written
until the button is pressed, and then the same lines give the same policy.
"""

from dataclasses import asdict
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core import signing
from django.utils.translation import gettext as _

from services.policy_import.document import Line, PolicyImportError, Role, Source
from services.policy_import.notes import Doubt, Note

_SALT = "services.policy_import"
_SECONDS = 3600


def seal(source: Source, *, language: str, name: str, actor: AbstractBaseUser) -> str:
    """Return the source as signed text."""
    content = {"source": asdict(source), "language": language, "name": name, "actor": str(actor.pk)}
    return signing.dumps(content, salt=_SALT, compress=True)


def unseal(text: str, *, actor: AbstractBaseUser) -> tuple[Source, str, str]:
    """Return (source, language, file name). Raises PolicyImportError when it is old, altered or another person's."""
    try:
        content = signing.loads(text, salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature as error:
        raise PolicyImportError(_stale()) from error
    if content["actor"] != str(actor.pk):
        raise PolicyImportError(_stale())
    return _source(content["source"]), content["language"], content["name"]


def _source(content: dict[str, Any]) -> Source:
    return Source(
        lines=[Line(**{**line, "role": Role(line["role"])}) for line in content["lines"]],
        digest=content["digest"],
        notes=[Note(**{**note, "doubt": Doubt(note["doubt"])}) for note in content["notes"]],
    )


def _stale() -> str:
    return _("This preview is too old. Choose the file again.")
