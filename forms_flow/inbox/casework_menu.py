"""The ways to the lists of casework, in the sidebar of the admin."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.functional import Promise
from wagtail.admin.menu import MenuItem

from forms_flow.records.staff import can
from forms_flow.rules import Capability


class CaseworkMenuItem(MenuItem):
    """Shown only to people with the capability."""

    def __init__(self, label: Promise, url_name: str, icon: str, order: int, capability: Capability) -> None:
        """Lead to a named address."""
        name = url_name.replace(":", "-")
        super().__init__(label, reverse_lazy(url_name), name=name, icon_name=icon, order=order)
        self.capability = capability

    def is_shown(self, request: HttpRequest) -> bool:
        """Hide it from everybody else."""
        return can(request.user, self.capability)
