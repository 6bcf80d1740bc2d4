"""Giving a case to somebody."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from forms_flow.domain.assign import assign
from forms_flow.domain.errors import ConflictError, NotAllowedError
from forms_flow.inbox.access import StaffView
from forms_flow.inbox.filters import ME, NOBODY
from forms_flow.records.staff import Person
from home.digits import row_number


class AssignView(StaffView):
    """Takes the chosen person: ``me``, ``nobody`` or the id of a colleague."""

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Assign, and show the case again."""
        application = self.case(pk)
        assignee = self._assignee(request.POST.get("assignee", ""))
        version = row_number(request.POST.get("row_version", ""))
        if version is None:
            raise Http404
        try:
            assign(application=application, actor=request.user, row_version=version, assignee=assignee)
        except NotAllowedError:
            raise Http404 from None
        except ConflictError:
            messages.warning(request, _("Somebody changed this application meanwhile. Look again, then assign it."))
        else:
            messages.success(request, _("Assigned"))
        return redirect("inbox:case", pk)

    def _assignee(self, choice: str) -> Person | None:
        if choice == ME:
            return self.request.user
        if choice == NOBODY:
            return None
        people = get_user_model().objects.filter(is_active=True)
        person = people.filter(pk=row_number(choice)).first()
        if person is None:
            raise Http404
        return person
