"""Notes among the staff."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from forms_flow.domain.errors import MissingInputError, NotAllowedError
from forms_flow.domain.note import add_note
from forms_flow.inbox.access import StaffView
from forms_flow.inbox.move_fields import LONGEST_TEXT


class NoteView(StaffView):
    """Takes a note."""

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Add the note, and show the case again."""
        application = self.case(pk)
        try:
            add_note(application=application, actor=request.user, text=request.POST.get("text", "")[:LONGEST_TEXT])
        except NotAllowedError:
            raise Http404 from None
        except MissingInputError:
            messages.warning(request, _("Write the note first"))
        else:
            messages.success(request, _("Note added"))
        return redirect("inbox:case", pk)
