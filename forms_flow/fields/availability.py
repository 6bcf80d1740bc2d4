"""When somebody has time: days of the week and parts of the day."""

from collections.abc import Iterator
from typing import Any, ClassVar

from babel import Locale
from django import forms
from django.utils.functional import Promise
from django.utils.translation import override as use_language
from django.utils.translation import pgettext, pgettext_lazy

from forms_flow.definition import Question
from forms_flow.fields import messages
from forms_flow.fields.base import FieldKind
from forms_flow.fields.widgets import TEMPLATES, Control

# The week begins on Sunday here; the numbers are Babel's.
DAYS = {"sun": 6, "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5}
PERIODS = {
    "morning": pgettext_lazy("time of day", "Morning"),
    "evening": pgettext_lazy("time of day", "Evening"),
    "night": pgettext_lazy("time of day", "Night"),
}
#: Every key that an answer may hold, for example ``sun-morning``, in the order of the week.
TIMES = tuple(f"{day}-{period}" for day in DAYS for period in PERIODS)


class TimesControl(Control):
    """A fieldset of tick boxes for each day: a table of them cannot be used on a narrow screen or heard."""

    template_name = TEMPLATES + "availability.html"
    use_fieldset = True

    def __init__(self, language: str) -> None:
        """Name the days in the language."""
        self.language = language
        super().__init__()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the list of ticked times."""
        del files
        given = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
        return [given] if isinstance(given, str) else given

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template."""
        context = super().get_context(name, value, attrs)
        id_ = context["widget"]["attrs"].get("id", name)
        context["widget"]["marks_first"] = "box" in context["widget"]["attrs"]
        context["widget"]["days"] = [
            {"label": day_name(day, self.language), "rows": list(_rows(day, id_, value or ()))} for day in DAYS
        ]
        return context

    def format_value(self, value: Any) -> Any:
        """Leave the value: it is compared with keys, not written."""
        return value


class Availability(FieldKind):
    """Stored as keys like ``sun-morning``."""

    name: ClassVar[str] = "availability"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Days and times")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the tick boxes of the week."""
        del question
        return TimesControl(language)

    def typed(self, value: Any) -> list[str]:
        """Return the keys that were sent."""
        return [str(item) for item in value or ()]

    def missing(self, question: Question, language: str) -> str:
        """Return the message for no choice."""
        return messages.choose(question, language)

    def parse(self, question: Question, typed: Any, language: str) -> list[str]:
        """Return the keys in the order of the week, each once."""
        chosen = [time for time in TIMES if time in typed]
        if not chosen:
            raise messages.problem(self.missing(question, language), "choice")
        return chosen

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the keys alone: nothing was typed."""
        del raw
        return None if cleaned is None else {"value": cleaned}

    def initial(self, answer: Any) -> Any:
        """Return the chosen keys."""
        return [] if answer is None else answer["value"]

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return a line for each day that has a time."""
        del question
        chosen = [] if answer is None else answer["value"]
        with use_language(language):
            days = {day: [str(PERIODS[part]) for part in PERIODS if f"{day}-{part}" in chosen] for day in DAYS}
            between = pgettext("between two things of a list", ", ")
        return [f"{day_name(day, language)}: {between.join(parts)}" for day, parts in days.items() if parts]


def day_name(day: str, language: str) -> str:
    """Return the name of a day of the week."""
    return str(Locale.parse(language).days["format"]["wide"][DAYS[day]])


def _rows(day: str, id_: str, chosen: Any) -> Iterator[dict[str, Any]]:
    for part, label in PERIODS.items():
        key = f"{day}-{part}"
        row_id = id_ if key == TIMES[0] else f"{id_}-{key}"
        yield {"id": row_id, "key": key, "label": label, "checked": key in chosen}
