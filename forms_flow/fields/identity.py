"""Who somebody is: the kind of document and its number, which must agree."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override as use_language
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question, say
from forms_flow.enums import MatchKind
from forms_flow.fields import date_messages
from forms_flow.fields.base import MASK, FieldKind
from forms_flow.fields.countries import countries, country_name
from forms_flow.fields.documents import (
    DOCUMENTS,
    NONE,
    PASSPORT,
    Document,
    normal_number,
    problem_with,
)
from forms_flow.fields.identity_control import EXPIRY_BOXES, PARTS, IdentityControl
from forms_flow.fields.messages import problem, title_of
from forms_flow.fields.reading import UnreadableError, read
from forms_flow.fields.typed import as_typed
from home.dates import both_calendars, today


class Identity(FieldKind):
    """Stored as ``{"kind", "number", "raw"}``, with ``country`` and ``expiry`` for a passport.

    Options: ``kinds`` (keys of the documents offered), ``passport_details`` (ask country and expiry).
    """

    name: ClassVar[str] = "identity"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Identity document")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the radios, the number and, where asked for, the passport's country and expiry."""
        wanted = question.options.get("passport_details") and PASSPORT in offered(question)
        return IdentityControl(offered(question).values(), language if wanted else "")

    def typed(self, value: Any) -> dict[str, str]:
        """Return every part as typed."""
        given = value if isinstance(value, Mapping) else {}
        return {part: as_typed(given.get(part)) for part in PARTS}

    def is_blank(self, typed: Any) -> bool:
        """Tell whether neither a kind nor a number was given."""
        return not typed["kind"] and not normal_number(typed["number"])

    def missing(self, question: Question, language: str) -> str:
        """Return the message for no choice of a document."""
        if own := question.options.get("missing"):
            return say(own, language)
        return _("%(question)s: choose the kind of document") % {"question": title_of(question, language)}

    def parse(self, question: Question, typed: Any, language: str) -> dict[str, str]:
        """Return kind and number in normal form."""
        document = offered(question).get(typed["kind"])
        if document is None:
            raise problem(self.missing(question, language), "kind", "kind")
        if document.key == NONE:
            return {"kind": NONE, "number": ""}
        number = normal_number(typed["number"])
        if message := problem_with(document, number):
            raise problem(str(message), "number", "number")
        details = bool(question.options.get("passport_details")) and document.key == PASSPORT
        return {"kind": document.key, "number": number, **(_passport(typed, language) if details else {})}

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the parts in normal form and as typed; what was typed beside "none" is not kept."""
        if cleaned is None:
            return None
        typed = self.typed(raw)
        kept = {"kind"} if cleaned["kind"] == NONE else {"kind", "number"}
        if "expiry" in cleaned:
            kept = set(PARTS)
        return {**cleaned, "raw": {part: text for part, text in typed.items() if part in kept}}

    def initial(self, answer: Any) -> Any:
        """Return the parts as typed."""
        return {} if answer is None else dict(answer["raw"])

    def post(self, name: str, answer: Any) -> dict[str, Any]:
        """Return the parts as a browser would send them."""
        return {f"{name}-{part}": text for part, text in self.initial(answer).items()}

    def condition_name(self, name: str) -> str:
        """Return the name of the radios."""
        return f"{name}-kind"

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the kind, the number as typed, and the passport's country and expiry."""
        del question
        return _lines(answer, language, "" if answer is None else answer["raw"].get("number", ""))

    def masked(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the kind and the last four digits."""
        del question
        number = "" if answer is None else answer["number"]
        return _lines(answer, language, MASK + number[-4:] if number else "")[:2]

    def tokens(self, question: Question, answer: Any) -> list[tuple[MatchKind, str]]:
        """Return the normal number."""
        del question
        return [(MatchKind.IDENTITY, answer["number"])] if answer and answer["number"] else []


def offered(question: Question) -> Mapping[str, Document]:
    """Return the documents that the question accepts, in the usual order."""
    wanted = question.options.get("kinds") or list(DOCUMENTS)
    return {key: document for key, document in DOCUMENTS.items() if key in wanted}


def _passport(typed: Mapping[str, str], language: str) -> dict[str, str]:
    if typed["country"] not in {option.key for option in countries(language)}:
        raise problem(_("Choose the country that issued the passport"), "country", "country")
    title = _("Passport expiry date")
    try:
        expiry = read({box: typed[part] for part, box in EXPIRY_BOXES.items()}, ("gregorian",)).day
    except UnreadableError as error:
        raise date_messages.unreadable(title, error, several=False, prefix="expiry-") from None
    if expiry <= today():
        raise problem(_("%(question)s: write a date after today") % {"question": title}, "expiry", "expiry-day")
    return {"country": typed["country"], "expiry": expiry.isoformat()}


def _lines(answer: Any, language: str, number: str) -> list[str]:
    if answer is None:
        return []
    with use_language(language):
        lines = [str(DOCUMENTS[answer["kind"]].label), number]
        if "expiry" in answer:
            expiry = both_calendars(dt.date.fromisoformat(answer["expiry"]), language)
            lines += [country_name(answer["country"], language), _("Expires on %(date)s") % {"date": expiry}]
    return [line for line in lines if line]
