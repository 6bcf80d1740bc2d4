"""Departments and who works in them."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from forms_flow.records import kept


class Department(models.Model):
    """A part of the association that handles applications."""

    wagtail_reference_index_ignore = True

    key = models.SlugField(_("key"), unique=True)
    name_ar = models.CharField(_("name in Arabic"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    is_intake = models.BooleanField(_("receives new applications"), default=False)

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ("key",)
        constraints = [
            models.UniqueConstraint(
                fields=["is_intake"], condition=models.Q(is_intake=True), name="department_one_intake"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Return the name in the language of the screen."""
        return self.name_ar if (get_language() or "ar").startswith("ar") else self.name_en


def receiving(key: str) -> int:
    """Return the primary key of the department with that key, or else of the one that receives everything."""
    found = kept.rows(Department, "pk", "key", "is_intake")
    own = next((pk for pk, name, _is_intake in found if key and name == key), None)
    return own or next(pk for pk, _name, is_intake in found if is_intake)


kept.keep(Department)


class Membership(models.Model):
    """A person of the staff belongs to a department and sees its cases."""

    wagtail_reference_index_ignore = True

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    department = models.ForeignKey(Department, models.CASCADE, related_name="memberships")

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [models.UniqueConstraint(fields=["user", "department"], name="membership_once")]

    def __str__(self) -> str:
        return f"{self.user_id} · {self.department_id}"
