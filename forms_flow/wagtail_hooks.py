"""What the Wagtail admin gets from here: the inbox and the administrator's tables."""

from django.urls import URLResolver, include, path
from wagtail import hooks

from forms_flow.inbox.menu import InboxMenuItem
from forms_flow.inbox.offices import OfficesViewSetGroup


@hooks.register("register_admin_urls")
def inbox_urls() -> list[URLResolver]:
    """Put the inbox at /staff/applications/."""
    return [path("applications/", include("forms_flow.inbox.urls"))]


@hooks.register("register_admin_menu_item")
def inbox_menu_item() -> InboxMenuItem:
    """Show the way to it."""
    return InboxMenuItem()


@hooks.register("register_admin_viewset")
def offices() -> OfficesViewSetGroup:
    """Register departments, memberships and holidays."""
    return OfficesViewSetGroup()
