"""The second step of the login, and what an administrator does for whoever lost a telephone."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AbstractBaseUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.log_actions import log

from alhuda.second_factor import factors, gate
from alhuda.second_factor.forms import CodeForm
from forms_flow.records import throttle

#: In the session while somebody sets up an app: the secret that the picture shows, sealed.
SECRET = "second_factor_secret"  # noqa: S105 - the name of a key
MOST_TRIES, WINDOW = 5, timedelta(minutes=15)
RESET = "alhuda.second_factor.reset"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for a code, or, the first time, set up the app that makes them."""
    if gate.was_given(request) and request.session[gate.MARK] != gate.NOT_ASKED:
        return HttpResponseRedirect(_onward(request))
    if not factors.are_set_up(request.user):
        return _set_up(request)
    form = CodeForm(request.POST or None, check=lambda code: _try(request.user, code))
    if form.is_valid():
        gate.give(request)
        return HttpResponseRedirect(_onward(request))
    return _page(request, "ask", form=form)


@login_required
@require_http_methods(["GET", "HEAD"])
def codes(request: HttpRequest) -> HttpResponse:
    """Show the codes for paper, to whoever came in with both factors."""
    if not gate.was_given(request):
        return HttpResponseRedirect(reverse("second_factor"))
    shown = [f"{code[:4]} {code[4:]}" for code in factors.unused_codes(request.user)]
    return _page(request, "codes", codes=shown)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reset(request: HttpRequest, user_id: int) -> HttpResponse:
    """Take away the factors of somebody who lost them. Only administrators, never for oneself, and it is recorded."""
    if not gate.was_given(request) or not request.user.is_superuser or request.user.pk == user_id:
        raise Http404
    person = get_object_or_404(get_user_model(), pk=user_id)
    if request.method == "POST":
        factors.remove(person)
        log(instance=person, action=RESET, user=request.user)
        messages.success(request, _("Done. The next login of this person sets up a new app."))
        return HttpResponseRedirect(reverse("wagtailusers_users:edit", args=[person.pk]))
    return _page(request, "reset", person=person)


def _set_up(request: HttpRequest) -> HttpResponse:
    secret = factors.unsealed(request.session.setdefault(SECRET, factors.sealed(factors.new_secret())))
    form = CodeForm(
        request.POST or None, check=lambda code: _allowed(request.user) and factors.add(request.user, secret, code)
    )
    if form.is_valid():
        del request.session[SECRET]
        gate.give(request)
        return HttpResponseRedirect(reverse("second_factor_codes"))
    groups = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return _page(request, "set_up", form=form, picture=factors.picture(request.user, secret), secret=groups)


def _try(person: AbstractBaseUser, code: str) -> bool:
    """Check the code, unless there were too many wrong ones; a right one takes the counts back."""
    if not _allowed(person):
        return False
    is_right = factors.check(person, code)
    if is_right:
        throttle.forgive("second-factor", str(person.pk), window=WINDOW)
    return is_right


def _allowed(person: AbstractBaseUser) -> bool:
    return not settings.THROTTLE or throttle.allowed("second-factor", str(person.pk), limit=MOST_TRIES, window=WINDOW)


def _onward(request: HttpRequest) -> str:
    wanted = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith(gate.STAFF)
    return wanted if is_ours else reverse("wagtailadmin_home")


def _page(request: HttpRequest, name: str, **context: Any) -> TemplateResponse:
    response = TemplateResponse(request, f"second_factor/{name}.html", context)
    response.headers["Cache-Control"] = "no-store, private"
    return response
