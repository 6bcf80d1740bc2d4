"""Check-answers, the declaration, and sending."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from formtools.wizard.views import WizardView

from forms_flow.definition import say
from forms_flow.domain.declaration import Declaration, ticked
from forms_flow.domain.errors import AlreadyOpenError, NotOpenError
from forms_flow.domain.submit import search_tokens, submit_draft
from forms_flow.enums import MatchKind
from forms_flow.fields.forms import StepForm
from forms_flow.records import floods
from forms_flow.records.drafts import StaleDraftError
from forms_flow.wizard import gate
from forms_flow.wizard.declaring import declaring, take, words_of
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.responses import owners_page, show
from forms_flow.wizard.sections import sections
from forms_flow.wizard.steps import JourneyWizard
from home.private_pages import SeeOther
from home.visitors import client_address

DECLARATION_ID = "declaration"
#: Marks in the query that say why a post came back here. The page itself is made anew each time.
UNTICKED, CHANGED = "unticked", "changed"


class Problem(NamedTuple):
    """One line of the error summary."""

    url: str
    message: str


class CheckView(JourneyWizard):
    """All answers once more, and the button that sends them."""

    given: Declaration | None = None  # what the staff wrote down of it

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the answers, or go to the step that still wants some, or to the exit page they lead to."""
        del args, kwargs
        if not self.journey.may_send:
            return SeeOther(self.journey.next_url())
        barred = gate.stopped(request, self.journey) or gate.answered_already(request, self.journey)
        return barred or show(request, "check", self._context(request))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send, when everything is answered, declared and still what this page showed."""
        del args, kwargs
        check = self.journey.url("check")
        if not self.journey.may_send:
            return SeeOther(self.journey.next_url())
        if self.is_stale(request):
            return SeeOther(f"{check}?{CHANGED}=1")
        if not self.journey.draft.is_entered and self._declaration() and request.POST.get(DECLARATION_ID) != "on":
            return SeeOther(f"{check}?{UNTICKED}=1")
        try:
            return self._send(request)
        except (NotOpenError, AlreadyOpenError):
            return SeeOther(check)  # the page says what stands in the way
        except StaleDraftError:
            return SeeOther(f"{check}?{CHANGED}=1")

    def _send(self, request: HttpRequest) -> HttpResponse:
        if not self._may_send_now(request):
            return self._later(request)
        return self._send_for_another(request) if self.journey.draft.is_entered else self.render_done(None)

    def _may_send_now(self, request: HttpRequest) -> bool:
        """Count what is sent from the visitor's network and for the person who is asked for (req 103).

        The staff enter many from one office, and a trial sends nothing.
        """
        if self.journey.draft.is_entered or self.journey.draft.is_trial:
            return True
        found = search_tokens(self.journey.flow, self.journey.settled)
        people = {token for kind, token in found if kind in {MatchKind.IDENTITY, MatchKind.MOBILE}}
        return floods.may_send(sorted(people), client_address(request))

    def _later(self, request: HttpRequest) -> HttpResponse:
        """Say that sending is paused, and that nothing is lost."""
        response = show(request, "send_later", {"journey": self.journey}, status=HTTPStatus.TOO_MANY_REQUESTS)
        response.headers["Retry-After"] = str(int(floods.WINDOW.total_seconds()))
        return response

    def _send_for_another(self, request: HttpRequest) -> HttpResponse:
        """Send what the staff entered, with the declaration as the applicant gave it."""
        check = self.journey.url("check")
        if words_of(self.journey):
            try:
                self.given = take(request, self.journey)
            except StaleDraftError:
                return SeeOther(f"{check}?{CHANGED}=1")
            if self.given is None:
                return SeeOther(check)
        return self.render_done(None)

    def render_done(self, form: StepForm | None, **kwargs: Any) -> HttpResponse:
        """Check every step once more and send, all within the post; a page that sends by being fetched is no page."""
        return WizardView.render_done(self, form, **kwargs)

    def render_revalidation_failure(self, failed_step: str, form: StepForm, **kwargs: Any) -> HttpResponse:
        """Come back here: the page lists what is wrong on every step."""
        del failed_step, form, kwargs
        return SeeOther(self.journey.url("check"))

    def done(self, form_list: Sequence[StepForm], **kwargs: Any) -> HttpResponse:
        """Store the application. Sent twice, it is the same application and the same receipt. A trial just ends."""
        del kwargs
        if self.journey.draft.is_trial:
            return SeeOther(self.journey.url("receipt"))
        answers = {key: value for form in form_list for key, value in form.answers.items()}
        submit_draft(
            draft=self.journey.draft,
            answers=self.journey.flow.settled(self.journey.as_answered(answers)),
            language=self.journey.applicants_language,
            declaration=self.given or ticked(timezone.now()),
        )
        return SeeOther(self.journey.url("receipt"))

    def _context(self, request: HttpRequest) -> dict[str, Any]:
        helped = declaring(request, self.journey)
        faults = helped.form.summary_of_errors if helped and helped.form.is_bound else []
        return {
            "journey": self.journey,
            "sections": sections(self.journey),
            "declaring": helped,
            "declaration": "" if helped else self._declaration(),
            "declaration_id": DECLARATION_ID,
            "errors": [
                *self._problems(),
                *self._undeclared(request),
                *(Problem(f"#{key}", said) for key, said in faults),
            ],
            "is_unticked": UNTICKED in request.GET,
            "was_changed": CHANGED in request.GET,
            "row_version": self.journey.draft.row_version,
            "back_url": self.journey.step_url(self.journey.route[-1]),
            "save_url": self.journey.url("save"),
        }

    def _problems(self) -> list[Problem]:
        """Return what is wrong with answers that once passed: a day that went by, a file that is gone."""
        found = []
        for step in self.journey.route:
            form = self.get_form(step.key, data=self.storage.get_step_data(step.key))
            url = f"{self.journey.step_url(step)}?change=1"
            found += [Problem(f"{url}#{target}", message) for target, message in form.summary_of_errors]
        return found

    def _undeclared(self, request: HttpRequest) -> list[Problem]:
        if UNTICKED not in request.GET:
            return []
        return [Problem(f"#{DECLARATION_ID}", _("Tick the declaration to send the application"))]

    def _declaration(self) -> str:
        return say(self.journey.flow.declaration, self.journey.language)


@owners_page
def check(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Answer at the address of check-answers; what was sent leads to its receipt."""
    if journey.is_sent:
        return SeeOther(journey.url("receipt"))
    return CheckView.of(journey, request)
