"""The way into the inbox, in the sidebar of the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from forms_flow.inbox.listing import counted
from forms_flow.records.applications import Application
from forms_flow.records.staff import can
from forms_flow.rules import Capability

#: The sidebar counts no further than this.
MOST_SHOWN = 99


class InboxMenuItem(MenuItem):
    """Shown only to people who may see applications, with the number of open ones in their departments."""

    def __init__(self) -> None:
        """Stand first in the menu."""
        super().__init__(
            pgettext_lazy("inbox", "Applications"),
            reverse_lazy("inbox:list"),
            name="applications",
            icon_name="clipboard-list",
            order=50,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Hide it from everybody else."""
        return can(request.user, Capability.SEE)

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        """Add the number to the words: Wagtail's sidebar has no badge."""
        count = counted(Application.objects.visible_to(request.user).filter(is_open=True), MOST_SHOWN)
        values: dict[str, Any] = {"label": str(self.label), "count": min(count, MOST_SHOWN)}
        label = _("%(label)s (more than %(count)d)") if count > MOST_SHOWN else _("%(label)s (%(count)d)")
        return LinkMenuItem(
            self.name, label % values if count else str(self.label), str(self.url), icon_name=self.icon_name
        )


class EnterMenuItem(MenuItem):
    """Shown only to people who may enter an application for somebody."""

    def __init__(self) -> None:
        """Stand below the applications."""
        super().__init__(
            pgettext_lazy("inbox", "Enter an application"),
            reverse_lazy("inbox:enter"),
            name="enter-application",
            icon_name="edit",
            order=51,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Hide it from everybody else."""
        return can(request.user, Capability.ENTER)
