"""Where people stumble: the mistakes of the last days, by question, for the editor of the form (req 41)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext, pgettext_lazy
from wagtail.admin.panels import Panel

from forms_flow.definition import SOURCE_LANGUAGE, Flow, Question, say
from forms_flow.records.mistakes import Mistake
from forms_flow.records.versions import FormVersion

if TYPE_CHECKING:
    from forms_flow.pages.models import FormPage

DAYS = 30
MOST = 20
#: What the codes of messages mean. A code that is not here is told as "another mistake".
WORDS: Mapping[str, Promise] = {
    "missing": pgettext_lazy("mistake", "Left empty"),
    "choice": pgettext_lazy("mistake", "Nothing chosen"),
    "closed": pgettext_lazy("mistake", "Chose a service that is closed"),
    "too_long": pgettext_lazy("mistake", "Text too long"),
    "rule": pgettext_lazy("mistake", "Outside what is allowed"),
    "range": pgettext_lazy("mistake", "Outside what is allowed"),
    "number": pgettext_lazy("mistake", "The number does not fit its document"),
    "kind": pgettext_lazy("mistake", "No kind of document chosen"),
    "country": pgettext_lazy("mistake", "No country chosen"),
    "expiry": pgettext_lazy("mistake", "The document has expired"),
    "mobile": pgettext_lazy("mistake", "Not a mobile number"),
    "email": pgettext_lazy("mistake", "Not an e-mail address"),
    "amount": pgettext_lazy("mistake", "Not an amount"),
    "letters": pgettext_lazy("mistake", "Signs that names do not have"),
    "incomplete": pgettext_lazy("mistake", "A part left empty"),
    "not_day": pgettext_lazy("mistake", "Not a day"),
    "not_month": pgettext_lazy("mistake", "Not a month"),
    "not_year": pgettext_lazy("mistake", "Not a year of four digits"),
    "no_such_day": pgettext_lazy("mistake", "No such day"),
    "other_year": pgettext_lazy("mistake", "Hijri and Gregorian mixed"),
    "other_month": pgettext_lazy("mistake", "Hijri and Gregorian mixed"),
    "too_many": pgettext_lazy("mistake", "Too many files"),
    "request_too_big": pgettext_lazy("mistake", "Files too large together"),
}


class Stumble(NamedTuple):
    """One kind of mistake at one question."""

    question: str
    what: str
    times: int


def stumbles(page: "FormPage") -> list[Stumble]:
    """Return the most frequent ones of the last days; two queries."""
    rows = Mistake.objects.since(page.flow_key, days=DAYS)[:MOST]
    newest = FormVersion.objects.filter(flow_key=page.flow_key).order_by("-number").first() if rows else None
    labels = _labels(newest.flow) if newest else {}
    return [Stumble(labels.get(key, key), _words(code), times) for key, code, times in rows]


def _words(code: str) -> str:
    return str(WORDS.get(code) or pgettext("mistake", "Another mistake"))


def _labels(flow: Flow) -> dict[str, str]:
    asked = [question for step in flow.steps for question in step.questions]
    language = get_language() or SOURCE_LANGUAGE
    return {item.key: say(item.label, language) for question in asked for item in _with_parts(question)}


def _with_parts(question: Question) -> list[Question]:
    return [*question.parts, question]


class StumblesPanel(Panel):
    """The table in the editor of a form."""

    class BoundPanel(Panel.BoundPanel):
        """The table for one page."""

        template_name = "forms_flow/pages/stumbles_panel.html"

        def is_shown(self) -> bool:
            """Show it once there is a page."""
            return bool(super().is_shown()) and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the rows."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "stumbles": stumbles(self.instance), "days": DAYS}
