"""Documents on the screen, page by page, as pictures that we drew: no officer's browser opens an applicant's file."""

from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from forms_flow.enums import ScanState
from forms_flow.inbox.access import StaffView, require
from forms_flow.inbox.downloading import PRIVATE_FILE_HEADERS, stored_file
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.drafts import StoredFile
from forms_flow.records.history import Action, Event
from forms_flow.records.staff import Person
from forms_flow.rules import Capability
from forms_flow.vault import store
from forms_flow.vault.inspect import UploadRefused
from forms_flow.vault.inspect.picture import page_picture

#: Looking through the pages of one document, back and forth, is one opening.
ONE_LOOK = timedelta(hours=1)


class PageImageView(StaffView):
    """One page of one document."""

    def get(self, request: HttpRequest, pk: UUID, file: UUID, number: int) -> HttpResponse:
        """Send the page as a picture and record the opening; the first page asked for is the one that counts."""
        application = self.case(pk)
        require(request.user, Capability.OPEN_FILES)
        found = stored_file(application, file)
        if not 1 <= number <= found.pages:
            raise Http404
        if found.scan == ScanState.PENDING:
            return _words(request, HTTPStatus.CONFLICT)
        content = _content(found)
        _record(application, found, request.user)
        try:
            picture = page_picture(found.kind, content, number)
        except UploadRefused:
            return _words(request, HTTPStatus.UNPROCESSABLE_ENTITY)
        return HttpResponse(picture, headers={**PRIVATE_FILE_HEADERS, "Content-Type": "image/jpeg"})


def _content(file: StoredFile) -> bytes:
    try:
        return store.get(file.pk)
    except FileNotFoundError:
        raise Http404 from None


def _words(request: HttpRequest, status: int) -> HttpResponse:
    """Answer with a picture of words: an image's place on a page can show nothing else."""
    answer = render(request, "forms_flow/inbox/no_page_svg.html", content_type="image/svg+xml", status=status)
    for name, value in PRIVATE_FILE_HEADERS.items():
        answer.headers[name] = value
    return answer


def _record(application: Application, file: StoredFile, person: Person) -> None:
    """Write one event for each look; the lock keeps pages that are fetched together from writing one each."""
    data = {"file": str(file.pk), "question": file.question_key}
    with transaction.atomic():
        Application.objects.select_for_update(of=("self",)).values_list("pk").get(pk=application.pk)
        since = timezone.now() - ONE_LOOK
        mine = Event.objects.filter(application_id=application.pk, action=Action.FILE_OPENED, at__gt=since)
        if not mine.filter(actor=history.actor_name(person), data__file=str(file.pk)).exists():
            history.append(application, Action.FILE_OPENED, actor=person, data=data)
