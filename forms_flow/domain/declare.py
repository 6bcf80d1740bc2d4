"""The declaration of an application that was entered for somebody and sent without it."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forms_flow.domain.declaration import PAPER
from forms_flow.domain.engine import locked
from forms_flow.domain.errors import ConflictError, MissingInputError, NotAllowedError
from forms_flow.enums import DeclarationMode
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.drafts import StoredFile
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability


def confirm(*, application: Application) -> Application:
    """Take the applicant's own word, given by the link or on the tracking page; a second time changes nothing.

    Nor does it when the case has ended meanwhile. The row version stays: an officer who is looking at the case has
    nothing to decide anew.
    """
    with transaction.atomic():
        row = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
        if row.declared_at is None and row.is_open:
            row.declared_at = timezone.now()
            row.save(update_fields=["declared_at"])
            history.append(row, history.Action.DECLARED, actor=history.APPLICANT, data={"mode": row.declaration_mode})
    return row


def attach_paper(*, application: Application, actor: Person, row_version: int, files: Sequence[UUID]) -> Application:
    """Record that the signed paper came, where the applicant never confirmed by the link.

    The files' rows already exist and belong to the application.
    """
    visible = Application.objects.visible_to(actor).filter(pk=application.pk)
    if not can(actor, Capability.CHECK) or not visible.exists():
        raise NotAllowedError
    if not files:
        raise MissingInputError(PAPER)
    with locked(application, row_version=row_version) as row:
        if row.declared_at is not None:
            raise ConflictError
        row.declared_at, row.declaration_mode = timezone.now(), DeclarationMode.PAPER
        row.declaration = {**(row.declaration or {}), "by": actor.pk, "files": [str(key) for key in files]}
        StoredFile.objects.filter(application=row, pk__in=files).update(question_key=PAPER)
        data = {"mode": str(DeclarationMode.PAPER)}
        history.append(row, history.Action.DECLARED, actor=actor, data=data)
    return row
