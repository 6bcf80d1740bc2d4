"""Where editors find these screens: in the menus of a form, and in the sidebar."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from forms_flow.pages.models import FormPage
from forms_flow.pages.portable.access import User, may_copy, may_import
from forms_flow.pages.portable.views import CopyView, ExportView, ImportView, StepsView

urlpatterns: list[URLPattern] = [
    path("import/", ImportView.as_view(), name="form_import"),
    path("<int:page_id>/copy/", CopyView.as_view(), name="form_copy"),
    path("<int:page_id>/export/", ExportView.as_view(), name="form_export"),
    path("<int:page_id>/steps/", StepsView.as_view(), name="form_steps"),
]


class ImportMenuItem(MenuItem):
    """Shown to those who may add a form."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the same question as the screen behind it."""
        return may_import(request.user)


def buttons(page: Page, user: User) -> Iterator[Button]:
    """Yield what can be done with a form, for the menus of its page."""
    if page.specific_class is not FormPage or page.alias_of_id or not page.permissions_for_user(user).can_edit():
        return
    if may_copy(user, page):
        address = reverse("form_copy", args=[page.pk])
        # One click: the admin's script posts to the address. Without it, the link leads to a page that does.
        action = {
            "data-controller": "w-action",
            "data-action": "w-action#post",
            "data-w-action-url-value": address,
        }
        yield Button(_("Copy this form"), address, icon_name="copy", attrs=action, priority=31)
    yield Button(_("Export as a file"), reverse("form_export", args=[page.pk]), icon_name="download", priority=32)
    yield Button(
        _("Add steps of another form"), reverse("form_steps", args=[page.pk]), icon_name="list-ul", priority=33
    )
