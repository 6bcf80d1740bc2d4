"""How somebody for whom the staff fill in a form gives the declaration: on paper, by telephone, or by a link.

It stands on check-answers in place of the tick, which nobody sets for another person. What was chosen is kept in the
draft like the answers of a step, so that a mistake costs nobody a second upload.
"""

from typing import Any, NamedTuple

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import Choice, Question, Step
from forms_flow.domain.declaration import PAPER, Declaration, words
from forms_flow.enums import DeclarationMode, Operator
from forms_flow.fields.forms import StepForm, step_form_class
from forms_flow.fields.looking import look
from forms_flow.fields.moment import just_now, moment_of, moment_questions
from forms_flow.notices.contact import contact_in, ways_to
from forms_flow.wizard import uploads
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.state import own_part

#: No key of a form has a hyphen, and no step is called so: a hyphen begins what is not the form's own.
STEP, MODE, READ = "declared", "declared-how", "declared-read"


class Declaring(NamedTuple):
    """What the page shows."""

    form: StepForm
    words: list[str]
    officer: str


def declaring(request: HttpRequest, journey: Journey) -> Declaring | None:
    """Return the part of the page, or None where nothing has to be declared or the applicant does it in person."""
    texts = words_of(journey) if journey.draft.is_entered else []
    if not texts:
        return None
    return Declaring(_as_left(journey), texts, request.user.get_full_name() or request.user.get_username())


def take(request: HttpRequest, journey: Journey) -> Declaration | None:
    """Keep what was sent and return the declaration, or None when something is missing; the page then says what.

    Raises StaleDraftError when somebody saved meanwhile.
    """
    form = _form(journey, request.POST, request.FILES)
    found = _declared(form, request.user.pk) if form.is_valid() else None
    kept = uploads.keep(journey, form, [form.fields[PAPER].question], refusal=uploads.barred(request, journey))
    state = journey.state
    state.typed[STEP] = own_part(form.step, form.data)
    state.refused = {key: code for key, code in state.refused.items() if key != PAPER} | kept.refused
    state.answers |= kept.answers
    try:
        with transaction.atomic():
            journey.save()
            kept.write(journey.draft)
    except Exception:
        kept.undo()
        raise
    if found is None or kept.refused:
        return None
    papers = (kept.answers.get(PAPER) or {}).get("files", ()) if found.mode == DeclarationMode.PAPER else ()
    return Declaration(mode=found.mode, at=found.at, taken_by=found.taken_by, papers=papers)


def words_of(journey: Journey) -> list[str]:
    """Return what is to be read out or signed, in the applicant's language."""
    return words(journey.flow, journey.settled, journey.applicants_language)


def _declared(form: StepForm, officer: int) -> Declaration | None:
    mode = DeclarationMode(form.answers[MODE]["value"])
    if mode == DeclarationMode.LINK:
        return Declaration(mode=mode, at=None, taken_by=officer)
    at = moment_of(form, READ) if mode == DeclarationMode.TELEPHONE else timezone.now()
    return Declaration(mode=mode, at=at, taken_by=officer) if at else None


def _as_left(journey: Journey) -> StepForm:
    """Return the form with what was sent and its mistakes, or a new one."""
    if STEP not in journey.state.typed:
        return _form(journey)
    form = _form(journey, MultiValueDict(journey.state.typed[STEP]))
    if form.is_valid():
        _declared(form, 0)
    if code := journey.state.refused.get(PAPER):
        form.errors.pop(PAPER, None)
        form.add_error(PAPER, uploads.refusal_text(form.fields[PAPER].question, code, journey.language))
    return form


def _form(journey: Journey, data: Any = None, files: Any = None) -> StepForm:
    step = _step(journey)
    stored = {PAPER: list(journey.stored(step.questions[1]))}
    form_class = step_form_class(step, journey.language)
    return form_class(data, files, prefix=STEP, answers=just_now(READ), stored=stored, inspect=look)


def _step(journey: Journey) -> Step:
    language = journey.language
    paper = Question(
        key=PAPER,
        kind="upload",
        label={language: _("The signed or thumb-printed paper")},
        options={"later": False},
        show_when=_only(DeclarationMode.PAPER),
    )
    read = moment_questions(READ, _("Day on which the words were read"), language, _only(DeclarationMode.TELEPHONE))
    return Step(key=STEP, title={}, questions=(_how(journey), paper, *read))


def _how(journey: Journey) -> Question:
    language = journey.language
    hints = {
        DeclarationMode.PAPER: _("The words above, signed or with a thumb print. A photo or a scan is uploaded here."),
        DeclarationMode.TELEPHONE: _("You read the words above to the applicant, who agreed. Your name is recorded."),
        DeclarationMode.LINK: _("We send the applicant a link. The case is complete only when it was confirmed there."),
    }
    if not ways_to(contact_in(journey.flow, journey.settled)):
        del hints[DeclarationMode.LINK]
    choices = (Choice(key=str(mode), label={language: str(mode.label)}, hint={language: hints[mode]}) for mode in hints)
    question = {language: _("How was the declaration given?")}
    missing = {"missing": {language: _("Choose how the declaration was given")}}
    return Question(key=MODE, kind="single_choice", label=question, choices=tuple(choices), options=missing)


def _only(mode: DeclarationMode) -> ShowWhen:
    return ShowWhen(conditions=(Condition(question=MODE, operator=Operator.IS, values=(str(mode),)),))
