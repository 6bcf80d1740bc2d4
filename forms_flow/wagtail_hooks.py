"""What the Wagtail admin gets from here: the inbox and the administrator's tables."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from forms_flow.inbox.casework_menu import CaseworkMenuItem
from forms_flow.inbox.home_panel import add_alerts_panel
from forms_flow.inbox.menu import EnterMenuItem, InboxMenuItem
from forms_flow.inbox.offices import OfficesViewSetGroup
from forms_flow.pages.admin import menus as form_menus
from forms_flow.pages.portable import menus as portable_menus
from forms_flow.rules import Capability
from forms_flow.wizard.trial import try_form


@hooks.register("register_admin_urls")
def inbox_urls() -> list[URLResolver]:
    """Put the inbox at /staff/applications/."""
    return [path("applications/", include("forms_flow.inbox.urls"))]


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    """Put the register of beneficiaries at /staff/beneficiaries/."""
    return [path("beneficiaries/", include("forms_flow.inbox.register_urls"))]


@hooks.register("register_admin_menu_item")
def alerts_menu_item() -> CaseworkMenuItem:
    """Show the way to the reminders."""
    return CaseworkMenuItem(pgettext_lazy("inbox", "Reminders"), "inbox:alerts", "warning", 52, Capability.NOTE)


@hooks.register("register_admin_menu_item")
def loans_menu_item() -> CaseworkMenuItem:
    """Show the way to what is lent."""
    return CaseworkMenuItem(pgettext_lazy("inbox", "Loans"), "inbox:loans", "history", 53, Capability.DELIVER)


@hooks.register("register_admin_menu_item")
def register_menu_item() -> CaseworkMenuItem:
    """Show the way to the register of beneficiaries."""
    label = pgettext_lazy("inbox", "Beneficiaries")
    return CaseworkMenuItem(label, "register:list", "group", 54, Capability.SEE_REGISTER)


@hooks.register("register_admin_menu_item")
def inbox_menu_item() -> InboxMenuItem:
    """Show the way to it."""
    return InboxMenuItem()


@hooks.register("register_admin_menu_item")
def enter_menu_item() -> EnterMenuItem:
    """Show the way to entering an application for somebody."""
    return EnterMenuItem()


@hooks.register("register_admin_viewset")
def offices() -> OfficesViewSetGroup:
    """Register departments, memberships and holidays."""
    return OfficesViewSetGroup()


@hooks.register("register_admin_urls")
def portable_forms_urls() -> list[URLResolver]:
    """Put what editors do with whole forms at /staff/forms/."""
    return [path("forms/", include("forms_flow.pages.portable.menus"))]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def portable_forms_buttons(
    page: Page, user: portable_menus.User, next_url: str | None = None, view_name: str = ""
) -> Iterator[Button]:
    """Offer copy, export and steps of another form in the menus of a form."""
    return portable_menus.buttons(page, user)


@hooks.register("register_admin_urls")
def form_urls() -> list[URLPattern | URLResolver]:
    """Put publishing in both languages and the trial of a form beside them."""
    return [
        path("forms/<int:page_id>/try/", try_form, name="form_try"),
        path("forms/", include("forms_flow.pages.admin.urls")),
    ]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def form_buttons(
    page: Page, user: portable_menus.User, next_url: str | None = None, view_name: str = ""
) -> Iterator[Button]:
    """Offer both in the menus of a form, also where it is translated."""
    return form_menus.buttons(page, user)


@hooks.register("register_page_action_menu_item")
def form_publish_item() -> form_menus.PublishItem:
    """Offer publishing in both languages beside the editor's own buttons."""
    return form_menus.PublishItem(order=5)


@hooks.register("register_page_action_menu_item")
def form_try_item() -> form_menus.TryItem:
    """Offer the trial there too."""
    return form_menus.TryItem(order=6)


hooks.register("after_edit_page", form_menus.after_saving)


@hooks.register("register_admin_menu_item")
def form_import_menu_item() -> MenuItem:
    """Show the way to the import of a form."""
    return portable_menus.ImportMenuItem(_("Import a form"), reverse("form_import"), icon_name="upload", order=251)


hooks.register("construct_homepage_panels", add_alerts_panel)
