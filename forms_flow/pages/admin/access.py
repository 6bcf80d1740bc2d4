"""Who may open a screen of a form."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache

from forms_flow.pages.models import FormPage

Screen = Callable[[HttpRequest, FormPage], HttpResponse]


def form_screen(permission: str) -> Callable[[Screen], Callable[..., HttpResponse]]:
    """Give a view the form page of its address; only whoever has the permission on that page gets in.

    `permission` is the name of one of Wagtail's questions about a page, such as ``can_publish``.
    """

    def decorate(view: Screen) -> Callable[..., HttpResponse]:
        @never_cache
        @wraps(view)
        def wrapped(request: HttpRequest, page_id: int) -> HttpResponse:
            page = get_object_or_404(FormPage.objects.select_related("locale"), pk=page_id)
            if not getattr(page.permissions_for_user(request.user), permission)():
                raise PermissionDenied
            return view(request, page)

        return wrapped

    return decorate


@never_cache
def editor_of(request: HttpRequest, flow_key: UUID) -> HttpResponse:
    """Lead from a form's key to where it is edited; Wagtail asks there who may."""
    del request
    page = FormPage.objects.filter(translation_key=flow_key).order_by("pk").first()
    return redirect("wagtailadmin_pages:edit", page.pk) if page else redirect("wagtailadmin_explore_root")
