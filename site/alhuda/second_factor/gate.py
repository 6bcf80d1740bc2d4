"""No address of the staff opens with a password alone."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from alhuda.second_factor import factors

#: In the session once the second factor was given: the person's key, or the word that a demonstration needs none.
MARK = "second_factor"
NOT_ASKED = "demo"
STAFF = "/staff/"
#: What a person needs to come in or to leave.
OPEN = ("/staff/second-factor/", "/staff/login/", "/staff/logout/", "/staff/jsi18n/")


class SecondFactorMiddleware:
    """Sends whoever has given only a password to the second step; strangers go on to the login as ever."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Remember the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let through what is open, and whoever gave both factors."""
        request.gave_both_factors = lambda: was_given(request)  # for the journey, which serves the staff as well
        path = request.path_info
        is_guarded = path.startswith(STAFF) and not path.startswith(OPEN)
        if is_guarded and request.user.is_authenticated and not was_given(request):
            query = urlencode({"next": path}) if request.method == "GET" else ""
            return HttpResponseRedirect(f"{reverse('second_factor')}?{query}")
        return self.get_response(request)


def was_given(request: HttpRequest) -> bool:
    """Tell whether this session gave the second factor, or belongs to a demonstration that asks for none."""
    mark = request.session.get(MARK)
    return mark == str(request.user.pk) or (settings.DEMO and mark == NOT_ASKED)


def give(request: HttpRequest) -> None:
    """Note that this session gave the second factor. Its key changes, as at every step up."""
    request.session.cycle_key()
    request.session[MARK] = str(request.user.pk)


def on_login(*, request: HttpRequest | None, user: AbstractBaseUser, **_: Any) -> None:
    """Ask nothing more of demo users without an app; a real site never comes here (its settings refuse DEMO)."""
    if request is not None and settings.DEMO and not factors.are_set_up(user):
        request.session[MARK] = NOT_ASKED


def connect() -> None:
    """Follow the logins."""
    user_logged_in.connect(on_login, dispatch_uid="alhuda.second_factor")
