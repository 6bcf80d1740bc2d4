"""The services guide and the policies."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from home.contracts import ServiceProvider, ToolProvider, register


class ServicesConfig(AppConfig):
    """The services app."""

    name = "services"
    verbose_name = _("Services and policies")

    def ready(self) -> None:
        """Answer for the services guide, and keep its facts the same in every language."""
        from services import signals  # noqa: F401 - registers on import, once the apps are loaded
        from services.provider import GuideProvider
        from services.tools import GuideTools

        register(ServiceProvider, GuideProvider())
        register(ToolProvider, GuideTools())
