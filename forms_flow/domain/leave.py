"""Who may work on a case, for verbs that are no moves."""

from forms_flow.domain.engine import stands_apart
from forms_flow.domain.errors import NotAllowedError
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability


def require(application: Application, actor: Person, capability: Capability) -> None:
    """Raise NotAllowedError unless the actor has the capability, sees the case, and declared no relation (req 74)."""
    visible = Application.objects.visible_to(actor).filter(pk=application.pk)
    if not can(actor, capability) or not visible.exists() or stands_apart(application, actor):
        raise NotAllowedError
