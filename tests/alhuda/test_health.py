"""What load balancers and the people on call are told."""

import pytest
from django.db import DatabaseError

from alhuda import health

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _forget_the_migrations() -> None:
    """Let each test ask anew."""
    health._migrated.clear()


def test_a_living_process_says_so_without_asking_the_database(client, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        response = client.get("/healthz/live")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response["Cache-Control"]


def test_a_ready_site_names_its_checks(client) -> None:
    response = client.get("/healthz/ready")
    assert (response.status_code, response.json()) == (
        200,
        {
            "status": "ok",
            "checks": {"database": "ok", "migrations": "ok", "private_root": "ok", "keyring": "ok"},
        },
    )
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("name", ["database", "migrations", "private_root", "keyring"])
def test_a_site_that_lacks_something_is_not_ready(name, client, monkeypatch) -> None:
    monkeypatch.setitem(health.CHECKS, name, lambda: False)
    response = client.get("/healthz/ready")
    assert (response.status_code, response.json()["checks"][name]) == (503, "failed")


def test_a_database_that_does_not_answer_is_a_no(monkeypatch) -> None:
    def refuse() -> None:
        raise DatabaseError

    monkeypatch.setattr(health.connection, "cursor", refuse)
    assert health.database_answers() is False


def test_a_missing_private_folder_is_made(settings, tmp_path) -> None:
    settings.PRIVATE_ROOT = tmp_path / "new" / "private"
    assert health.private_root_writable() is True
    assert settings.PRIVATE_ROOT.stat().st_mode & 0o777 == 0o700


def test_a_private_folder_that_is_a_file_is_a_no(settings, tmp_path) -> None:
    settings.PRIVATE_ROOT = tmp_path / "file"
    settings.PRIVATE_ROOT.touch()
    assert health.private_root_writable() is False


def test_a_missing_key_is_a_no(settings) -> None:
    settings.INDEX_KEYS = {}
    assert health.keyring_present() is False


def test_nothing_secret_is_told(client, settings) -> None:
    text = client.get("/healthz/ready").content.decode()
    assert str(settings.PRIVATE_ROOT) not in text
    assert settings.SECRET_KEY not in text


def test_only_reading_is_allowed(client) -> None:
    assert client.post("/healthz/ready").status_code == 405
