"""The staff's login: whoever guesses passwords is stopped before the next one is even compared."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm

from forms_flow.records import throttle
from home.visitors import client_address

WINDOW = timedelta(minutes=15)
#: A whole office stands behind one address; a name is tried from many only by somebody who guesses. The second number
#: is higher, so that a stranger at one address cannot lock a colleague out.
MOST_FROM_ADDRESS, MOST_FOR_NAME = 10, 30


class ThrottledLoginForm(LoginForm):
    """Wagtail's form with a limit. Only failures count, and what was typed right after too many of them fails too."""

    error_messages = {
        **LoginForm.error_messages,
        "too_many": _("Too many tries. Wait a quarter of an hour, then try again."),
    }

    def clean(self) -> dict[str, Any]:
        """Count the try, compare the password, and take the count back when it was right."""
        counters = self._counters() if settings.THROTTLE else {}
        within = [
            throttle.allowed(what, subject, limit=most, window=WINDOW) for (what, subject), most in counters.items()
        ]
        if not all(within):
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        cleaned = super().clean()
        for what, subject in counters:
            throttle.forgive(what, subject, window=WINDOW)
        return cleaned

    def _counters(self) -> dict[tuple[str, str], int]:
        name = str(self.cleaned_data.get("username", "")).casefold()
        return {
            ("login-address", client_address(self.request)): MOST_FROM_ADDRESS,
            ("login-name", name): MOST_FOR_NAME,
        }
