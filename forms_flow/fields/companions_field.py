"""The Django field of a repeating group: counts its entries, and looks at each of them again."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.forms import BaseForm
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from forms_flow.definition import Question, say
from forms_flow.fields.answer import AnswerField
from forms_flow.fields.messages import problem, title_of
from forms_flow.fields.widgets import TEMPLATES, Control

if TYPE_CHECKING:
    from forms_flow.fields.base import FieldKind

MOST = 10

#: One entry: part -> answer.
Entry = Mapping[str, Any]


class Row(NamedTuple):
    """One entry as the list shows it. `is_open` tells that its page was left with mistakes."""

    title: str
    name: str
    change_url: str
    remove_url: str
    is_open: bool = False


class Listing(NamedTuple):
    """The list as the wizard knows it: entries, those begun and not saved included, and where to add one."""

    rows: Sequence[Row] = ()
    add_url: str = ""


class CompanionsControl(Control):
    """A list with its links; each is a page of its own, so nothing here is sent."""

    template_name = TEMPLATES + "companions.html"
    use_fieldset = True

    def __init__(self) -> None:
        """Show an empty list until the form knows better."""
        self.listing = Listing()
        self.most = MOST
        super().__init__()

    def first_id(self, id_: str, box: str = "") -> str:
        """Return the id of the link to the faulty entry; else that of the link that adds one."""
        return f"{id_}-{box}" if box else id_

    def value_from_datadict(self, data: Any, files: Any, name: str) -> None:
        """Return nothing: the entries are stored already."""

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Tell that nothing is missing from the post."""
        del data, files, name
        return False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template."""
        attrs = {key: text for key, text in (attrs or {}).items() if key != "box"}
        context = super().get_context(name, value, attrs)
        rows = self.listing.rows
        context["widget"] |= {
            "listing": self.listing,
            "most": self.most,
            "is_full": len(rows) >= self.most,
        }
        return context


class CompanionsField(AnswerField):
    """The form sets the entries, and how to look at one of them again; its class, the form of one entry."""

    def __init__(self, kind: "FieldKind", question: Question, language: str) -> None:
        """Begin without entries."""
        super().__init__(kind, question, language)
        self.required = fewest(question) > 0
        self.widget.most = most(question)
        self.entry_class: type[BaseForm] | None = None
        self.entries: Sequence[Entry] = ()
        self.again: Callable[[int], BaseForm] | None = None

    def clean(self, value: Any) -> Sequence[Entry]:
        """Return the entries, each of them found right once more."""
        del value
        for number, row in enumerate(self.widget.listing.rows, 1):
            if row.is_open:
                message = _("%(entry)s is not saved yet: finish it, or remove it")
                raise problem(message % {"entry": entry_title(number)}, "open", str(number))
        if len(self.entries) < fewest(self.question):
            raise problem(self._too_few(), "missing")
        if len(self.entries) > most(self.question):
            raise problem(self._too_many(), "too_many", str(most(self.question) + 1))
        for number in range(1, len(self.entries) + 1):
            self._look(number)
        return self.entries

    def _look(self, number: int) -> None:
        form = self.again(number) if self.again else None
        if form is None or form.is_valid():
            return
        message = next(iter(form.errors.values()))[0]
        text = _("%(entry)s: %(message)s") % {"entry": entry_title(number), "message": message}
        raise problem(text, "entry", str(number))

    def _too_few(self) -> str:
        if own := self.question.options.get("missing"):
            return say(own, self.language)
        count = fewest(self.question)
        text = ngettext(
            "%(question)s: add at least %(count)d companion",
            "%(question)s: add at least %(count)d companions",
            count,
        )
        return text % {"question": title_of(self.question, self.language), "count": count}

    def _too_many(self) -> str:
        count = most(self.question)
        text = ngettext(
            "%(question)s: at most %(count)d companion; remove the others",
            "%(question)s: at most %(count)d companions; remove the others",
            count,
        )
        return text % {"question": title_of(self.question, self.language), "count": count}


def fewest(question: Question) -> int:
    """Return how many entries there must be."""
    return int(question.options.get("min", 1 if question.required else 0))


def most(question: Question) -> int:
    """Return how many entries there may be."""
    return int(question.options.get("max", MOST))


def entry_title(number: int) -> str:
    """Return what an entry is called in headings and messages."""
    return _("Companion %(number)d") % {"number": number}
