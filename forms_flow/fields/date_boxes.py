"""The control of a date: a calendar choice and three boxes."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from forms_flow.fields.reading import BOXES, CALENDARS
from forms_flow.fields.widgets import TEMPLATES, Control, Option, option_rows
from home.months import Calendar

CALENDAR_LABELS = {"gregorian": _("Gregorian"), "hijri": _("Hijri")}
_BOX_LABELS = {"day": _("Day"), "month": _("Month"), "year": _("Year")}


class DateBoxes(Control):
    """Three text boxes, so that no browser or locale turns day and month round. The day carries the field's id."""

    template_name = TEMPLATES + "date.html"
    use_fieldset = True

    def __init__(self, calendars: Sequence[Calendar] = CALENDARS, *, birthday: bool = False) -> None:
        """Offer these calendars; `birthday` lets the browser fill in the applicant's own."""
        self.calendars = calendars
        self.birthday = birthday
        super().__init__()

    def first_id(self, id_: str, box: str = "") -> str:
        """Return the id of a box; the day unless another one is at fault."""
        return id_ if box in {"", "day"} else f"{id_}-{box}"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        """Return what stands in each box."""
        del files
        return {box: data.get(f"{name}-{box}") or "" for box in (*BOXES, "calendar")}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Tell whether no box was sent."""
        del files
        return not any(f"{name}-{box}" in data for box in BOXES)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template."""
        attrs = dict(attrs or {})
        faulty, invalid = attrs.pop("box", ""), attrs.pop("aria-invalid", "")
        context = super().get_context(name, value, attrs)
        given = value or {}
        id_ = context["widget"]["attrs"].get("id", name)
        options = [Option(key, CALENDAR_LABELS[key]) for key in self.calendars]
        context["widget"] |= {
            "calendars": list(option_rows(options, given.get("calendar", ""), f"{id_}-calendar")),
            "boxes": [
                {
                    "name": f"{name}-{box}",
                    "id": self.first_id(id_, box),
                    "label": _BOX_LABELS[box],
                    "value": given.get(box, ""),
                    "year": box == "year",
                    "autocomplete": f"bday-{box}" if self.birthday else "off",
                    "invalid": invalid and faulty in {"", box},
                }
                for box in BOXES
            ],
        }
        return context

    def format_value(self, value: Any) -> Any:
        """Leave the value: it is one text a box."""
        return value
