"""The reminders on the first page of the admin, for whoever has any."""

from typing import Any, ClassVar

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from forms_flow.domain.alerts import unseen
from forms_flow.records.staff import can
from forms_flow.rules import Capability


class AlertsPanel(Component):
    """How many reminders there are, and the way to them."""

    name = "alerts"
    order: ClassVar[int] = 10
    template_name = "forms_flow/inbox/alerts_panel.html"

    def __init__(self, count: int) -> None:
        """Show this number."""
        self.count = count

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Give the template the number."""
        del parent_context
        return {"count": self.count}


def add_alerts_panel(request: HttpRequest, panels: list[Component]) -> None:
    """Put the panel on the page of a person who has reminders."""
    count = sum(1 for _alert in unseen(request.user)) if can(request.user, Capability.NOTE) else 0
    if count:
        panels.append(AlertsPanel(count))
