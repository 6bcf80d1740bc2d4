"""What was handed over in a case, and what of it is only lent."""

from http import HTTPStatus
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.validators import RegexValidator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from forms_flow.domain import handing
from forms_flow.enums import State
from forms_flow.inbox.access import require
from forms_flow.inbox.downloading import PRIVATE_FILE_HEADERS
from forms_flow.inbox.sub_page import SubPage, record_opening
from forms_flow.inbox.work_forms import DigitsField, WorkForm, day, line
from forms_flow.papers import receipt
from forms_flow.papers.press import NotPrintedError
from forms_flow.records.applications import Application
from forms_flow.records.deliveries import Delivery
from forms_flow.records.staff import can
from forms_flow.rules import Capability
from home.dates import today
from home.shell import shell_at

_NUMBER = gettext_lazy("Write a whole number from 1 on")
_AMOUNT = gettext_lazy("Write an amount in riyals, or leave it empty")
_FOUR = gettext_lazy("Write the last four digits, or leave it empty")
_PAST = gettext_lazy("Write a day that is neither in the future nor before the delivery")


class HandForm(WorkForm):
    """A delivery."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)
    item = line(pgettext_lazy("delivery", "Item"), gettext_lazy("Write what was handed over"), longest=handing.LONGEST)
    quantity = forms.IntegerField(
        label=gettext_lazy("Quantity"),
        initial=1,
        min_value=1,
        max_value=100_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _NUMBER),
    )
    value = forms.DecimalField(
        label=gettext_lazy("Value in riyals (optional)"),
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 10}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_digits", "max_decimal_places", "max_whole_digits"), _AMOUNT
        ),
    )
    on = day(gettext_lazy("Day of the delivery"), gettext_lazy("Write the day of the delivery, today or earlier"))
    name = line(gettext_lazy("Name of the receiver"), gettext_lazy("Write who received it"))
    relation = line(
        gettext_lazy("Relation to the applicant (optional)"),
        hint=gettext_lazy("Only if somebody else received it, for example a son."),
    )
    last_four = DigitsField(
        label=gettext_lazy("Last four digits of the receiver’s identity (optional)"),
        required=False,
        validators=[RegexValidator(r"\A[0-9]{4}\Z", _FOUR)],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6, "autocomplete": "off"}),
    )
    due_back = day(
        gettext_lazy("Only lent: day on which it comes back"),
        gettext_lazy("Write a day that is not before the delivery"),
        gettext_lazy("Left empty, it was given for good."),
        required=False,
    )
    completes = forms.BooleanField(
        label=gettext_lazy("With this everything has been provided"),
        help_text=gettext_lazy("The case moves on, and the applicant is told that the service has been provided."),
        required=False,
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        """Begin with the applicant and today; what completes the case is asked only once."""
        initial = {
            "row_version": application.row_version,
            "on": today().isoformat(),
            "name": application.display_name,
        }
        super().__init__(*args, name="hand", initial=initial, **kwargs)
        if application.state != State.REGISTERED:
            del self.fields["completes"]


class BackForm(WorkForm):
    """A loan that came back."""

    on = day(gettext_lazy("Day on which it came back"), _PAST)
    state = line(gettext_lazy("State in which it came back (optional)"), longest=handing.LONGEST)


class Line(NamedTuple):
    """One delivery on the page; with a form where it is lent and this person may take it back."""

    delivery: Delivery
    form: BackForm | None
    is_overdue: bool


class DeliveriesView(SubPage):
    """All deliveries of a case."""

    template = "deliveries"
    title = pgettext_lazy("inbox", "Deliveries")
    icon = "pick"

    def get(self, _request: HttpRequest, pk: UUID) -> HttpResponse:
        """Show them, with the form for another one where something may be handed over."""
        return self.page(self.case(pk))

    def page(self, application: Application, failed: WorkForm | None = None, back: UUID | None = None) -> HttpResponse:
        """Show them with the form that could not be taken; `back` is the loan that it is about."""
        may_deliver = can(self.request.user, Capability.DELIVER)
        lines = []
        for row in application.deliveries.select_related("by", "returned_to").order_by("-at"):
            is_out = row.due_back is not None and row.returned_on is None
            blank = BackForm(name=f"back-{row.pk}", initial={"on": today().isoformat()})
            form = failed if row.pk == back and isinstance(failed, BackForm) else blank
            late = is_out and row.due_back < today()
            lines.append(Line(row, form if is_out and may_deliver else None, late))
        context: dict[str, Any] = {"lines": lines}
        if may_deliver and handing.may_hand_over(application):
            context["hand"] = failed if isinstance(failed, HandForm) else HandForm(application=application)
        status = HTTPStatus.UNPROCESSABLE_ENTITY if failed else HTTPStatus.OK
        return self.show(application, context, status=status)


class HandOverView(DeliveriesView):
    """Takes a delivery."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Record it, or show the page again with the form as it was filled in."""
        application = self.case(pk)
        require(request.user, Capability.DELIVER)
        form = HandForm(request.POST, application=application)

        def verb(*, row_version: int, completes: bool = False, **given: Any) -> None:
            handing.hand_over(
                application=application,
                actor=request.user,
                row_version=row_version,
                handed=handing.Handed(**given),
                completes=completes,
            )

        if not form.taken(verb):
            return self.page(application, form)
        messages.success(request, _("Recorded. The receipt can be printed now."))
        return redirect("inbox:deliveries", pk)


class TakeBackView(DeliveriesView):
    """Takes a loan back."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: UUID, delivery: UUID) -> HttpResponse:
        """Record it, or show the page again with the form as it was filled in."""
        application = self.case(pk)
        require(request.user, Capability.DELIVER)
        row = _delivery(application, delivery)
        form = BackForm(request.POST, name=f"back-{delivery}")
        if not form.taken(lambda **given: handing.take_back(delivery=row, actor=request.user, **given)):
            return self.page(application, form, delivery)
        messages.success(request, _("Recorded"))
        return redirect("inbox:deliveries", pk)


class ReceiptView(SubPage):
    """The receipt of one delivery, to be printed and signed."""

    def get(self, request: HttpRequest, pk: UUID, delivery: UUID) -> HttpResponse:
        """Send it as a PDF; 503 while the printer is busy."""
        application = self.case(pk)
        require(request.user, Capability.DELIVER)
        row = _delivery(application, delivery)
        language = get_language()
        try:
            content = receipt.receipt_of(row, language=language, shell=shell_at(request, language))
        except NotPrintedError:
            messages.warning(request, _("The printer is busy. Try again in a few minutes."))
            return redirect("inbox:deliveries", pk)
        record_opening(application, request.user)
        name = receipt.file_name(row)
        return HttpResponse(
            content,
            content_type="application/pdf",
            headers={"Content-Disposition": f'attachment; filename="{name}"', **PRIVATE_FILE_HEADERS},
        )


def _delivery(application: Application, key: UUID) -> Delivery:
    row = application.deliveries.select_related("application", "by").filter(pk=key).first()
    if row is None:
        raise Http404
    return row
