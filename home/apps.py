"""The pages every site has, and the shared ground."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The home app."""

    name = "home"
    verbose_name = _("Pages")

    def ready(self) -> None:
        """Forget the cached frame of pages whenever something in it changes."""
        from home import signals  # needs the models, which are loaded by now

        signals.connect()
