"""Making a move."""

from collections.abc import Mapping
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from forms_flow.domain.errors import (
    ConflictError,
    DomainError,
    IllegalMoveError,
    MissingInputError,
    NoGuardianError,
    NotAllowedError,
    UndeclaredError,
)
from forms_flow.domain.moves import TABLE, Move
from forms_flow.enums import Track
from forms_flow.inbox.access import StaffView, require
from forms_flow.inbox.case import show_case
from forms_flow.inbox.move_forms import VERBS, MoveForm
from forms_flow.records import history
from forms_flow.records.applications import Application

#: What stands in the way, in words.
_WORDS: Mapping[type[DomainError], Promise] = {
    UndeclaredError: gettext_lazy("The declaration is still missing: the case is not complete without it"),
    NoGuardianError: gettext_lazy(
        "The applicant is under 18: put the guardian’s signed consent on file first. Ask the applicant to complete it."
    ),
}


class MoveView(StaffView):
    """Takes the form of one move; nothing is lost when it cannot be made."""

    def post(self, request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
        """Make the move, or show the case again with the form as it was filled in."""
        application = self.case(pk)
        move = self._move(application, name)
        form = MoveForm(request.POST, move=move, application=application, language=get_language())
        if not form.is_valid():
            return show_case(request, application, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        try:
            form.run(application, request.user)
        except NotAllowedError:
            raise Http404 from None
        except MissingInputError as error:
            form.add_error(error.field, form.fields[error.field].error_messages["required"])
            return show_case(request, application, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        except (UndeclaredError, NoGuardianError) as error:
            form.add_error(None, str(_WORDS[type(error)]))
            return show_case(request, application, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        except (ConflictError, IllegalMoveError):
            return self._conflict(pk, form)
        messages.success(request, _("Done: %(move)s") % {"move": move.label})
        return redirect("inbox:case", pk)

    def _move(self, application: Application, name: str) -> Move:
        """Return the move; one that this person may never make does not exist."""
        move = TABLE[Track(application.track)].get(name)
        if move is None or move.capability is None or name not in VERBS:
            raise Http404
        require(self.request.user, move.capability)
        return move

    def _conflict(self, pk: UUID, form: MoveForm) -> HttpResponse:
        """Somebody was faster. When it was the same person (a second click), the first answer is shown."""
        application = self.case(pk)
        if self._made_already(application, form.move):
            return redirect("inbox:case", pk)
        return show_case(self.request, application, form=form, conflict=True, status=HTTPStatus.CONFLICT)

    def _made_already(self, application: Application, move: Move) -> bool:
        moved = history.Event.objects.filter(application_id=application.pk, action=history.Action.MOVED)
        last = moved.order_by("-seq").first()
        mine = history.actor_name(self.request.user)
        return last is not None and last.actor == mine and last.data.get("move") == move.name
