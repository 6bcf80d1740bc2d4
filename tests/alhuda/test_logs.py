"""What the logs do not carry."""

import logging

import pytest
from django.conf import settings
from django.test import Client

from alhuda.logs import WithoutResumeSecrets

SECRET = "k3yk3yk3yk3y-k3yk3y_k3yk3yk3yk3yk3yk3yk3yk3"


@pytest.mark.unit
@pytest.mark.parametrize(
    ("message", "args"),
    [
        ("Forbidden (%s): %s", ("CSRF cookie not set.", f"/en/apply/resume/{SECRET}/")),
        (f"GET /apply/resume/{SECRET}/ 403", ()),
    ],
)
def test_the_secret_of_a_resume_link_is_taken_out_of_a_line(message: str, args: tuple[str, ...]) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None)
    assert WithoutResumeSecrets().filter(record)
    assert "/apply/resume/..." in record.getMessage()
    assert SECRET not in record.getMessage()


@pytest.mark.integration
@pytest.mark.django_db
def test_a_refused_resume_link_is_logged_without_its_secret(caplog: pytest.LogCaptureFixture) -> None:
    """Through every handler that the settings name."""
    assert {name: handler["filters"] for name, handler in settings.LOGGING["handlers"].items()} == {
        "console": ["secrets"]
    }
    caplog.handler.addFilter(WithoutResumeSecrets())
    assert Client(enforce_csrf_checks=True).post(f"/apply/resume/{SECRET}/").status_code == 403
    assert [record.getMessage() for record in caplog.records if SECRET in record.getMessage()] == []
    assert [record.name for record in caplog.records] == ["django.security.csrf"]
