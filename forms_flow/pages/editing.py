"""The editor's form of a form page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue, StructValue

from forms_flow.pages.order import why_it_waits

REQUIRED_TO_PUBLISH = ("intro", "steps", "privacy_text", "declaration_text", "next_steps_text")


class FormPageForm(WagtailAdminPageForm):
    """Asks for every part when the page is published, and lets a draft or a translation be half written.

    The fields themselves may be empty: wagtail-localize validates whole pages even when it saves a draft.
    """

    def clean(self) -> dict[str, Any]:
        """Refuse to publish what has parts missing."""
        cleaned: dict[str, Any] = super().clean()
        cleaned.update({name: with_plain_lines(value) for name, value in cleaned.items()})
        if not self.is_deferred_validation:
            for name in REQUIRED_TO_PUBLISH:
                if name not in self.errors and not cleaned.get(name):
                    self.add_error(name, _("Fill in this part before publishing."))
            if reason := why_it_waits(self.instance):
                self.add_error(None, reason)
        return cleaned


def with_plain_lines(value: Any) -> Any:
    r"""Return texts with ``\n`` where browsers send ``\r\n``: a text nobody touched would lose its translation."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    if isinstance(value, StructValue):
        for name, part in value.items():
            value[name] = with_plain_lines(part)
    elif isinstance(value, StreamValue):
        for child in value:
            child.value = with_plain_lines(child.value)
    return value
