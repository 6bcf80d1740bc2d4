"""The context processor of public pages."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from home.shell import shell_at


def site_shell(request: HttpRequest) -> dict[str, Any]:
    """Offer `shell`, the frame of the page. Nothing is looked up unless a template uses it."""
    return {"shell": SimpleLazyObject(lambda: shell_at(request, get_language()))}
