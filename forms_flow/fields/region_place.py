"""Where somebody is: a place of Rabigh governorate, a region of the Kingdom, or another place by its name."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override as use_language
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question
from forms_flow.fields import messages
from forms_flow.fields.base import FieldKind
from forms_flow.fields.places import OTHER, PLACES, RABIGH, REGIONS
from forms_flow.fields.typed import as_typed, has_visible_letter
from forms_flow.fields.widgets import TEMPLATES, Control, Option, option_rows
from home.text import clean_text

PARTS = ("region", "place")
MAX_LENGTH = 100
#: The choices beside which the town or village may be written.
_WIDE = (*REGIONS, OTHER)


class PlaceControl(Control):
    """A select and a box. The show-when data lets JavaScript hide the box where the choice says it all."""

    template_name = TEMPLATES + "region_place.html"
    use_fieldset = True

    def first_id(self, id_: str, box: str = "") -> str:
        """Return the id of the select, or of the box when that is at fault."""
        return f"{id_}-place" if box == "place" else id_

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        """Return what was given for each part."""
        del files
        return {part: data.get(f"{name}-{part}") or "" for part in PARTS}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Tell whether no part was sent."""
        del files
        return not any(f"{name}-{part}" in data for part in PARTS)

    def format_value(self, value: Any) -> Any:
        """Leave the value: it is one text a part."""
        return value

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template."""
        attrs = dict(attrs or {})
        faulty, invalid = attrs.pop("box", ""), attrs.pop("aria-invalid", "")
        context = super().get_context(name, value, attrs)
        given = value or {}
        rule = {"name": f"{name}-region", "operator": "one_of", "values": list(_WIDE)}
        context["widget"] |= {
            "groups": [list(_rows(group, given)) for group in (RABIGH, REGIONS, (OTHER,))],
            "region_invalid": invalid and faulty != "place",
            "place": given.get("place", ""),
            "place_invalid": invalid and faulty == "place",
            "place_show": json.dumps({"any": False, "conditions": [rule]}),
        }
        return context


class RegionPlace(FieldKind):
    """Stored as ``{"value": key, "place": name}``; the keys are ISO 3166-2 codes, places of our own, or ``other``."""

    name: ClassVar[str] = "region_place"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Region or place")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the select and the box."""
        del question, language
        return PlaceControl()

    def typed(self, value: Any) -> dict[str, str]:
        """Return both parts as typed."""
        given = value if isinstance(value, Mapping) else {}
        return {part: as_typed(given.get(part)) for part in PARTS}

    def is_blank(self, typed: Any) -> bool:
        """Tell whether nothing was chosen and nothing that can be read was written."""
        return not typed["region"] and not clean_text(typed["place"])

    def missing(self, question: Question, language: str) -> str:
        """Return the message for no choice."""
        return messages.choose(question, language)

    def parse(self, question: Question, typed: Any, language: str) -> dict[str, str]:
        """Return the key and the name; a name beside a choice that needs none is not kept."""
        key = typed["region"]
        if key not in PLACES:
            raise messages.problem(self.missing(question, language), "choice", "region")
        place = clean_text(typed["place"]) if key in _WIDE else ""
        if (key == OTHER or place) and not has_visible_letter(place):
            message = _("%(question)s: write the name of the town, village or place")
            named = {"question": messages.title_of(question, language)}
            raise messages.problem(message % named, "place", "place")
        if len(place) > MAX_LENGTH:
            raise messages.problem(messages.shorten(question, language, MAX_LENGTH), "too_long", "place")
        return {"value": key, "place": place}

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the key, the name, and both as typed."""
        if cleaned is None:
            return None
        return {
            **cleaned,
            "raw": {"region": cleaned["value"], "place": self.typed(raw)["place"] * bool(cleaned["place"])},
        }

    def initial(self, answer: Any) -> Any:
        """Return the parts as typed."""
        return {} if answer is None else dict(answer["raw"])

    def post(self, name: str, answer: Any) -> dict[str, Any]:
        """Return the parts as a browser would send them."""
        return {f"{name}-{part}": text for part, text in self.initial(answer).items()}

    def condition_name(self, name: str) -> str:
        """Return the name of the select."""
        return f"{name}-region"

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the name as typed and the region; for another place its name alone."""
        del question
        if answer is None:
            return []
        with use_language(language):
            label = str(PLACES[answer["value"]])
        lines = [answer["raw"]["place"], "" if answer["value"] == OTHER else label]
        return [line for line in lines if line]


def _rows(keys: Any, given: Mapping[str, str]) -> Any:
    return option_rows([Option(key, str(PLACES[key])) for key in keys], given.get("region", ""), "")
