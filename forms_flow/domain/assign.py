"""Who works on an application."""

from forms_flow.domain.engine import locked, stands_apart
from forms_flow.domain.errors import NotAllowedError
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability


def assign(*, application: Application, actor: Person, row_version: int, assignee: Person | None) -> Application:
    """Give the application to a person who works on it, or to nobody; taking it oneself needs no leave to assign.

    Who only reads (the auditor, the privacy officer) neither takes a case nor is given one, nor does who knows the
    applicant.
    """
    taking = assignee is not None and assignee.pk == actor.pk
    allowed = _works_on(application, actor) if taking else _may_give(application, actor)
    if not allowed or not (assignee is None or _works_on(application, assignee)):
        raise NotAllowedError
    with locked(application, row_version=row_version) as row:
        row.assignee = assignee
        data = {"assignee": assignee.pk if assignee else None}
        history.append(row, history.Action.ASSIGNED, actor=actor, data=data)
    return row


def _works_on(application: Application, person: Person) -> bool:
    return can(person, Capability.NOTE) and _sees(application, person) and not stands_apart(application, person)


def _may_give(application: Application, person: Person) -> bool:
    return can(person, Capability.ASSIGN) and _sees(application, person)


def _sees(application: Application, person: Person) -> bool:
    return Application.objects.filter(pk=application.pk).visible_to(person).exists()
