"""The pages every site has, and the shared ground."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The home app."""

    name = "home"
    verbose_name = _("Pages")

    def ready(self) -> None:
        """Forget the cached frame of pages when something in it changes; let editors write days in two calendars."""
        from django.db.models import DateField
        from wagtail.admin.forms.models import register_form_field_override

        from home import signals  # needs the models, which are loaded by now
        from home.date_entry import EitherDateField, EitherDateInput

        signals.connect()
        wanted = {"form_class": EitherDateField, "widget": EitherDateInput}
        register_form_field_override(DateField, override=wanted)
