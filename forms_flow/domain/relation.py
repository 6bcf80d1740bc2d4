"""An officer knows the applicant, and leaves the case to others (req 74)."""

from django.db import transaction

from forms_flow.domain.errors import NotAllowedError
from forms_flow.enums import RelationKind
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.relations import Relation
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability


def declare_relation(*, application: Application, actor: Person, kind: RelationKind, note: str = "") -> Relation:
    """Write down that the actor knows the applicant; saying it again changes nothing.

    From then on the actor moves nothing in the case and opens no masked answer and no document of it. If it was
    assigned to the actor, nobody has it now.
    """
    visible = Application.objects.visible_to(actor).filter(pk=application.pk)
    if not can(actor, Capability.NOTE) or not visible.exists():
        raise NotAllowedError
    with transaction.atomic():
        row = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
        values = {"kind": RelationKind(kind), "note": note.strip()}
        relation, is_new = Relation.objects.get_or_create(application=row, person_id=actor.pk, defaults=values)
        if is_new:
            history.append(row, history.Action.RELATED, actor=actor, data={"kind": str(relation.kind)})
            _hand_back(row, actor)
    return relation


def _hand_back(row: Application, actor: Person) -> None:
    if row.assignee_id == actor.pk:
        row.assignee, row.row_version = None, row.row_version + 1
        row.save(update_fields=["assignee", "row_version"])
        history.append(row, history.Action.ASSIGNED, actor=actor, data={"assignee": None})
