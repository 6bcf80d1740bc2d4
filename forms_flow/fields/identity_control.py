"""The control of an identity: radios for the document, a box for its number, and a passport's details."""

import json
from collections.abc import Iterable
from typing import Any

from forms_flow.fields.countries import country_name, country_options
from forms_flow.fields.date_boxes import DateBoxes
from forms_flow.fields.documents import NONE, PASSPORT, Document
from forms_flow.fields.widgets import TEMPLATES, Control, Option, option_rows

EXPIRY_BOXES = {"expiry-day": "day", "expiry-month": "month", "expiry-year": "year"}
PARTS = ("kind", "number", "country", *EXPIRY_BOXES)


class IdentityControl(Control):
    """Works as a whole without JavaScript; the show-when data lets JavaScript hide what the kind does not need."""

    template_name = TEMPLATES + "identity.html"
    use_fieldset = True

    def __init__(self, documents: Iterable[Document], passport_language: str = "") -> None:
        """Offer these documents; with a language, ask for a passport's details too."""
        self.documents = tuple(documents)
        self.passport_language = passport_language
        super().__init__()

    def first_id(self, id_: str, box: str = "") -> str:
        """Return the id of a part; the first radio unless another part is at fault."""
        match box:
            case "" | "kind":
                return id_
            case "expiry-day":
                return f"{id_}-expiry"
            case _:
                return f"{id_}-{box}"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        """Return what was given for each part."""
        del files
        return {part: data.get(f"{name}-{part}") or "" for part in PARTS}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Tell whether neither kind nor number was sent."""
        del files
        return f"{name}-kind" not in data and f"{name}-number" not in data

    def format_value(self, value: Any) -> Any:
        """Leave the value: it is one text a part."""
        return value

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template."""
        attrs = dict(attrs or {})
        faulty, invalid = attrs.pop("box", ""), attrs.pop("aria-invalid", "")
        context = super().get_context(name, value, attrs)
        given = value or {}
        id_ = context["widget"]["attrs"].get("id", name)
        rows = option_rows([Option(item.key, str(item.label)) for item in self.documents], given.get("kind", ""), id_)
        context["widget"] |= {
            "rows": list(rows),
            "kind_invalid": invalid and faulty in {"", "kind"},
            "number": given.get("number", ""),
            "number_invalid": invalid and faulty == "number",
            "number_show": _show_when(name, [item.key for item in self.documents if item.key != NONE]),
            "country_invalid": invalid and faulty == "country",
            "passport_show": _show_when(name, [PASSPORT]),
        }
        if self.passport_language:
            country = given.get("country", "")
            context["widget"] |= {
                "country": country,
                "country_name": country_name(country, self.passport_language),
                "country_options": country_options(self.passport_language),
            }
            context["expiry"] = _expiry(name, id_, given, faulty if invalid else None)
        return context


def _show_when(name: str, kinds: list[str]) -> str:
    return json.dumps({"any": False, "conditions": [{"name": f"{name}-kind", "operator": "one_of", "values": kinds}]})


def _expiry(name: str, id_: str, given: dict[str, str], faulty: str | None) -> dict[str, Any]:
    value = {box: given.get(part, "") for part, box in EXPIRY_BOXES.items()}
    attrs: dict[str, Any] = {"id": f"{id_}-expiry"}
    if faulty and faulty.startswith("expiry"):
        attrs |= {"aria-invalid": "true", "box": EXPIRY_BOXES[faulty]}
    widget: dict[str, Any] = DateBoxes(("gregorian",)).get_context(f"{name}-expiry", value, attrs)["widget"]
    return widget
