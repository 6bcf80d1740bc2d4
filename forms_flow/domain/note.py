"""Notes among the staff."""

from forms_flow.domain.errors import MissingInputError, NotAllowedError
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.casework import Note
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability


def add_note(*, application: Application, actor: Person, text: str) -> Note:
    """Add a note that the applicant never sees."""
    visible = Application.objects.visible_to(actor).filter(pk=application.pk)
    if not can(actor, Capability.NOTE) or not visible.exists():
        raise NotAllowedError
    if not text.strip():
        raise MissingInputError("text")
    return write_note(application, actor, text.strip())


def write_note(application: Application, actor: Person, text: str) -> Note:
    """Store the note and its event, for verbs that have checked the actor already."""
    note = Note.objects.create(application=application, author=actor, text=text)
    history.append(application, history.Action.NOTED, actor=actor)
    return note
