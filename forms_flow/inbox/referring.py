"""What passes between the association and other bodies about a case: referrals with consent, letters, replies."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from forms_flow.definition import say
from forms_flow.domain import outside
from forms_flow.inbox.access import require
from forms_flow.inbox.documents import upload_labels
from forms_flow.inbox.sub_page import SubPage
from forms_flow.inbox.work_forms import WorkForm, day, line, options, words
from forms_flow.records.applications import Application
from forms_flow.records.referrals import Body, Consent, Referral
from forms_flow.records.staff import can
from forms_flow.rules import Capability
from home.dates import today

_WRONG_DAY = gettext_lazy("Write a day that is neither in the future nor before what it answers")


class BodyForm(WorkForm):
    """Which body, and when."""

    body = forms.ModelChoiceField(
        label=pgettext_lazy("referral", "Body"),
        queryset=Body.objects.filter(is_active=True),
        required=False,
        empty_label=pgettext_lazy("referral", "Another body: write its name below"),
        error_messages={"required": gettext_lazy("Choose the body, or write its name")},
    )
    other = line(gettext_lazy("Name of another body"))
    on = day(gettext_lazy("Date"), _WRONG_DAY)
    about = words(gettext_lazy("What it is about"), hint=gettext_lazy("The applicant does not read this."))

    def given(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return what the verbs take: the body as one thing."""
        party = outside.Party(body=values.pop("body"), other=values.pop("other"))
        return {**values, "party": party}


class OutForm(BodyForm):
    """A referral outside."""

    sections = forms.MultipleChoiceField(
        label=gettext_lazy("Answers that were sent"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Only what the body needs. With nothing ticked, the reference alone was sent."),
    )
    documents = forms.MultipleChoiceField(
        label=gettext_lazy("Documents that were sent"), required=False, widget=forms.CheckboxSelectMultiple
    )
    consent = options(
        gettext_lazy("How the applicant agreed"),
        Consent,
        gettext_lazy("Nothing is sent without the applicant’s consent: choose how it was given"),
    )
    consent_on = day(
        gettext_lazy("When the applicant agreed"),
        gettext_lazy("Write the day of the consent; it comes before the referral"),
        required=False,
    )

    field_order = ["body", "other", "consent", "consent_on", "sections", "documents", "on", "about"]

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        """Offer the steps of the route and the documents that came."""
        super().__init__(*args, initial={"on": today().isoformat()}, **kwargs)
        flow, language = application.flow, get_language()
        asked = [step for step in flow.route(application.all_answers) if step.questions]
        self.fields["sections"].choices = [(step.key, say(step.title, language)) for step in asked]
        came = sorted({file.question_key for file in application.files.all()})
        self.fields["documents"].choices = [*zip(came, upload_labels(application, came, language), strict=False)]


class LetterForm(BodyForm):
    """A letter of a body; the one that the application came with is filled in already."""

    number = line(gettext_lazy("Number of the letter"), gettext_lazy("Write the number of the letter"), longest=60)

    field_order = ["body", "other", "number", "on", "about"]

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        """Begin with the letter that stands on the application."""
        letter = application.letter or {}
        super().__init__(*args, initial={"number": letter.get("number", ""), "on": letter.get("date", "")}, **kwargs)
        self.fields["on"].label = _("Date of the letter")


class ReplyForm(WorkForm):
    """A reply."""

    on = day(gettext_lazy("Date of the reply"), _WRONG_DAY)
    text = words(gettext_lazy("The reply"), gettext_lazy("Write what the reply says"))


class Line(NamedTuple):
    """One referral or letter on the page."""

    referral: Referral
    sent: list[str]
    form: ReplyForm | None


class ReferralsView(SubPage):
    """All of them."""

    template = "referrals"
    title = pgettext_lazy("inbox", "Referrals outside and letters")
    icon = "site"

    def get(self, _request: HttpRequest, pk: UUID) -> HttpResponse:
        """Show them, with the forms for new ones."""
        return self.page(self.case(pk))

    def page(self, application: Application, failed: WorkForm | None = None, about: UUID | None = None) -> HttpResponse:
        """Show them, with the form that could not be taken; `about` is the referral that it replies to."""
        may_write = can(self.request.user, Capability.REFER_OUT)
        context: dict[str, Any] = {
            "lines": [*_lines(application, may_write=may_write, failed=failed, about=about)],
            "failed": failed,
        }
        if may_write and application.is_open:
            context["out"] = _sent(failed, OutForm) or OutForm(name="out", application=application)
            context["letter"] = _sent(failed, LetterForm) or LetterForm(name="letter", application=application)
        status = HTTPStatus.UNPROCESSABLE_ENTITY if failed else HTTPStatus.OK
        return self.show(application, context, status=status)


class ReferOutView(ReferralsView):
    """Takes a referral outside, or a letter."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
        """Record it, or show the page again with the form as it was filled in."""
        application = self.case(pk)
        require(request.user, Capability.REFER_OUT)
        if kind not in _FORMS:
            raise Http404
        form_class, verb = _FORMS[kind]
        form = form_class(request.POST, name=kind, application=application)
        if not form.taken(lambda **given: verb(application=application, actor=request.user, **form.given(given))):
            return self.page(application, form)
        messages.success(request, _("Recorded"))
        return redirect("inbox:referrals", pk)


class ReplyView(ReferralsView):
    """Takes a reply."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: UUID, referral: UUID) -> HttpResponse:
        """Record it, or show the page again with the form as it was filled in."""
        application = self.case(pk)
        require(request.user, Capability.REFER_OUT)
        row = application.referrals.select_related("application").filter(pk=referral).first()
        if row is None:
            raise Http404
        form = ReplyForm(request.POST, name=f"reply-{referral}")
        if not form.taken(lambda **given: outside.record_reply(referral=row, actor=request.user, **given)):
            return self.page(application, form, referral)
        messages.success(request, _("Recorded"))
        return redirect("inbox:referrals", pk)


_FORMS: Mapping[str, Any] = {
    "out": (OutForm, outside.refer_outside),
    "letter": (LetterForm, outside.record_letter),
}


def _sent(failed: WorkForm | None, kind: type[WorkForm]) -> WorkForm | None:
    return failed if isinstance(failed, kind) else None


def _lines(
    application: Application,
    *,
    may_write: bool,
    failed: WorkForm | None,
    about: UUID | None,
) -> Iterator[Line]:
    language = get_language()
    steps = {step.key: say(step.title, language) for step in application.flow.steps}
    for row in application.referrals.select_related("body", "by", "replied_by").order_by("-at"):
        form = None
        if may_write and row.replied_on is None:
            blank = ReplyForm(name=f"reply-{row.pk}", initial={"on": today().isoformat()})
            form = failed if row.pk == about and isinstance(failed, ReplyForm) else blank
        sent = [steps[key] for key in row.sections if key in steps]
        yield Line(row, [*sent, *upload_labels(application, row.documents, language)], form)
