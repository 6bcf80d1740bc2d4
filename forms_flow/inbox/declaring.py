"""The paper with the declaration, where the applicant never confirmed it by the link."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from forms_flow.domain.declaration import PAPER
from forms_flow.domain.declare import attach_paper
from forms_flow.domain.errors import ConflictError
from forms_flow.fields.looking import Looked, look
from forms_flow.inbox.access import StaffView, require
from forms_flow.inbox.declaration import paper_form
from forms_flow.records.applications import Application
from forms_flow.records.drafts import StoredFile, keep_file
from forms_flow.rules import Capability
from forms_flow.vault import store
from home.digits import row_number


class DeclareView(StaffView):
    """Takes the scanned paper. Its address is a private page: the file is held in memory only."""

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Keep the paper and record the declaration, and show the case again."""
        application = self.case(pk)
        require(request.user, Capability.CHECK)
        version = row_number(request.POST.get("row_version", ""))
        if version is None:
            raise Http404
        form = paper_form(get_language(), request.POST, request.FILES, look)
        accepted = form.accepted(PAPER) if form.is_valid() else None
        if accepted is None:
            errors = form.summary_of_errors
            messages.warning(request, errors[0][1] if errors else _("Choose the file first"))
        else:
            self._take(application, version, [*accepted.files])
        return redirect("inbox:case", pk)

    def _take(self, application: Application, version: int, files: list[Looked]) -> None:
        rows: list[StoredFile] = []
        try:
            rows.extend(
                keep_file(looked.file, scan=looked.scan, question_key=PAPER, application=application)
                for looked in files
            )
            with transaction.atomic():
                StoredFile.objects.bulk_create(rows)
                ids = [row.pk for row in rows]
                attach_paper(application=application, actor=self.request.user, row_version=version, files=ids)
        except (ConflictError, OSError) as error:
            for row in rows:
                store.delete(row.pk)
            changed = _("Somebody changed this application meanwhile. Look again, then attach the paper.")
            no_room = _("The file could not be saved just now. Try again in a few minutes.")
            messages.warning(self.request, changed if isinstance(error, ConflictError) else no_room)
        else:
            messages.success(self.request, _("The declaration was recorded"))
