"""The completeness checklist: each document beside its pages, to be accepted or rejected."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from forms_flow.domain.checking import LONGEST, check_document
from forms_flow.domain.errors import IllegalMoveError, MissingInputError, NotAllowedError
from forms_flow.inbox.access import require
from forms_flow.inbox.case_papers import CasePapers
from forms_flow.inbox.documents import Document
from forms_flow.inbox.sub_page import SubPage
from forms_flow.inbox.work_forms import options
from forms_flow.records.applications import Application
from forms_flow.records.checks import DocumentCheck, Verdict, Verified
from forms_flow.rules import Capability

_MISSING = {
    "verdict": gettext_lazy("Choose what came of it"),
    "how": gettext_lazy("Choose how it was verified; a copy counts only if one came"),
    "reason": gettext_lazy("Write the reason"),
}


class CheckForm(forms.Form):
    """What an officer says of one document."""

    use_required_attribute = False

    verdict = options(gettext_lazy("What came of it"), Verdict)
    how = options(gettext_lazy("How it was verified"), Verified)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy(
            "For a rejected document, in plain words and in the applicant’s language: "
            "it stands in the message when you ask for it again."
        ),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        error_messages={"max_length": gettext_lazy("Shorten the text to %(limit_value)d characters")},
    )

    def __init__(self, key: str, data: Any = None) -> None:
        """Name the inputs after the document, so that several such forms stand on one page."""
        super().__init__(data, prefix=key, auto_id=f"{key}_%s")


class Checked(NamedTuple):
    """One document of the page: its form, if this person may fill it in, and the looks before the one that counts."""

    document: Document
    form: CheckForm | None
    earlier: list[DocumentCheck]


class ChecklistView(SubPage):
    """All documents of a case."""

    template = "checklist"
    title = gettext_lazy("Check the documents")
    icon = "doc-full-inverse"

    def get(self, _request: HttpRequest, pk: UUID) -> HttpResponse:
        """Show the documents with their pages."""
        return self.page(self.case(pk))

    def page(
        self, application: Application, failed: tuple[str, CheckForm] | None = None, status: int = HTTPStatus.OK
    ) -> HttpResponse:
        """Show them with the form that could not be taken, if one was sent."""
        papers = CasePapers(application, self.request.user, get_language())
        return self.show(application, {"papers": papers, "items": [*_items(papers, failed)]}, status=status)


class CheckView(ChecklistView):
    """Takes what was found of one document."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
        """Record it, or show the page again with the form as it was filled in."""
        application = self.case(pk)
        require(request.user, Capability.CHECK)
        form = CheckForm(key, request.POST)
        try:
            if form.is_valid():
                check_document(application=application, actor=request.user, document=key, **form.cleaned_data)
        except (NotAllowedError, IllegalMoveError):
            raise Http404 from None
        except MissingInputError as error:
            form.add_error(error.field, str(_MISSING[error.field]))
        if form.errors:
            return self.page(application, (key, form), HTTPStatus.UNPROCESSABLE_ENTITY)
        messages.success(request, _("Recorded"))
        return redirect(f"{reverse('inbox:checklist', args=[pk])}#document-{key}")


def _items(papers: CasePapers, failed: tuple[str, CheckForm] | None) -> Iterator[Checked]:
    looks = list(papers.application.document_checks.all())
    for document in papers.documents:
        key = document.key
        empty = CheckForm(key) if papers.may_check else None
        form = failed[1] if failed and failed[0] == key else empty
        earlier = [look for look in looks if look.document == key and look != document.check]
        yield Checked(document=document, form=form, earlier=earlier[::-1])
