"""What the groups of the staff may do in Wagtail itself; the groups come with a migration.

Pages, pictures and documents are the editors' alone. Nothing here opens an application: that is `forms_flow.rules`.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from forms_flow.enums import Role

ON_PAGES = ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page")
ON_COLLECTIONS = (
    ("wagtailimages", "add_image"),
    ("wagtailimages", "change_image"),
    ("wagtailimages", "choose_image"),
    ("wagtaildocs", "add_document"),
    ("wagtaildocs", "change_document"),
    ("wagtaildocs", "choose_document"),
)
EVERYWHERE = (("home", "change_sitesettings"), ("wagtail_localize", "submit_translation"))


def ensure_roles() -> None:
    """Give the editors what is missing; safe to call again."""
    editors = Group.objects.get(name=Role.EDITOR)
    root = Page.get_first_root_node()
    for codename in ON_PAGES:
        permission = _permission("wagtailcore", codename)
        GroupPagePermission.objects.get_or_create(group=editors, page=root, permission=permission)
    collection = Collection.get_first_root_node()
    for app, codename in ON_COLLECTIONS:
        permission = _permission(app, codename)
        GroupCollectionPermission.objects.get_or_create(group=editors, collection=collection, permission=permission)
    editors.permissions.add(*(_permission(app, codename) for app, codename in EVERYWHERE))


def _permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)
