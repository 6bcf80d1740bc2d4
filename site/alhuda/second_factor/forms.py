"""The one control of the second step."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.digits import strip_invisible, to_ascii_digits


class CodeForm(forms.Form):
    """A code in any digits, with any spaces; `check` says whether it is right."""

    use_required_attribute = False
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        error_messages={"required": _("Enter the code")},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args: Any, check: Callable[[str], bool], **kwargs: Any) -> None:
        """Take Django's arguments and the check."""
        super().__init__(*args, **kwargs)
        self.check = check

    def clean_code(self) -> str:
        """Refuse a code that is not right."""
        code = "".join(to_ascii_digits(strip_invisible(self.cleaned_data["code"])).split())
        if not self.check(code):
            raise forms.ValidationError(
                _("This code is not right, or was used already. Enter the newest one."), "wrong"
            )
        return code
