"""Documents: kept through every error, seen by their owner only, destroyed when they go."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from forms_flow.records.drafts import StoredFile
from forms_flow.vault import store
from home import memory_uploads
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, WELL, Applicant, a_photo, not_a_photo

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def at_documents(applicant: Applicant) -> Applicant:
    """Return an applicant who is asked for a document."""
    return applicant.answer(PERSON, WELL)


def test_a_bad_file_does_not_cost_the_good_one(at_documents: Applicant) -> None:
    """Req 46."""
    at_documents.send({"documents-id_card": [a_photo("good.jpg"), not_a_photo()]})
    assert (at_documents.step, len(at_documents.mistakes)) == ("documents", 1)
    assert [file.name for file in StoredFile.objects.all()] == ["good.jpg"]
    assert at_documents.send().step == "need"


def test_the_reason_of_a_refusal_survives_the_redirect_and_a_change_of_language(at_documents: Applicant) -> None:
    """Req 27, 44."""
    at_documents.send({"documents-id_card": not_a_photo()})
    assert at_documents.switch_language().mistakes == [
        "Identity document: choose a picture (JPEG, PNG, HEIC, WEBP) or a PDF"
    ]
    assert at_documents.page.title.get_text(strip=True).startswith("Error:")


def test_a_refusal_is_forgotten_with_the_next_post(at_documents: Applicant) -> None:
    at_documents.send({"documents-id_card": not_a_photo()}).send(LATER)
    at_documents.open(at_documents.url.replace("/need/", "/documents/"))
    assert (at_documents.mistakes, "documents-id_card-later" in at_documents.fields()) == ([], True)


def test_more_files_than_asked_for_are_refused_by_name(at_documents: Applicant) -> None:
    at_documents.send({"documents-id_card": [a_photo(f"{number}.jpg") for number in range(6)]})
    assert (len(at_documents.mistakes), StoredFile.objects.count()) == (1, 5)


def test_a_request_beyond_the_limit_keeps_what_fits(at_documents: Applicant, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = a_photo("fits.jpg")
    monkeypatch.setattr(memory_uploads, "MAX_REQUEST", photo.size + 10)
    big = SimpleUploadedFile("big.jpg", b"\xff\xd8\xff" + b"x" * 100_000, "image/jpeg")
    at_documents.send({"documents-id_card": [photo, big]})
    assert (at_documents.step, len(at_documents.mistakes)) == ("documents", 1)
    assert [file.name for file in StoredFile.objects.all()] == ["fits.jpg"]


def test_files_never_lie_readable_on_the_disk(at_documents: Applicant, tmp_path: Any, settings: Any) -> None:
    """Django would write anything above 2.5 MB to a temporary file."""
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "is not there"
    big = SimpleUploadedFile("big.pdf", b"%PDF-" + b"x" * 3_000_000, "application/pdf")
    assert at_documents.send({"documents-id_card": big}).status == 200


def test_a_full_disk_keeps_the_step_and_says_so(at_documents: Applicant, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: Any) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "put", full)
    at_documents.send({"documents-id_card": a_photo()})
    assert (at_documents.step, len(at_documents.mistakes), StoredFile.objects.count()) == ("documents", 1, 0)
    monkeypatch.undo()
    assert at_documents.send({"documents-id_card": a_photo()}).step == "need"


def test_the_owner_gets_the_file_as_a_download(at_documents: Applicant) -> None:
    """Req 47."""
    at_documents.answer({"documents-id_card": a_photo()})
    at_documents.open(at_documents.url.replace("/need/", "/documents/"))
    url = str(at_documents.page.select_one(".file-list a")["href"])
    response = at_documents.client.get(url)
    assert response.content.startswith(b"\xff\xd8\xff")
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store, private"
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert Client().get(url).status_code == 404


def test_a_file_of_another_draft_is_not_to_be_had(at_documents: Applicant) -> None:
    at_documents.answer({"documents-id_card": a_photo()})
    thief = Applicant().begin()
    url = f"{thief.url.removesuffix('person/')}file/{StoredFile.objects.get().pk}/"
    assert thief.client.get(url).status_code == 404


def test_the_file_stands_on_check_answers_by_name(at_documents: Applicant) -> None:
    at_documents.answer({"documents-id_card": a_photo("بطاقة.jpg")}, NEED)
    assert at_documents.answers["صورة الهوية"] == "بطاقة.jpg"


def test_a_required_document_may_be_sent_later(at_documents: Applicant) -> None:
    """Req 49."""
    assert at_documents.send().mistakes != []
    assert at_documents.send(LATER).step == "need"
