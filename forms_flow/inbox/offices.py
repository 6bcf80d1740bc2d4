"""Where the administrator keeps departments, memberships, the calendar and bodies: nothing of applicants."""

from collections.abc import Collection

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Permission
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import register_permission_policy

from forms_flow.enums import Role
from forms_flow.records.calendar import Holiday, OfficeHours
from forms_flow.records.departments import Department, Membership
from forms_flow.records.referrals import Body
from forms_flow.records.staff import roles_of


class AdministratorsOnly(BasePermissionPolicy):
    """Administrators may do everything with the rows, others nothing. It asks no permission table."""

    def user_has_permission(self, user: AbstractUser, action: str) -> bool:
        """Tell whether the person is an administrator."""
        del action
        return user.is_active and (user.is_superuser or Role.ADMINISTRATOR in roles_of(user))

    def user_has_any_permission(self, user: AbstractUser, actions: Collection[str]) -> bool:
        """Tell the same for several actions."""
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions: Collection[str]) -> QuerySet[AbstractUser]:
        """Return the administrators."""
        del actions
        people = get_user_model().objects.filter(is_active=True)
        return (people.filter(is_superuser=True) | people.filter(groups__name=Role.ADMINISTRATOR)).distinct()


for _model in (Department, Membership, Holiday, OfficeHours, Body):
    register_permission_policy(_model, AdministratorsOnly(_model))


class OfficeViewSet(ModelViewSet):
    """The screens of one of the tables."""

    inspect_view_enabled = False
    copy_view_enabled = False
    add_to_reference_index = False

    def get_permissions_to_register(self) -> QuerySet[Permission]:
        """Offer nothing in the group editor: a group can neither give nor take this."""
        return Permission.objects.none()


class DepartmentViewSet(OfficeViewSet):
    """Departments."""

    model = Department
    icon = "group"
    list_display = ["key", "name_ar", "name_en", "is_intake"]
    form_fields = ["key", "name_ar", "name_en", "is_intake"]


class MembershipViewSet(OfficeViewSet):
    """Who works in which department."""

    model = Membership
    icon = "user"
    list_display = ["user", "department"]
    form_fields = ["user", "department"]


class HolidayViewSet(OfficeViewSet):
    """Days on which the office is closed."""

    model = Holiday
    icon = "date"
    list_display = ["day", "name_ar", "name_en"]
    form_fields = ["day", "name_ar", "name_en"]


class OfficeHoursViewSet(OfficeViewSet):
    """When the office works, in Ramadan and in the rest of the year."""

    model = OfficeHours
    icon = "history"
    list_display = ["part", "opens", "closes"]
    form_fields = ["part", "opens", "closes"]


class BodyViewSet(OfficeViewSet):
    """The bodies outside that cases are often referred to."""

    model = Body
    icon = "site"
    list_display = ["name_ar", "name_en", "is_active"]
    form_fields = ["name_ar", "name_en", "is_active"]


class OfficesViewSetGroup(ModelViewSetGroup):
    """All of them together in the menu."""

    menu_label = _("Departments and calendar")
    menu_icon = "group"
    menu_order = 900
    items = (DepartmentViewSet, MembershipViewSet, HolidayViewSet, OfficeHoursViewSet, BodyViewSet)
