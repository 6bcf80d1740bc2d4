"""The forms of the moves, made from what the table says a move needs, and the verb behind each."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from forms_flow.domain import (
    answer,
    check,
    close,
    decide,
    deliver,
    propose,
    refer,
    register,
    spam,
    volunteering,
    waiting,
)
from forms_flow.domain.moves import Move
from forms_flow.enums import Outcome
from forms_flow.inbox.move_fields import (
    department_field,
    documents_field,
    message_field,
    override_field,
    text_field,
    why_field,
)
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person

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
        made = {name: _FIELDS[name](application, language) for name in move.inputs}
        self.fields |= {name: field for name, field in made.items() if field}

    @property
    def typed(self) -> list[tuple[str, list[str]]]:
        """Return (label, lines) of everything that was filled in, to show it again when the form has gone."""
        shown = ((field.label, _lines(field.field, field.value())) for field in self.questions)
        return [(str(label), lines) for label, lines in shown if lines]

    @property
    def questions(self) -> list[forms.BoundField]:
        """Return the fields that are shown."""
        return [self[name] for name in self.move.inputs if name in self.fields]

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


def _outcome(_application: Application, _language: str) -> forms.Field:
    return forms.ChoiceField(
        label=_("Proposal"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose what you propose")),
    )


def _reason(_application: Application, _language: str) -> forms.Field:
    field = text_field(
        _("More about the reason"),
        _("This reason has to be explained: write a few words"),
        _("In plain words and in the applicant’s language. The applicant reads this on the tracking page."),
    )
    field.required = False
    return field


_FIELDS: Mapping[str, Callable[[Application, str], forms.Field | None]] = {
    "documents": documents_field,
    "message": message_field,
    "days": _days,
    "department": department_field,
    "override": override_field,
    "outcome": _outcome,
    "study": lambda _application, _language: text_field(
        _("The study"), _("Write the study behind the proposal"), _("The applicant does not read this.")
    ),
    "note": lambda _application, _language: text_field(
        _("What is to be studied again"), _("Write what is to be studied again"), _("The applicant does not read this.")
    ),
    "why": why_field,
    "reason": _reason,
    "answer": lambda _application, _language: text_field(
        _("The answer"), _("Write the answer"), _("The applicant reads this on the tracking page.")
    ),
    "explained": lambda _application, _language: text_field(
        _("What was explained, and how"), _("Write what was explained"), _("The applicant does not read this.")
    ),
    "invitation": lambda _application, _language: text_field(
        _("When and where, and what to bring"),
        _("Write when and where the interview is"),
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
    "wait": waiting.wait,
    "place_free": waiting.place_free,
    "no_show": close.no_show,
    "close": close.close,
    "season_end": close.end_season,
    "discard": spam.discard,
    "restore": spam.restore,
    "review": volunteering.review,
    "interview": volunteering.invite,
    "accept": volunteering.accept,
    "reserve": volunteering.reserve,
    "not_now": volunteering.not_now,
    "answer": answer.answer,
    "explain": answer.explain,
    "take_up": answer.take_up,
    "unclear": refer.refer_again,
}
