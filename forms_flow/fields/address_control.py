"""The control of a national address: the short one, or its parts."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from forms_flow.fields.widgets import TEMPLATES, Control

SHORT = "short"


class Part(NamedTuple):
    """A box: its label, its digits when it holds a number, and how a browser fills it in."""

    label: Promise
    digits: int
    autocomplete: str


PARTS: Mapping[str, Part] = {
    "building": Part(pgettext_lazy("address", "Building number"), 4, "off"),
    "street": Part(pgettext_lazy("address", "Street"), 0, "address-line1"),
    "district": Part(pgettext_lazy("address", "District"), 0, "address-level3"),
    "city": Part(pgettext_lazy("address", "City"), 0, "address-level2"),
    "postcode": Part(pgettext_lazy("address", "Postcode"), 5, "postal-code"),
    "additional": Part(pgettext_lazy("address", "Additional number"), 4, "off"),
}
BOXES = (SHORT, *PARTS)


class AddressControl(Control):
    """One box for the short address, and below it one for each part. The short address carries the field's id."""

    template_name = TEMPLATES + "national_address.html"
    use_fieldset = True

    def __init__(self, *, own: bool) -> None:
        """Let the browser fill in the parts when it is the applicant's own address."""
        self.own = own
        super().__init__()

    def first_id(self, id_: str, box: str = "") -> str:
        """Return the id of a box; the short address unless another one is at fault."""
        return id_ if box in {"", SHORT} else f"{id_}-{box}"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        """Return what stands in each box."""
        del files
        return {box: data.get(f"{name}-{box}") or "" for box in BOXES}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Tell whether no box was sent."""
        del files
        return not any(f"{name}-{box}" in data for box in BOXES)

    def format_value(self, value: Any) -> Any:
        """Leave the value: it is one text a box."""
        return value

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template."""
        attrs = dict(attrs or {})
        faulty, invalid = attrs.pop("box", ""), attrs.pop("aria-invalid", "")
        context = super().get_context(name, value, attrs)
        given = value or {}
        id_ = context["widget"]["attrs"].get("id", name)
        context["widget"] |= {
            "short": given.get(SHORT, ""),
            "short_invalid": invalid and faulty in {"", SHORT},
            "boxes": [
                {
                    "name": f"{name}-{box}",
                    "id": self.first_id(id_, box),
                    "label": part.label,
                    "value": given.get(box, ""),
                    "digits": part.digits,
                    "autocomplete": part.autocomplete if self.own else "off",
                    "invalid": invalid and faulty == box,
                }
                for box, part in PARTS.items()
            ],
        }
        return context
