"""The services app in the Wagtail admin: the import of policies."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from services.policy_import.access import may_import
from services.policy_import.views import CreateView, ImportView


class ImportMenuItem(MenuItem):
    """Shown to those who may add a policy."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the same question as the screens behind it."""
        return may_import(request.user)


@hooks.register("register_admin_urls")
def policy_import_urls() -> list[URLPattern]:
    """Add the two screens; Wagtail lets in only people with access to the admin."""
    return [
        path("policies/import/", ImportView.as_view(), name="policy_import"),
        path("policies/import/create/", CreateView.as_view(), name="policy_import_create"),
    ]


@hooks.register("register_admin_menu_item")
def policy_import_menu_item() -> MenuItem:
    """Add the menu entry."""
    return ImportMenuItem(_("Import a policy"), reverse("policy_import"), icon_name="upload", order=250)
