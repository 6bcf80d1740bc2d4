"""The forms of the moves, made from what the table says a move needs, and the verb behind each."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from forms_flow.definition import say
from forms_flow.domain import check, close, decide, deliver, propose, refer, register
from forms_flow.domain.moves import Move
from forms_flow.enums import Outcome
from forms_flow.records.applications import Application
from forms_flow.records.departments import Department
from forms_flow.records.staff import Person

LONGEST_TEXT = 4000
MOST_DAYS = 60


class MoveForm(forms.Form):
    """What an officer fills in to make a move, and the version of the row that the officer was looking at."""

    use_required_attribute = False
    error_css_class = "error"

    row_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, move: Move, application: Application, language: str, **kwargs: Any) -> None:
        """Ask for the inputs of `move`."""
        super().__init__(*args, auto_id=f"{move.name}_%s", initial={"row_version": application.row_version}, **kwargs)
        self.move = move
        for name in move.inputs:
            self.fields[name] = _FIELDS[name](application, language)

    @property
    def typed(self) -> list[tuple[str, list[str]]]:
        """Return (label, lines) of everything that was filled in, to show it again when the form has gone."""
        shown = ((self[name].label, _lines(self.fields[name], self[name].value())) for name in self.move.inputs)
        return [(str(label), lines) for label, lines in shown if lines]

    @property
    def questions(self) -> list[forms.BoundField]:
        """Return the fields that are shown."""
        return [self[name] for name in self.move.inputs]

    def run(self, application: Application, actor: Person) -> Application:
        """Make the move. Raises what the verb raises."""
        values = dict(self.cleaned_data)
        return VERBS[self.move.name](
            application=application, actor=actor, row_version=values.pop("row_version"), **values
        )


def _lines(field: forms.Field, value: Any) -> list[str]:
    """Return what was filled in, options by their labels."""
    given = [str(item) for item in value] if isinstance(value, list | tuple) else str(value or "").splitlines()
    labels = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    return [labels.get(item, item) for item in given]


def _text(label: Any, missing: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={"required": missing, "max_length": _("Shorten the text to %(limit_value)d characters")},
    )


def _documents(application: Application, language: str) -> forms.Field:
    asked = application.flow.asked(application.all_answers)
    uploads = [question for question in asked if question.kind == "upload"]
    return forms.MultipleChoiceField(
        label=_("Documents to ask for"),
        choices=[(question.key, say(question.label, language)) for question in uploads],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def _message(_application: Application, _language: str) -> forms.Field:
    field = _text(
        _("What is missing, in plain words"),
        _("Tick a document, or write what is missing"),
        _("The applicant reads this on the tracking page."),
    )
    field.required = False
    return field


def _days(_application: Application, _language: str) -> forms.Field:
    wanted = _("Write a number of days from 1 to %(most)d") % {"most": MOST_DAYS}
    return forms.IntegerField(
        label=_("Days to complete it"),
        initial=check.DEFAULT_DAYS,
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wanted),
    )


def _department(_application: Application, _language: str) -> forms.Field:
    return forms.ModelChoiceField(
        label=_("Department that studies it"),
        queryset=Department.objects.all(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose the department")),
    )


def _outcome(_application: Application, _language: str) -> forms.Field:
    return forms.ChoiceField(
        label=_("Proposal"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose what you propose")),
    )


_FIELDS: Mapping[str, Callable[[Application, str], forms.Field]] = {
    "documents": _documents,
    "message": _message,
    "days": _days,
    "department": _department,
    "outcome": _outcome,
    "study": lambda _application, _language: _text(
        _("The study"), _("Write the study behind the proposal"), _("The applicant does not read this.")
    ),
    "note": lambda _application, _language: _text(
        _("What is to be studied again"), _("Write what is to be studied again"), _("The applicant does not read this.")
    ),
    "reason": lambda _application, _language: _text(
        _("The reason, in plain words"),
        _("Write the reason for the applicant"),
        _("The applicant reads this on the tracking page."),
    ),
}


def _approve(**given: Any) -> Application:
    return decide.decide(outcome=Outcome.APPROVED, **given)


def _decline(**given: Any) -> Application:
    return decide.decide(outcome=Outcome.DECLINED, **given)


VERBS: Mapping[str, Callable[..., Application]] = {
    "ask": check.ask_for_completion,
    "refer": refer.refer,
    "propose": propose.propose,
    "send_back": decide.send_back,
    "approve": _approve,
    "decline": _decline,
    "register": register.register,
    "deliver": deliver.deliver,
    "close": close.close,
}
