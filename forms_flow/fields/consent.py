"""One consent to one thing: a tick of its own, with the text that was agreed to."""

import hashlib
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override as use_language
from django.utils.translation import pgettext, pgettext_lazy

from forms_flow.definition import Question, say
from forms_flow.fields.base import FieldKind
from forms_flow.fields.messages import problem, title_of
from forms_flow.fields.typed import as_typed
from forms_flow.fields.widgets import TEMPLATES, Control

TICKED = "yes"
PARTS = ("tick", "text")


class ConsentControl(Control):
    """A tick box, and beside it in secret which text it stood next to: another text was not agreed to."""

    template_name = TEMPLATES + "consent.html"
    use_fieldset = True

    def __init__(self, question: Question, language: str) -> None:
        """Show the text of the question in the language."""
        self.text = text_of(question, language)
        self.known = digests(question)
        super().__init__()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        """Return the tick and the mark of its text."""
        del files
        return {part: data.get(f"{name}-{part}") or "" for part in PARTS}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Tell whether neither was sent; an unticked box sends only the mark."""
        del files
        return not any(f"{name}-{part}" in data for part in PARTS)

    def format_value(self, value: Any) -> Any:
        """Leave the value: it is one text a part."""
        return value

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template. Ticked only when the person ticked it beside this very text."""
        context = super().get_context(name, value, attrs)
        given = value or {}
        context["widget"] |= {
            "text": self.text,
            "digest": digest(self.text),
            "value": TICKED,
            "checked": given.get("tick") == TICKED and given.get("text") in self.known,
        }
        return context


class Consent(FieldKind):
    """The hint is the text. Stored as ``{"value": true or false, "text_digest": SHA-256 of the text that was shown}``.

    A consent that is asked for and not given is an answer too, so only a required one can be missing.
    """

    name: ClassVar[str] = "consent"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Consent")
    may_be_offered: ClassVar[bool] = False

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the tick box."""
        return ConsentControl(question, language)

    def form_field(self, question: Question, language: str) -> forms.Field:
        """Return the field; the text stands beside the box and not once more above it."""
        field = super().form_field(question, language)
        field.help_text = ""
        return field

    def typed(self, value: Any) -> dict[str, str]:
        """Return the tick and the mark of its text."""
        given = value if isinstance(value, Mapping) else {}
        return {part: as_typed(given.get(part)) for part in PARTS}

    def is_blank(self, typed: Any) -> bool:
        """Never: not ticking says no."""
        del typed
        return False

    def missing(self, question: Question, language: str) -> str:
        """Return the message for a required consent without a tick."""
        if own := question.options.get("missing"):
            return say(own, language)
        return _("%(question)s: tick the box if you agree; we cannot go on without it") % {
            "question": title_of(question, language)
        }

    def parse(self, question: Question, typed: Any, language: str) -> dict[str, Any]:
        """Return the answer. A tick beside a text that is no longer the question's counts for nothing."""
        known = typed["text"] in digests(question)
        shown = typed["text"] if known else digest(text_of(question, language))
        if typed["tick"] == TICKED and not known:
            message = _("%(question)s: the text has changed; read it again, and tick the box if you agree")
            raise problem(message % {"question": title_of(question, language)}, "changed")
        if typed["tick"] != TICKED and question.required:
            raise problem(self.missing(question, language), "missing")
        return {"value": typed["tick"] == TICKED, "text_digest": shown}

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the answer itself: nothing was typed."""
        del raw
        return cleaned

    def initial(self, answer: Any) -> Any:
        """Return the tick and the mark of the text it was given to."""
        return {} if answer is None else {"tick": TICKED * answer["value"], "text": answer["text_digest"]}

    def post(self, name: str, answer: Any) -> dict[str, Any]:
        """Return both as a browser would send them."""
        return {f"{name}-{part}": text for part, text in self.initial(answer).items()}

    def condition_name(self, name: str) -> str:
        """Return the name of the tick box."""
        return f"{name}-tick"

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return what was said."""
        del question
        if answer is None:
            return []
        with use_language(language):
            return [pgettext("consent", "I agree") if answer["value"] else pgettext("consent", "I do not agree")]


def text_of(question: Question, language: str) -> str:
    """Return the text that is agreed to; the label where an editor has not written one yet."""
    return say(question.hint, language) or say(question.label, language)


def digest(text: str) -> str:
    """Return the SHA-256 of a text, by which the stored version proves what was agreed to."""
    return hashlib.sha256(text.encode()).hexdigest()


def digests(question: Question) -> frozenset[str]:
    """Return the marks of the question's text in every language: whoever changes the language agreed all the same."""
    languages = {*question.hint, *question.label}
    return frozenset(digest(text_of(question, language)) for language in languages)
