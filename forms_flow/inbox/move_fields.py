"""The inputs of moves that know the case: its documents, and the departments it can go to."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from forms_flow.definition import say
from forms_flow.domain.checklist import Item, checklist_of
from forms_flow.records import kept
from forms_flow.records.applications import Application
from forms_flow.records.departments import Department

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


class DepartmentField(forms.TypedChoiceField):
    """A choice of department that asks the database for nothing until it is made."""

    def __init__(self, **kwargs: Any) -> None:
        """Offer all departments in the language of the screen."""
        arabic = (get_language() or "ar").startswith("ar")
        rows = kept.rows(Department, "pk", "name_ar", "name_en")
        names = [(pk, name_ar if arabic else name_en) for pk, name_ar, name_en in rows]
        super().__init__(choices=names, coerce=_department, empty_value=None, widget=forms.RadioSelect, **kwargs)


def _department(key: str) -> Department:
    found = Department.objects.filter(pk=key).first()
    if found is None:
        message = "somebody took the department away meanwhile"
        raise ValueError(message)
    return found


def department_field(_application: Application, _language: str) -> forms.Field:
    """Ask for the department that studies the case."""
    return DepartmentField(
        label=_("Department that studies it"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose the department")),
    )
