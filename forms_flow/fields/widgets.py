"""Controls with small templates of our own: no `required`, no `type=number`, ids that stay."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django import forms
from django.forms.utils import flatatt
from django.utils.translation import ngettext

from forms_flow.fields.counted import plural_forms

TEMPLATES = "forms_flow/fields/"


class Control(forms.Widget):
    """A control. `first_id` is where the error summary's link goes."""

    use_fieldset = False

    def first_id(self, id_: str, box: str = "") -> str:
        """Return the id of the control to put the focus on."""
        del box
        return id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template, the attributes also in one piece."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["widget"]["flat_attrs"] = flatatt(context["widget"]["attrs"])
        return context

    def use_required_attribute(self, initial: Any) -> bool:
        """Never: the server decides, in its own words (req 38)."""
        del initial
        return False


class TextControl(Control):
    """One line of text. Codes, telephones and addresses read left to right; free text finds its own direction."""

    template_name = TEMPLATES + "text.html"

    def __init__(self, *, type_: str = "text", css: str = "", direction: str = "auto", **attrs: str) -> None:
        """Take the input's type, further classes, its direction and other attributes."""
        self.type = type_
        css = f"control {css}".strip()
        super().__init__({"class": css, "dir": direction, **{key.rstrip("_"): text for key, text in attrs.items()}})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template."""
        context = super().get_context(name, value, attrs)
        context["widget"]["type"] = self.type
        return context


class TextAreaControl(Control):
    """Several lines of text. How much may be written stands below, and a script counts what is left (req 13)."""

    template_name = TEMPLATES + "textarea.html"

    def __init__(self, rows: int, *, limit: int) -> None:
        """Take the height in lines and the most characters."""
        self.limit = limit
        super().__init__({"class": "control", "dir": "auto", "rows": str(rows)})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template. The words are those of the request's language."""
        attrs = dict(attrs or {})
        note = f"{attrs.get('id', name)}_count"
        attrs["aria-describedby"] = f"{attrs.get('aria-describedby') or ''} {note}".strip()
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"limit": self.limit, "note": note, "count": json.dumps(_counts(), ensure_ascii=False)}
        return context


def _counts() -> dict[str, dict[str, str]]:
    return {
        "left": plural_forms(lambda n: ngettext("%(count)d character left", "%(count)d characters left", n)),
        "over": plural_forms(lambda n: ngettext("%(count)d character too many", "%(count)d characters too many", n)),
    }


class Option(NamedTuple):
    """One line of a choice."""

    key: str
    label: str
    hint: str = ""


class ChoiceControl(Control):
    """Radios, or tick boxes when several may be chosen. The first one carries the field's own id."""

    template_name = TEMPLATES + "choices.html"
    use_fieldset = True

    def __init__(self, options: Iterable[Option], *, several: bool = False) -> None:
        """Offer these options; tick boxes when several may be chosen."""
        self.options: Sequence[Option] = tuple(options)
        self.several = several
        super().__init__()

    @property
    def role(self) -> str:
        """Return the role of the group around the options; only a radio group may be called invalid."""
        return "" if self.several else "radiogroup"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the chosen key, or the list of chosen keys."""
        if not self.several:
            return super().value_from_datadict(data, files, name)
        given = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
        return [given] if isinstance(given, str) else given

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template."""
        context = super().get_context(name, value, attrs)
        context["widget"] |= {
            "type": "checkbox" if self.several else "radio",
            "rows": list(option_rows(self.options, value, context["widget"]["attrs"].get("id", name))),
            # Only a radio group may be called invalid as a group; of tick boxes the first one is.
            "marks_first": self.several and "box" in context["widget"]["attrs"],
        }
        return context

    def format_value(self, value: Any) -> Any:
        """Leave the value: it is compared with keys, not written."""
        return value


def option_rows(options: Iterable[Option], chosen: Any, id_: str) -> Iterable[dict[str, Any]]:
    """Yield each option with its id and whether it is chosen."""
    chosen_keys = {chosen} if isinstance(chosen, str) else set(chosen or ())
    for index, option in enumerate(options):
        row_id = id_ if index == 0 else f"{id_}-{index}"
        yield {**option._asdict(), "id": row_id, "checked": option.key in chosen_keys}
