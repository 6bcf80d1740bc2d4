"""The documents of a case on its page: read once, with what the staff found of them."""

from functools import cached_property

from django.db.models import Prefetch, prefetch_related_objects

from forms_flow.domain.checklist import Item, checklist_of
from forms_flow.inbox.documents import Document, documents, upload_labels
from forms_flow.records.applications import Application
from forms_flow.records.casework import CompletionRequest
from forms_flow.records.checks import DocumentCheck
from forms_flow.records.drafts import StoredFile
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability


class CasePapers:
    """The part of the page of a case that is about its documents."""

    def __init__(self, application: Application, person: Person, language: str) -> None:
        """Read files and checks, so that the checklist and the moves that need it ask no more."""
        self.application = application
        self.person = person
        self.language = language
        looks = DocumentCheck.objects.select_related("by")
        prefetch_related_objects([application], "files", Prefetch("document_checks", looks))

    @property
    def may_reveal(self) -> bool:
        """Whether this person may see masked answers and open documents."""
        return can(self.person, Capability.OPEN_FILES)

    @property
    def may_check(self) -> bool:
        """Whether this person may accept and reject documents now."""
        return self.application.is_open and can(self.person, Capability.CHECK)

    @property
    def files(self) -> list[StoredFile]:
        """Every file that came with the case."""
        return list(self.application.files.all())

    @cached_property
    def checklist(self) -> list[Item]:
        """The documents as the domain counts them."""
        return checklist_of(self.application)

    @cached_property
    def documents(self) -> list[Document]:
        """The documents asked for, with the files that came."""
        return list(documents(self.checklist, self.language, may_open=self.may_reveal))

    @property
    def unchecked(self) -> int:
        """How many documents are still to be checked or to come."""
        return sum(item.is_open for item in self.checklist)

    @cached_property
    def requests(self) -> list[tuple[CompletionRequest, list[str]]]:
        """What the applicant was asked to add, with the labels of the documents."""
        found = self.application.completion_requests.all()
        return [(item, upload_labels(self.application, item.documents, self.language)) for item in found]
