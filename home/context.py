"""The context processor of public pages."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Site

from home.shell import Shell, bare, shell_for


def site_shell(request: HttpRequest) -> dict[str, Any]:
    """Offer `shell`, the frame of the page. Nothing is looked up unless a template uses it."""
    return {"shell": SimpleLazyObject(lambda: _shell(request))}


def _shell(request: HttpRequest) -> Shell:
    language = get_language()
    site = Site.find_for_request(request)
    return shell_for(site, language) if site else bare(language)
