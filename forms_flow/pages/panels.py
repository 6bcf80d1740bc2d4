"""Panels of the form editor."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

from forms_flow.pages.stumbles import StumblesPanel


class ReadinessPanel(Panel):
    """The list of what still keeps the form from opening (req 85)."""

    class BoundPanel(Panel.BoundPanel):
        """The list for one page."""

        template_name = "forms_flow/pages/readiness_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the list; a page never saved has none yet."""
            from forms_flow.pages.readiness import gaps  # noqa: PLC0415 - it reads the model these panels belong to

            context: dict[str, Any] = super().get_context_data(parent_context)
            context["gaps"] = gaps(self.instance) if self.instance.pk else []
            context["is_new"] = self.instance.pk is None
            return context


def form_panels() -> list[Panel]:
    """Return the panels of a form, in the order in which an editor thinks of it."""
    return [
        ReadinessPanel(heading=_("What is missing")),
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("track"), FieldPanel("services"), FieldPanel("minutes")], heading=_("What it is for")
        ),
        FieldPanel("steps"),
        MultiFieldPanel(
            [FieldPanel("privacy_text"), FieldPanel("declaration_text"), FieldPanel("next_steps_text")],
            heading=_("Privacy, declaration, what happens next"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on"), FieldPanel("capacity")])],
            heading=_("When it takes applications"),
        ),
        StumblesPanel(heading=_("Where people stumble")),
        MultiFieldPanel(
            [
                FieldPanel("owner", heading=_("Responsible for the form")),
                FieldPanel("department_key"),
                FieldPanel("one_open"),
                FieldPanel("two_people"),
                FieldRowPanel([FieldPanel("retention_months")]),
            ],
            heading=_("How applications are handled"),
        ),
    ]
