"""A page as the crawler met it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bs4 import BeautifulSoup

#: What was done before the page answered with mistakes.
FAULTY = frozenset({"empty", "bad", "unsaved", "wrong"})
#: What the page answers with, when it is not 200.
STATUSES = {"stale": 409, "missing": 404, "over": 410}


@dataclass(frozen=True)
class Seen:
    """The form, the place in it, what was done there, and what came of it.

    `kinds` are the kinds of the questions by the names of their controls; `beyond` are the pages that lines of the
    error summary lead to; `queries` how many the request made.
    """

    form: str
    language: str
    place: str
    situation: str
    url: str
    status: int
    html: str = field(repr=False)
    queries: int = 0
    kinds: Mapping[str, str] = field(default_factory=dict, repr=False)
    beyond: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        """Return a name for reports."""
        return f"{self.form} {self.language} {self.place} {self.situation}"

    @property
    def soup(self) -> BeautifulSoup:
        """Return the page, read anew."""
        return BeautifulSoup(self.html, "html.parser")

    @property
    def is_step(self) -> bool:
        """Tell whether questions are answered here."""
        return bool(self.kinds)
