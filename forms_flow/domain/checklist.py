"""The completeness checklist: the documents that a case calls for, and what the staff found of each (req 69)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forms_flow.conditions import Answers
from forms_flow.definition import Flow, Question
from forms_flow.records.applications import Application
from forms_flow.records.checks import DocumentCheck, Verdict
from forms_flow.records.drafts import StoredFile


@dataclass(frozen=True, kw_only=True, repr=False)
class Item:
    """One document: its question, the files that came, and the check that counts, if one does."""

    question: Question
    files: Sequence[StoredFile]
    check: DocumentCheck | None

    @property
    def verdict(self) -> str:
        """What came of it; open also when another file came after it was looked at."""
        return self.check.verdict if self.check else Verdict.OPEN

    @property
    def is_accepted(self) -> bool:
        """Whether nothing is left to do about it."""
        return self.verdict == Verdict.ACCEPTED

    @property
    def is_open(self) -> bool:
        """Whether it keeps the case from being complete. One that nobody has to bring and nobody brought does not."""
        wanted = self.question.required or bool(self.files) or self.verdict == Verdict.REJECTED
        return wanted and not self.is_accepted

    @property
    def has_to_come(self) -> bool:
        """Whether the applicant has to send it: it was rejected, or has not come."""
        return self.is_open and (self.verdict == Verdict.REJECTED or not self.files)


def checklist(flow: Flow, answers: Answers, files: Sequence[StoredFile], checks: Iterable[DocumentCheck]) -> list[Item]:
    """Return every document that the route asks for, and those that came by another way, in the order of the form."""
    newest = {check.document: check for check in sorted(checks, key=lambda check: check.at)}
    asked = {question.key for question in flow.asked(answers)} | {file.question_key for file in files}
    uploads = (item for step in flow.steps for item in step.questions if item.kind == "upload")
    return [_item(question, files, newest.get(question.key)) for question in uploads if question.key in asked]


def checklist_of(application: Application) -> list[Item]:
    """Return the checklist of a case: two queries besides its answers, or none where both were read before."""
    files, checks = application.files.all(), application.document_checks.all()
    return checklist(application.flow, application.all_answers, list(files), checks)


def _item(question: Question, files: Sequence[StoredFile], check: DocumentCheck | None) -> Item:
    mine = [file for file in files if file.question_key == question.key]
    stands = check is not None and all(file.created_at <= check.at for file in mine)
    return Item(question=question, files=mine, check=check if stands else None)
