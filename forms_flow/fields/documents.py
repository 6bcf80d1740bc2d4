"""The identity documents that people here carry, and the rule of each number."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from stdnum import luhn

from home.text import clean_code

NONE = "none"
PASSPORT = "passport"


@dataclass(frozen=True)
class Document:
    """A kind of document. `advice` is said when the number is missing or cannot be one."""

    key: str
    label: Promise
    advice: Promise | None = None
    pattern: str = ""
    differs: Promise | None = None

    def fits(self, number: str) -> bool:
        """Tell whether the number has the form of this document."""
        return bool(re.fullmatch(self.pattern, number))

    def checks(self, number: str) -> bool:
        """Tell whether the check digit agrees; only the two civil numbers have one."""
        return self.differs is None or luhn.is_valid(number)


NATIONAL_ID = Document(
    key="national_id",
    label=_("National ID"),
    advice=_("Enter the national ID number: 10 digits that begin with 1"),
    pattern="1[0-9]{9}",
    differs=_("Compare the national ID number with the card: one of the digits differs"),
)
IQAMA = Document(
    key="iqama",
    label=_("Resident identity (Iqama)"),
    advice=_("Enter the resident identity number: 10 digits that begin with 2"),
    pattern="2[0-9]{9}",
    differs=_("Compare the resident identity number with the card: one of the digits differs"),
)
DOCUMENTS = {
    document.key: document
    for document in (
        NATIONAL_ID,
        IQAMA,
        Document(
            key="gcc",
            label=_("GCC identity"),
            advice=_("Enter the GCC identity number: 6 to 15 digits"),
            pattern="[0-9]{6,15}",
        ),
        Document(
            key=PASSPORT,
            label=_("Passport"),
            advice=_("Enter the passport number: 6 to 12 English letters and digits"),
            pattern="[A-Z0-9]{6,12}",
        ),
        Document(
            key="border",
            label=_("Border number"),
            # Older guidance says it begins with 3; newer prefixes are unknown, so any but an ID's and a zero will do.
            advice=_("Enter the border number: 10 digits that begin with 3 or a larger digit"),
            pattern="[3-9][0-9]{9}",
        ),
        Document(
            key="nusuk",
            label=_("Nusuk card or permit"),
            advice=_("Enter the number of the Nusuk card or permit: 4 to 20 English letters and digits"),
            pattern="[A-Z0-9]{4,20}",
        ),
        Document(key=NONE, label=_("I have no identity document with me now")),
    )
}
_TAKEN_FOR = {NATIONAL_ID.key: IQAMA, IQAMA.key: NATIONAL_ID}
_MISTAKES = {
    NATIONAL_ID.key: _("A number that begins with 2 is a resident’s: choose “Resident identity (Iqama)”"),
    IQAMA.key: _("A number that begins with 1 is a national ID: choose “National ID”"),
}


def normal_number(text: str) -> str:
    """Return a document number without separators, in capitals and ASCII digits. Search uses it as well."""
    return clean_code(text).upper()


def problem_with(document: Document, number: str) -> Promise | None:
    """Return what is wrong with the number, the most helpful thing first; nothing when it is in order."""
    other = _TAKEN_FOR.get(document.key)
    if other and other.fits(number) and other.checks(number):
        return _MISTAKES[document.key]
    if not document.fits(number):
        return document.advice
    return None if document.checks(number) else document.differs
