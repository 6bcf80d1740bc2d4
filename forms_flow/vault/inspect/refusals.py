"""Why a file is not taken, each reason in its own words (req 44)."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MESSAGES: Mapping[str, Promise] = MappingProxyType(
    {
        "none": _("choose a file"),
        "empty": _("the file is empty; choose another"),
        "too_big": _("the file is larger than 8 MB; take the picture again at a lower quality, or split the file"),
        "kind": _("choose a picture (JPEG, PNG, HEIC, WEBP) or a PDF"),
        "unreadable": _("the file cannot be opened; take the picture again or save the file anew"),
        "too_many_pixels": _("the picture has more dots than we can open; take it again at a lower quality"),
        "password": _("the PDF has a password; save a copy without one and send that"),
        "dangerous": _("the PDF holds attachments or code; print it to a new PDF or send a photo of it"),
        "too_many_pages": _("the file has more than 50 pages; split it and send the part we ask for"),
        "infected": _("the virus check found this file harmful; send another copy"),
    },
)


class UploadRefused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """The file is not taken. `message` is for the applicant and stands after the name of the document and a colon."""

    def __init__(self, code: str) -> None:
        """Take the code; one that is not known counts as a file that cannot be read."""
        self.code = code if code in MESSAGES else "unreadable"
        self.message = MESSAGES[self.code]
        super().__init__(self.code)
