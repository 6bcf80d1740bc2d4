"""Documents leave the private store only through here, and every time is recorded."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from forms_flow.enums import ScanState
from forms_flow.inbox.access import StaffView, require
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.drafts import StoredFile
from forms_flow.rules import Capability
from forms_flow.vault import store

CONTENT_TYPES = {"pdf": "application/pdf", "jpeg": "image/jpeg", "png": "image/png"}
_UNKNOWN_TYPE = "application/octet-stream"
#: What a browser may do with anything of an applicant's: nothing.
PRIVATE_FILE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class FileView(StaffView):
    """One document, as a download and never shown by our own address."""

    def get(self, request: HttpRequest, pk: UUID, file: UUID) -> HttpResponse:
        """Hand out the document: 409 while the scanner has not seen it, 404 when it found something."""
        application = self.case(pk)
        require(request.user, Capability.OPEN_FILES)
        found = stored_file(application, file)
        if found.scan == ScanState.PENDING:
            return self._not_scanned(request, pk)
        answer = _download(found)
        data = {"file": str(found.pk), "question": found.question_key}
        history.append(application, history.Action.FILE_OPENED, actor=request.user, data=data)
        return answer

    def _not_scanned(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        context = {"page_title": _("Not scanned yet"), "case_id": pk}
        return render(request, "forms_flow/inbox/not_scanned.html", context, status=HTTPStatus.CONFLICT)


def stored_file(application: Application, pk: UUID) -> StoredFile:
    """Return one of the case's files. One that is harmful is as one that is not there: raises Http404."""
    found = application.files.filter(pk=pk).exclude(scan=ScanState.INFECTED).first()
    if found is None:
        raise Http404
    return found


def _download(file: StoredFile) -> HttpResponse:
    try:
        content = store.get(file.pk)
    except FileNotFoundError:
        raise Http404 from None
    return HttpResponse(
        content,
        headers={
            "Content-Type": CONTENT_TYPES.get(file.kind, _UNKNOWN_TYPE),
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=file.name),
            **PRIVATE_FILE_HEADERS,
        },
    )
