"""The Django field of an upload: counts, and has each new file looked at."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

from forms_flow.definition import Question
from forms_flow.fields.answer import AnswerField
from forms_flow.fields.messages import problem, title_of
from forms_flow.fields.upload_control import Sent, Stored

if TYPE_CHECKING:
    from forms_flow.fields.base import FieldKind

MAX_FILES = 5

#: Looks at an uploaded file: returns what to store, or raises a ValidationError that says why not.
Inspect = Callable[[Any], Any]


class Accepted(NamedTuple):
    """The files of one question after a post: new ones to store, ids that stay, ids to drop, and the promise."""

    files: Sequence[Any]
    kept: Sequence[str]
    removed: Sequence[str]
    later: bool


class UploadField(AnswerField):
    """Good files are not lost with a bad one: :attr:`accepted` holds them even when the field has an error."""

    def __init__(self, kind: "FieldKind", question: Question, language: str, *, max_files: int) -> None:
        """Take at most so many files, stored ones counted; the form sets what inspects them."""
        super().__init__(kind, question, language)
        self.max_files = max_files
        self.inspect: Inspect | None = None
        self.accepted: Accepted | None = None

    @property
    def stored(self) -> Sequence[Stored]:
        """Return the files accepted earlier."""
        stored: Sequence[Stored] = self.widget.stored
        return stored

    def clean(self, value: Any) -> Accepted | None:
        """Return the accepted files; the first refusal is the field's one message."""
        sent: Sent = self.kind.typed(value)
        kept = [item.id for item in self.stored if item.id not in sent.removed]
        removed = [item.id for item in self.stored if item.id in sent.removed]
        room = max(self.max_files - len(kept), 0)
        files, refusal = self._look(sent.files[:room])
        self.accepted = Accepted(files, kept, removed, sent.later)
        if len(sent.files) > room:
            raise self._too_many()
        if refusal:
            raise refusal
        if files or kept or sent.later:
            return self.accepted
        if self.required:
            raise problem(self.kind.missing(self.question, self.language), "missing")
        return None

    def _look(self, files: Sequence[Any]) -> tuple[list[Any], ValidationError | None]:
        good, refusal = [], None
        for file in files:
            try:
                good.append(self.inspect(file) if self.inspect else file)
            except ValidationError as error:
                refusal = refusal or self._named(error)
        return good, refusal

    def _named(self, error: ValidationError) -> ValidationError:
        title = title_of(self.question, self.language)
        return problem(f"{title}: {error.messages[0]}", error.code or "refused")

    def _too_many(self) -> ValidationError:
        text = ngettext(
            "%(question)s: send at most %(count)d file",
            "%(question)s: send at most %(count)d files",
            self.max_files,
        )
        words = {"question": title_of(self.question, self.language), "count": self.max_files}
        return problem(text % words, "too_many")
