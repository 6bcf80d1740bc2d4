"""Documents on the case page as pictures of their pages (demand of req 47): drawn here, never opened there."""

import io
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from forms_flow.enums import Role, ScanState
from forms_flow.records.applications import Application
from forms_flow.records.drafts import StoredFile
from forms_flow.records.history import Action, Event
from tests.forms_flow import factories
from tests.forms_flow.vault.inspect import corpus

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def application() -> Application:
    return factories.an_application()


@pytest.fixture
def officer(client: Client, application: Application) -> Client:
    client.force_login(factories.a_user(Role.RELATIONS_OFFICER, application.department))
    return client


def address(file: StoredFile, page: int = 1) -> str:
    return reverse("inbox:page", args=[file.application_id, file.pk, page])


def openings() -> int:
    return Event.objects.filter(action=Action.FILE_OPENED).count()


def test_a_page_of_a_pdf_is_sent_as_a_picture(officer: Client, application: Application) -> None:
    file = factories.a_stored_file(application, content=corpus.pdf(pages=3), pages=3)
    answer = officer.get(address(file, 3))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert Image.open(io.BytesIO(answer.content)).format == "JPEG"
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_picture_is_made_small_enough_for_a_screen(officer: Client, application: Application) -> None:
    file = factories.a_stored_file(application, content=corpus.picture(size=(3000, 1500)), kind="jpeg")
    assert Image.open(io.BytesIO(officer.get(address(file)).content)).size == (1800, 900)


def test_a_page_that_is_not_there_is_not_found(officer: Client, application: Application) -> None:
    file = factories.a_stored_file(application, content=corpus.pdf(pages=2), pages=2)
    assert [officer.get(address(file, page)).status_code for page in (0, 3)] == [404, 404]
    assert openings() == 0


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"%PDF-1.7\n", id="nothing but a head"),
        pytest.param(corpus.pdf()[:200], id="cut off"),
        pytest.param(b"%PDF-1.7\n" + b"\x00\xff" * 5000, id="noise"),
    ],
)
def test_a_hostile_pdf_ends_in_words(officer: Client, application: Application, content: bytes) -> None:
    file = factories.a_stored_file(application, content=content)
    answer = officer.get(address(file))
    assert (answer.status_code, answer["Content-Type"]) == (422, "image/svg+xml")
    assert "This page cannot be shown" in answer.content.decode() or "يتعذّر عرض" in answer.content.decode()


def test_a_page_as_large_as_a_field_stays_a_screen_wide(officer: Client, application: Application) -> None:
    def huge(document: object) -> None:
        document.pages[0].MediaBox = [0, 0, 2_000_000, 2_000_000]  # type: ignore[attr-defined]

    file = factories.a_stored_file(application, content=corpus.pdf(huge))
    answer = officer.get(address(file))
    assert answer.status_code in {200, 422}
    if answer.status_code == 200:
        assert max(Image.open(io.BytesIO(answer.content)).size) <= 1800


def test_looking_through_a_document_is_one_opening_an_hour(officer: Client, application: Application) -> None:
    """Req 47: recorded, and not once for every page."""
    file = factories.a_stored_file(application, content=corpus.pdf(pages=2), pages=2)
    for page in (1, 2, 1):
        officer.get(address(file, page))
    assert openings() == 1
    other = factories.a_stored_file(application, content=corpus.pdf())
    officer.get(address(other))
    assert openings() == 2
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        officer.get(address(file))
    assert openings() == 3
    assert Event.objects.filter(action=Action.FILE_OPENED).first().data == {"file": str(file.pk), "question": "id_card"}


@pytest.mark.parametrize(("scan", "status"), [(ScanState.PENDING, 409), (ScanState.INFECTED, 404)])
def test_what_the_scanner_has_not_cleared_is_not_drawn(
    officer: Client, application: Application, scan: str, status: int
) -> None:
    """Req 51."""
    file = factories.a_stored_file(application, content=corpus.pdf(), scan=scan)
    assert officer.get(address(file)).status_code == status
    assert openings() == 0


def test_the_case_page_shows_the_pages_beside_the_answers(officer: Client, application: Application) -> None:
    file = factories.a_stored_file(application, content=corpus.pdf(pages=2), pages=2)
    html = officer.get(reverse("inbox:case", args=[application.pk])).content.decode()
    for page in (1, 2):
        assert f'<img src="{address(file, page)}" width="620" height="877" loading="lazy"' in html
    assert openings() == 0


@pytest.mark.parametrize("scan", [ScanState.PENDING, ScanState.INFECTED])
def test_a_closed_document_has_words_in_place_of_pages(officer: Client, application: Application, scan: str) -> None:
    factories.a_stored_file(application, content=corpus.pdf(), scan=scan)
    html = officer.get(reverse("inbox:case", args=[application.pk])).content.decode()
    assert ("inbox-closed" in html, "inbox-pages" in html) == (True, False)


def test_who_may_not_open_documents_sees_no_pages(client: Client, application: Application) -> None:
    file = factories.a_stored_file(application, content=corpus.pdf())
    client.force_login(factories.a_user(Role.AUDITOR))
    html = client.get(reverse("inbox:case", args=[application.pk])).content.decode()
    assert "inbox-pages" not in html
    assert client.get(address(file)).status_code == 404
