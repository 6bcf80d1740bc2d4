"""Showing a masked answer: with a reason, into the history, and once."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from forms_flow.inbox.access import StaffView, require
from forms_flow.inbox.case import show_case
from forms_flow.inbox.sections import is_masked
from forms_flow.inbox.wording import REVEAL_REASONS
from forms_flow.records import history
from forms_flow.rules import Capability


class RevealView(StaffView):
    """Answers the post itself with the opened page, so that nothing in an address shows the answer again.

    Whoever may open the documents may see what stands in them.
    """

    def post(self, request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
        """Record who saw what and why, and show it."""
        application = self.case(pk)
        require(request.user, Capability.OPEN_FILES)
        question = application.flow.question(key)
        reason = request.POST.get("reason", "")
        if question is None or not is_masked(question) or reason not in REVEAL_REASONS:
            raise Http404
        data = {"question": key, "reason": reason}
        history.append(application, history.Action.REVEALED, actor=request.user, data=data)
        return show_case(request, application, revealed=key)
