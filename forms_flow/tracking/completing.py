"""The applicant sends what was asked for."""

from collections.abc import Sequence
from http import HTTPStatus
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from forms_flow.domain.check import complete as take
from forms_flow.domain.check import open_request
from forms_flow.domain.errors import ConflictError, IllegalMoveError
from forms_flow.enums import State
from forms_flow.fields.forms import StepForm
from forms_flow.fields.looking import Looked
from forms_flow.records import floods
from forms_flow.records.applications import Application
from forms_flow.records.casework import CompletionRequest
from forms_flow.records.drafts import StoredFile, keep_file
from forms_flow.tracking.case import SENT, show_case, to_case
from forms_flow.tracking.completion_form import REPLY, completion_form
from forms_flow.tracking.pages import holders_page
from forms_flow.vault import store
from home.memory_uploads import files_were_too_big
from home.visitors import client_address


@holders_page
def complete(request: HttpRequest, application: Application) -> HttpResponse:
    """Take documents and reply. What comes after it was completed already, from an old tab, is kindly passed over."""
    asked = open_request(application) if application.state == State.INCOMPLETE else None
    if request.method != "POST" or asked is None:
        return to_case(SENT if request.method == "POST" else "")
    if request.FILES and not floods.may_upload(application.pk, client_address(request)):
        return _too_often(request, application, asked)
    form = completion_form(application, asked, get_language(), request.POST, request.FILES)
    if files_were_too_big(request):
        form.errors.clear()
        form.add_error(REPLY, _("The files together are larger than 25 MB. Send fewer or smaller ones."))
    elif form.is_valid():
        if _store_and_take(application, form):
            return to_case(SENT)
        form.add_error(REPLY, _("It could not be saved just now. Send it again in a few minutes."))
    return show_case(request, application, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _too_often(request: HttpRequest, application: Application, asked: CompletionRequest) -> HttpResponse:
    """Keep what was written on the page and look into no file."""
    form = completion_form(application, asked, get_language(), request.POST)
    form.errors.clear()
    form.add_error(REPLY, _("Many files arrived within an hour. Send them again in an hour, or call us."))
    return show_case(request, application, form=form, status=HTTPStatus.TOO_MANY_REQUESTS)


def _new_files(form: StepForm) -> list[tuple[str, Looked]]:
    keys = [question.key for question in form.step.questions]
    return [(key, file) for key in keys if (accepted := form.accepted(key)) for file in accepted.files]


def _store_and_take(application: Application, form: StepForm) -> bool:
    """Store the bytes, then the rows and the move in one transaction. False when the disk refused."""
    rows: list[StoredFile] = []
    try:
        for key, looked in _new_files(form):
            rows.append(keep_file(looked.file, scan=looked.scan, question_key=key, application=application))
        with transaction.atomic():
            StoredFile.objects.bulk_create(rows)
            take(
                application=application,
                row_version=application.row_version,
                files=_ids_by_question(rows),
                reply=form.cleaned_data.get(REPLY) or "",
            )
    except OSError:
        _destroy(rows)
        return False
    except (ConflictError, IllegalMoveError):
        _destroy(rows)
        return _again(application, form)
    return True


def _again(application: Application, form: StepForm) -> bool:
    """Somebody changed the row meanwhile. When it still waits, try with the row as it is; else it was a double post."""
    fresh = Application.objects.get(pk=application.pk)
    if fresh.state != State.INCOMPLETE or fresh.row_version == application.row_version:
        return True
    return _store_and_take(fresh, form)


def _ids_by_question(rows: Sequence[StoredFile]) -> dict[str, list[UUID]]:
    found: dict[str, list[UUID]] = {}
    for row in rows:
        found.setdefault(row.question_key, []).append(row.pk)
    return found


def _destroy(rows: Sequence[StoredFile]) -> None:
    for row in rows:
        store.delete(row.pk)
