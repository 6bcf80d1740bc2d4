"""What an editor should look at after an import. Notes never change the text."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Doubt(StrEnum):
    """The kinds of doubt."""

    YA = "ya"
    TA = "ta"
    HAMZA = "hamza"
    SPACES = "spaces"
    PUNCTUATION = "punctuation"
    REPEATED = "repeated"
    FOREIGN_LETTER = "foreign_letter"
    INVISIBLE = "invisible"
    BLANK = "blank"
    BRACKETS = "brackets"
    ENCODING = "encoding"
    FOOTNOTES = "footnotes"
    PAGE_HEADER = "page_header"
    DATE = "date"
    LETTERHEAD_AGAIN = "letterhead_again"


_SENTENCES = {
    Doubt.YA: gettext_lazy("“%(found)s” ends in alef maqsura; was “%(better)s” meant?"),
    Doubt.TA: gettext_lazy("“%(found)s” ends in ha; was “%(better)s” meant?"),
    Doubt.HAMZA: gettext_lazy("“%(found)s” lacks its hamza; was “%(better)s” meant?"),
    Doubt.SPACES: gettext_lazy("More than one space follows “%(found)s”."),
    Doubt.PUNCTUATION: gettext_lazy("The punctuation near “%(found)s” looks unusual."),
    Doubt.REPEATED: gettext_lazy("The word “%(found)s” comes twice in a row."),
    Doubt.FOREIGN_LETTER: gettext_lazy("“%(found)s” has a letter of another keyboard; was “%(better)s” meant?"),
    Doubt.INVISIBLE: gettext_lazy("An invisible mark stands in “%(found)s”."),
    Doubt.BLANK: gettext_lazy("A blank is left open: “%(found)s”."),
    Doubt.BRACKETS: gettext_lazy("A bracket is not closed or not opened near “%(found)s”."),
    Doubt.ENCODING: gettext_lazy("The file was read as %(found)s. Check a few words before publishing."),
    Doubt.FOOTNOTES: gettext_lazy("Footnotes in the file: %(found)s. They were not taken over."),
    Doubt.PAGE_HEADER: gettext_lazy("The page header or footer says “%(found)s”. It was not taken over."),
    Doubt.DATE: gettext_lazy("The meeting date “%(found)s” could not be read. Enter it by hand."),
    Doubt.LETTERHEAD_AGAIN: gettext_lazy("The letterhead comes again; it was taken over once."),
}


@dataclass(frozen=True, kw_only=True)
class Note:
    """One doubt; `line` is the line of the file, 0 when it concerns the whole file."""

    doubt: Doubt
    line: int = 0
    found: str = ""
    better: str = ""

    def __str__(self) -> str:
        """Say it in the active language."""
        sentence = str(_SENTENCES[self.doubt]) % {"found": self.found, "better": self.better}
        if not self.line:
            return sentence
        return _("Line %(line)s: %(note)s") % {"line": self.line, "note": sentence}
