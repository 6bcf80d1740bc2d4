"""What the Wagtail admin gets from the shell."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry

from alhuda.second_factor.views import RESET


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """Name what is recorded of second factors."""
    actions.register_action(
        RESET, gettext_lazy("Reset the second step of the login"), gettext_lazy("Second step reset")
    )


@hooks.register("register_user_listing_buttons")
def reset_button(user: AbstractBaseUser, request_user: Any) -> Iterator[Button]:
    """Offer the reset beside every other person, to administrators."""
    if request_user.is_superuser and request_user.pk != user.pk:
        address = reverse("second_factor_reset", args=[user.pk])
        yield Button(_("Reset the second step of the login"), url=address, icon_name="key", priority=30)
