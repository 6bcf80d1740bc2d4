"""How the declaration of a case was given, in words, and the paper that may still come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from forms_flow.definition import Question, Step
from forms_flow.domain.declaration import PAPER
from forms_flow.fields.forms import StepForm, step_form_class
from forms_flow.fields.upload_field import Inspect
from forms_flow.inbox.documents import File, file_of
from forms_flow.records.applications import Application
from forms_flow.records.drafts import StoredFile

PREFIX = "paper"


@dataclass(frozen=True, kw_only=True, repr=False)
class DeclarationFacts:
    """What the page of a case says of it. `at` is empty while it is awaited; `by` while the applicant gave it alone."""

    mode: str
    at: datetime | None
    by: str
    papers: list[File]
    is_asked: bool


def declaration_facts(
    application: Application, files: Iterable[StoredFile], names: Mapping[int, str], *, may_open: bool
) -> DeclarationFacts:
    """Return it for the page; `names` are those of the staff."""
    taken_by = (application.declaration or {}).get("by")
    return DeclarationFacts(
        mode=application.get_declaration_mode_display(),
        at=application.declared_at,
        by=names.get(taken_by, _("Somebody who has left")) if taken_by else "",
        papers=[file_of(item, may_open=may_open) for item in files if item.question_key == PAPER],
        is_asked=bool(application.flow.declaration) or taken_by is not None,
    )


def paper_form(language: str, data: Any, files: Any, inspect: Inspect) -> StepForm:
    """Return the form of a paper that comes later."""
    label = {language: _("The signed or thumb-printed paper")}
    question = Question(key=PAPER, kind="upload", label=label, options={"later": False})
    form_class = step_form_class(Step(key=PREFIX, title={}, questions=(question,)), language)
    return form_class(data, files, prefix=PREFIX, inspect=inspect)
