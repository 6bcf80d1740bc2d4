"""The inputs of moves that know the case: its documents, and the departments it can go to."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from forms_flow.definition import say
from forms_flow.domain.checklist import Item, checklist_of
from forms_flow.records import kept
from forms_flow.records.applications import Application
from forms_flow.records.departments import Department
from forms_flow.records.wording import DeclineReason

LONGEST_TEXT = 4000


def text_field(label: Any, missing: Any, hint: Any = "") -> forms.CharField:
    """Return a box for a few sentences; `missing` is said when it is left empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={"required": missing, "max_length": _("Shorten the text to %(limit_value)d characters")},
    )


def documents_field(application: Application, language: str) -> forms.Field:
    """Offer the documents of the case; those that were rejected or have not come are ticked."""
    items = checklist_of(application)
    return forms.MultipleChoiceField(
        label=_("Documents to ask for"),
        choices=[(item.question.key, say(item.question.label, language)) for item in items],
        initial=[item.question.key for item in items if item.has_to_come],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def message_field(application: Application, _language: str) -> forms.Field:
    """Ask what is missing; the reasons of rejected documents are there already, in the applicant's language."""
    field = text_field(
        _("What is missing, in plain words"),
        _("Tick a document, or write what is missing"),
        _("The applicant reads this on the tracking page."),
    )
    rejected = [item for item in checklist_of(application) if item.has_to_come and item.check and item.check.reason]
    field.initial = "\n".join(_why(item, application.language) for item in rejected)
    field.required = False
    return field


def _why(item: Item, language: str) -> str:
    reason = item.check.reason if item.check else ""
    return f"{say(item.question.label, language)}: {reason}"


def override_field(application: Application, language: str) -> forms.Field | None:
    """Ask why a case goes on whose documents are not all checked; nothing is asked where they are."""
    items = [item for item in checklist_of(application) if item.is_open]
    if not items:
        return None
    names = " · ".join(say(item.question.label, language) for item in items)
    field = text_field(
        _("Why it goes on with documents not checked"),
        _("Check the documents first, or write why it goes on without"),
        _("Not checked yet: %(documents)s. The reason stays among the staff, in the notes and the history.")
        % {"documents": names},
    )
    field.required = False
    return field


class RowField(forms.TypedChoiceField):
    """A choice among the rows of a small table, which is asked for nothing until one is chosen."""

    def __init__(self, model: type[Model], choices: list[tuple[int, str]], **kwargs: Any) -> None:
        """Offer rows by (key, words)."""
        self.model = model
        super().__init__(choices=choices, coerce=self._row, empty_value=None, widget=forms.RadioSelect, **kwargs)

    def _row(self, key: str) -> Model:
        found = self.model._default_manager.filter(pk=key).first()  # noqa: SLF001 - Django's documented API
        if found is None:
            message = "somebody took the row away meanwhile"
            raise ValueError(message)
        return found


def department_field(_application: Application, _language: str) -> forms.Field:
    """Ask for the department that studies the case."""
    arabic = (get_language() or "ar").startswith("ar")
    rows = kept.rows(Department, "pk", "name_ar", "name_en")
    return RowField(
        Department,
        [(pk, name_ar if arabic else name_en) for pk, name_ar, name_en in rows],
        label=_("Department that studies it"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose the department")),
    )


def why_field(application: Application, language: str) -> forms.Field:
    """Ask for one of the reasons that are offered for this kind of form."""
    rows = kept.rows(DeclineReason, "order", "key", "pk", "text_ar", "text_en", "track", "is_active")
    offered = sorted(row for row in rows if row[-1] and row[-2] in {"", application.track})
    arabic = language.startswith("ar")
    return RowField(
        DeclineReason,
        [(pk, text_ar if arabic else text_en) for _order, _key, pk, text_ar, text_en, *_rest in offered],
        label=_("Reason"),
        help_text=_("The applicant reads this on the tracking page."),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose the reason")),
    )
