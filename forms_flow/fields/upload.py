"""A document, as one or several files; or the promise to send it later."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy
from django.utils.translation import override as use_language

from forms_flow.definition import Question
from forms_flow.fields import messages
from forms_flow.fields.base import FieldKind
from forms_flow.fields.upload_control import Sent, UploadControl
from forms_flow.fields.upload_field import MAX_FILES, UploadField


class Upload(FieldKind):
    """The answer is ``{"files": [ids of stored files], "later": bool}``; storing the new files is the wizard's work.

    Options: ``max_files`` (5), ``later`` (true: "I will send it later" is offered).
    """

    name: ClassVar[str] = "upload"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Document")
    may_be_offered: ClassVar[bool] = False
    has_files: ClassVar[bool] = True

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the file control."""
        del language
        return UploadControl(most=most_files(question), later=may_wait(question))

    def form_field(self, question: Question, language: str) -> forms.Field:
        """Return the field that checks the files."""
        return UploadField(self, question, language, max_files=most_files(question))

    def typed(self, value: Any) -> Sent:
        """Return what was sent."""
        return value if isinstance(value, Sent) else Sent()

    def parse(self, question: Question, typed: Any, language: str) -> Any:
        """Return what was sent; the field looks at the files."""
        del question, language
        return typed

    def missing(self, question: Question, language: str) -> str:
        """Return the message for no file, which tells the way out where there is one."""
        label = messages.label_of(question, language)
        if not may_wait(question):
            return _("Choose the file of %(question)s") % {"question": label}
        return _("Choose the file of %(question)s, or tick “I will send it later”") % {"question": label}

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the files that stay; the wizard adds the new ones when it has stored them."""
        del raw
        return None if cleaned is None else {"files": list(cleaned.kept), "later": cleaned.later}

    def initial(self, answer: Any) -> Sent:
        """Return whether the document was promised for later."""
        return Sent(later=bool(answer and answer["later"]))

    def post(self, name: str, answer: Any) -> dict[str, Any]:
        """Return the promise; stored files count by themselves."""
        return {f"{name}-later": "on"} if answer and answer["later"] else {}

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return how many files there are, and the promise; names of files are the wizard's to show."""
        del question
        if answer is None:
            return []
        with use_language(language):
            count = len(answer["files"])
            lines = [ngettext("%(count)d file", "%(count)d files", count) % {"count": count}] if count else []
            return [*lines, _("To be sent later")] if answer["later"] and not count else lines


def most_files(question: Question) -> int:
    """Return how many files the question takes."""
    return int(question.options.get("max_files", MAX_FILES))


def may_wait(question: Question) -> bool:
    """Tell whether the document may be sent later."""
    return bool(question.options.get("later", True))
