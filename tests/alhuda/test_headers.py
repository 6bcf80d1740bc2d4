"""The security headers."""

import pytest

from alhuda.headers import PERMISSIONS, policy_for

pytestmark = pytest.mark.unit

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/en/track/",
        "/apply/x/",
        "/staff/",
        "/staff/login/",
        "/staff/applications/",
        "/staff/applications/2647/",
        "/staff/policies/import/",
        "/en/staff/pages/",
        "/pages/",
        "/staff/pagesx/",
    ],
)
def test_everything_the_public_or_an_applicants_words_reach_is_strict(path) -> None:
    """Req 112."""
    assert policy_for(path) == STRICT


@pytest.mark.parametrize(
    "path",
    ["/staff/pages/3/edit/", "/staff/pages/3/edit/preview/", "/staff/snippets/x/", "/staff/localize/translate/1/"],
)
def test_only_wagtails_own_editing_screens_are_relaxed(path) -> None:
    policy = policy_for(path)
    assert [part in policy for part in ("'unsafe-inline'", "frame-ancestors 'self'", "blob:")] == [True] * 3
    assert "unsafe-eval" not in policy


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/nothing/", "/staff/login/", "/healthz/live", "/sitemap.xml"])
def test_every_answer_carries_the_headers(path, client) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"] == STRICT
    assert headers["Permissions-Policy"] == PERMISSIONS
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"


def test_cameras_and_places_are_not_asked_for() -> None:
    assert [f"{name}=()" in PERMISSIONS for name in ("camera", "geolocation", "microphone", "payment")] == [True] * 4
