"""The security headers that depend on what is shown."""

import re
from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponseBase

STRICT: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "manifest-src": "'self'",
}

# Wagtail's editing screens carry inline scripts and styles of their own (wagtail issue 1288) and show previews in a
# frame. Everything else under /staff/ is strict, the login and every screen that shows an applicant's words first.
EDITING: Mapping[str, str] = {
    **STRICT,
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "media-src": "'self'",
    "worker-src": "'self' blob:",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
}

_EDITING_PATHS = re.compile(
    r"^/staff/(?:pages|snippets|images|documents|reports|settings|redirects|sites|locales|localize|translations?"
    r"|users|groups|collections|workflows|searchpicks|account|bulk|choose-[a-z-]+|generic)/",
)

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


def policy_text(policy: Mapping[str, str]) -> str:
    """Write a policy as its header."""
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())


_STRICT_TEXT = policy_text(STRICT)
_EDITING_TEXT = policy_text(EDITING)


def policy_for(path: str) -> str:
    """Return the policy of an address."""
    return _EDITING_TEXT if _EDITING_PATHS.match(path) else _STRICT_TEXT


class ContentSecurityPolicyMiddleware:
    """Adds the policy to every answer; a view that set a narrower one of its own keeps it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Remember the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the headers."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy_for(request.path_info))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
