"""An application, from the page an editor builds to the closing of the case."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from home.contracts import FormProvider, register


class FormsFlowConfig(AppConfig):
    """Puts the history's triggers back after every migrate, and follows what editors publish."""

    name = "forms_flow"
    verbose_name = _("Applications")

    def ready(self) -> None:
        """Connect to migrate and to publishing, and answer for the forms."""
        from forms_flow.pages import provider, publishing

        post_migrate.connect(install_triggers, sender=self)
        publishing.connect()
        register(FormProvider, provider.PageFormProvider())


def install_triggers(**_kwargs: object) -> None:
    """Install the append-only triggers; SQLite drops them when a migration remakes the table."""
    from forms_flow.records import triggers

    triggers.install()
