"""Looking at an uploaded file: made harmless, scanned, or refused in the words of the form."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from forms_flow.enums import ScanState
from forms_flow.vault.inspect import Inspected, UploadRefused, inspect_upload
from forms_flow.vault.scan import scan


@dataclass(frozen=True)
class Looked:
    """A file that may be stored, and what the scanner said."""

    file: Inspected
    scan: ScanState


def look(file: Any) -> Looked:
    """Return the file made harmless. Raises ValidationError when it is not taken."""
    try:
        return _looked(inspect_upload(file))
    except UploadRefused as refusal:
        raise ValidationError(refusal.message, code=refusal.code) from None


def _looked(found: Inspected) -> Looked:
    state = scan(found.content)
    if state == ScanState.INFECTED:
        raise UploadRefused("infected")
    return Looked(found, state)
