"""Writing to the applicant, and writing down telephone calls."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from forms_flow.domain.errors import MissingInputError, NotAllowedError
from forms_flow.domain.message import LONGEST, log_call, reply
from forms_flow.enums import CALLS
from forms_flow.inbox.access import StaffView


class MessageView(StaffView):
    """Takes a message to the applicant."""

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Send it, and show the case again."""
        application = self.case(pk)
        try:
            reply(application=application, actor=request.user, text=request.POST.get("text", "")[:LONGEST])
        except NotAllowedError:
            raise Http404 from None
        except MissingInputError:
            messages.warning(request, _("Write the message first"))
        else:
            messages.success(request, _("Message sent to the applicant"))
        return redirect("inbox:case", pk)


class CallView(StaffView):
    """Takes what came of a telephone call."""

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Write it down, and show the case again."""
        application = self.case(pk)
        kinds = {str(kind): kind for kind in CALLS}
        given = request.POST
        try:
            log_call(
                application=application,
                actor=request.user,
                kind=kinds.get(given.get("kind", "")),
                text=given.get("text", "")[:LONGEST],
                told=given.get("told") == "on",
            )
        except NotAllowedError:
            raise Http404 from None
        except MissingInputError:
            messages.warning(request, _("Choose what came of the call"))
        else:
            messages.success(request, _("Call written down"))
        return redirect("inbox:case", pk)
