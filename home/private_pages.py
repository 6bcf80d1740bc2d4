"""Pages that show or take what applicants tell us: nobody keeps a copy, and posts are read into memory only."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from home.memory_uploads import MemoryUploadHandler

View = Callable[..., HttpResponse]

#: What the largest step of a form could send, several times over. Wagtail's editor needs far more, so the settings of
#: the whole site allow it.
MOST_FIELDS, MOST_CHARACTERS = 600, 300_000

#: With "no-referrer" browsers post ``Origin: null``, which the forgery check refuses; the addresses say nothing anyway.
PRIVATE_HEADERS = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


class SeeOther(HttpResponseRedirect):
    """The answer to a post: whatever it was, the next page is fetched anew."""

    status_code = 303


def private_page(view: View) -> View:
    """Make a view a private page, its posts checked against forgery.

    Django reads the body as soon as it checks the token, so the check is made here, after our upload handler is in
    place: no part of a document ever lies readable on the disk.
    """
    view = _bounded(view)
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.encoding = "utf-8"  # a client may claim any codec that Python has, some of which only raise
        request.upload_handlers = [MemoryUploadHandler(request)]
        response = protected(request, *args, **kwargs)
        for name, value in PRIVATE_HEADERS.items():
            response.headers[name] = value
        return response

    return wrapped


def _bounded(view: View) -> View:
    """Refuse, with 400 and before anybody looks at it, a post that no page of ours can have sent."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sent = [values for _name, values in request.POST.lists()]
        if sum(map(len, sent)) > MOST_FIELDS:
            message = f"More than {MOST_FIELDS} fields in a public form."
            raise TooManyFieldsSent(message)
        if sum(len(value) for values in sent for value in values) > MOST_CHARACTERS:
            message = f"More than {MOST_CHARACTERS} characters in a public form."
            raise RequestDataTooBig(message)
        return view(request, *args, **kwargs)

    return wrapped
