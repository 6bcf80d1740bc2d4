"""Who works on an application."""

from forms_flow.domain.engine import locked
from forms_flow.domain.errors import NotAllowedError
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability


def assign(*, application: Application, actor: Person, row_version: int, assignee: Person | None) -> Application:
    """Give the application to a person who can see it, or to nobody; taking it oneself needs only that one sees it."""
    taking = assignee is not None and assignee.pk == actor.pk
    scope = Application.objects.filter(pk=application.pk)
    if not (taking or can(actor, Capability.ASSIGN)) or not scope.visible_to(actor).exists():
        raise NotAllowedError
    if assignee is not None and not scope.visible_to(assignee).exists():
        raise NotAllowedError
    with locked(application, row_version=row_version) as row:
        row.assignee = assignee
        data = {"assignee": assignee.pk if assignee else None}
        history.append(row, history.Action.ASSIGNED, actor=actor, data=data)
    return row
