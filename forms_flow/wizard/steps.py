"""The steps: formtools' wizard on the draft's row, with the address naming the step."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from formtools.wizard.views import NamedUrlWizardView

from forms_flow.definition import Question
from forms_flow.fields.companions_field import Listing
from forms_flow.fields.forms import Beside, StepForm
from forms_flow.fields.looking import look
from forms_flow.records.drafts import Draft, StaleDraftError
from forms_flow.wizard import gate, stumbles, uploads
from forms_flow.wizard.forms import form_classes
from forms_flow.wizard.group import group_of
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.later import offer_link
from forms_flow.wizard.responses import over, owners_page, show
from forms_flow.wizard.state import own_part
from forms_flow.wizard.step_page import step_context
from home.private_pages import SeeOther

CONFLICT = 409
#: Mark in the addresses of entries: their list was come to from check-answers, and its way back leads there.
WITHIN = "within"
#: Mark in the address of such a list: nothing was removed, because the list changed meanwhile.
CHANGED = "changed"


class OnRoute:
    """A step's condition for formtools: read from the settled answers, never from forms or other steps."""

    def __init__(self, key: str) -> None:
        """Speak for one step."""
        self.key = key

    def __call__(self, wizard: "JourneyWizard") -> bool:
        """Tell whether the answers so far call for the step."""
        return self.key in wizard.journey.on_route


class JourneyWizard(NamedUrlWizardView):
    """What steps and check-answers share: forms of the draft's version, filled from the draft."""

    storage_name = "forms_flow.wizard.storage.DraftStorage"
    journey: Any = None  # as_view() takes only names that the class has

    @classmethod
    def of(cls, journey: Journey, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Answer a request of the journey's owner."""
        forms = form_classes(journey.draft.version_id, journey.language)
        request.journey = journey  # formtools hands nothing but the request to storages
        view = cls.as_view(
            form_list=list(forms.items()),
            condition_dict={key: OnRoute(key) for key in forms},
            url_name="wizard:step",
            journey=journey,
        )
        return view(request, **kwargs)

    def get_prefix(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return one name for all: the draft's row is the slot, so journeys cannot meet in it."""
        del request, args, kwargs
        return "journey"

    def get_step_url(self, step: str) -> str:
        """Return the address of a step."""
        return self.journey.url("step", step=step)

    def get_form(self, step: str | None = None, data: Any = None, files: Any = None) -> StepForm:
        """Return the step's form, which knows what cannot be asked for now."""
        form: StepForm = super().get_form(step, data, files)
        gate.mark(self.journey, form)
        return form

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        """Return what the step's form needs besides its data."""
        key = step or self.steps.current
        found = next(item for item in self.journey.flow.steps if item.key == key)
        return {
            "answers": self.journey.answers_for(found),
            "stored": self.journey.stored_for(found),
            "inspect": look,
            "beside": Beside(flow=self.journey.flow, listings=self._listings(found.key)),
        }

    def _listings(self, key: str) -> dict[str, Listing]:
        """Return the list of the step's repeating group; its pages lead back here with what this page was asked."""
        group = group_of(self.journey, key)
        within = f"?{WITHIN}=1" if "change" in self.request.GET else ""
        return {group.question.key: group.listing(within=within)} if group else {}

    def is_stale(self, request: HttpRequest) -> bool:
        """Tell whether the page was fetched before somebody saved. A post that names no state is not a tab."""
        return request.POST.get("row_version") not in {None, str(self.journey.draft.row_version)}


class StepView(JourneyWizard):
    """One step: shown, saved, left."""

    barred = ""  # why no file of the post counts

    def get(self, request: HttpRequest, *args: Any, step: str, **kwargs: Any) -> HttpResponse:
        """Show the step, or go to the first open one when it is not the step's turn."""
        del args, kwargs
        if not self.journey.may_open(step):
            return SeeOther(self.journey.next_url())
        self.storage.current_step = step
        barred = gate.stopped(request, self.journey, self.journey.flow.step(step))
        return barred or self._show(request, self._form_as_left(step))

    def post(self, request: HttpRequest, *args: Any, step: str, **kwargs: Any) -> HttpResponse:
        """Save the step and go on, or come back to it with its mistakes."""
        del args, kwargs
        if not self.journey.may_open(step):
            return SeeOther(self.journey.next_url())
        self.storage.current_step = step
        self.barred = uploads.barred(request, self.journey)
        form = self.get_form(data=request.POST, files=None if self.barred == uploads.TOO_OFTEN else request.FILES)
        if self.is_stale(request):
            return self._refuse_stale(request, form)
        return self._save(request, form)

    def _form_as_left(self, step: str) -> StepForm:
        """Return the form with what was typed and its mistakes, or, where there are none, with the saved answers."""
        state = self.journey.state
        if step not in state.typed:
            return self.get_form()
        form = self.get_form(data=self.storage.get_step_data(step))
        if step in state.put_off:
            form._errors = {}  # noqa: SLF001 - a bound form that was never checked is the only way to show raw input
            return form
        for question in form.step.questions:
            if question.key in state.refused and question.key in form.fields:
                form.errors.pop(question.key, None)
                code = state.refused[question.key]
                form.add_error(question.key, uploads.refusal_text(question, code, self.journey.language))
        return form

    def _refuse_stale(self, request: HttpRequest, form: StepForm) -> HttpResponse:
        """Show what was typed beside the news that newer answers were kept; a mere repeat of them goes on."""
        if self._is_repeat(form):
            return SeeOther(self._where_next(form.step.key))
        return self._show(request, form, status=CONFLICT, is_stale=True)

    def _is_repeat(self, form: StepForm) -> bool:
        """Tell whether a post says what was saved already: the second half of a double click."""
        state, step = self.journey.state, form.step
        is_valid = form.is_valid()
        sent = [(item, form.accepted(item.key)) for item in step.questions]
        if any(accepted and uploads.fresh(self.journey, item, accepted) for item, accepted in sent):
            return False
        if step.key in state.typed:
            return own_part(step, form.data) == state.typed[step.key]
        saved = {item.key: state.answers[item.key] for item in step.questions if item.key in state.answers}
        return is_valid and self.journey.has_passed(step) and form.answers == saved

    def _save(self, request: HttpRequest, form: StepForm) -> HttpResponse:
        form.is_valid()
        kept = uploads.keep(self.journey, form, self._asked_here(form), refusal=self.barred)
        put_off = "later" in request.POST
        self.journey.record(form, files=kept.answers, refused=kept.refused, put_off=put_off)
        try:
            with transaction.atomic():
                self.journey.save()
                kept.write(self.journey.draft)
        except StaleDraftError:
            kept.undo()
            return self._overtaken(request, form.step.key)
        except Exception:
            kept.undo()
            raise
        if not put_off:  # what was left for later is not a mistake
            stumbles.count(self.journey, form, refused=kept.refused)
        return offer_link(self.journey) if put_off else SeeOther(self._where_next(form.step.key))

    def _overtaken(self, request: HttpRequest, step: str) -> HttpResponse:
        """Answer a post that lost a race: look at it again beside what the winner saved."""
        draft = Draft.objects.filter(pk=self.journey.draft.pk).first()
        if draft is None:
            return over(request)
        for files in request.FILES.lists():
            for file in files[1]:
                file.seek(0)
        return answer(request, Journey(draft, self.journey.language, self.journey.secret), step)

    def _asked_here(self, form: StepForm) -> list[Question]:
        """Return the upload questions that the page really asked for, given what was answered on it."""
        answers = {**form.earlier, **getattr(form, "answers", {})}
        return [item for item in form.step.questions if item.show_when.holds(answers)]

    def _where_next(self, step: str) -> str:
        if step in self.journey.state.typed:
            return self.get_step_url(step) + ("?change=1" if "change" in self.request.GET else "")
        return self.journey.next_url()

    def _show(self, request: HttpRequest, form: StepForm, *, status: int = 200, is_stale: bool = False) -> HttpResponse:
        context = step_context(self.journey, form, is_change="change" in request.GET, is_stale=is_stale)
        context["was_changed"] = CHANGED in request.GET
        return show(request, "step", context, status=status)


@owners_page
def step(request: HttpRequest, journey: Journey, step: str) -> HttpResponse:
    """Answer at a step's address."""
    return answer(request, journey, step)


def answer(request: HttpRequest, journey: Journey, step: str) -> HttpResponse:
    """Show or save the step; a journey that was sent has nothing left to fill in."""
    if journey.is_sent:
        return SeeOther(journey.url("receipt"))
    return StepView.of(journey, request, step=step)
