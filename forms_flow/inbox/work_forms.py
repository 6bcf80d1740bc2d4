"""What the forms of casework share: their inputs in the words of the inbox, and what happens when one is sent."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forms_flow.domain.errors import ConflictError, IllegalMoveError, MissingInputError, NotAllowedError
from home.date_entry import EitherDateField
from home.text import clean_code

_LONG = gettext_lazy("Shorten the text to %(limit_value)d characters")
_DAY_HINT = gettext_lazy("Hijri or Gregorian, for example 1/9/1448 or 2027-02-08.")


class WorkForm(forms.Form):
    """A form on a page of a case."""

    use_required_attribute = False

    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        """Name the inputs after the form, so that several stand on one page."""
        super().__init__(*args, auto_id=f"{name}_%s", **kwargs)

    def taken(self, verb: Callable[..., object]) -> bool:
        """Give what was filled in to the verb; tell whether it was taken, and if not say why on the form.

        Raises Http404 where this person may not, or the case no longer stands where it could be done.
        """
        if not self.is_valid():
            return False
        try:
            verb(**self.cleaned_data)
        except (NotAllowedError, IllegalMoveError):
            raise Http404 from None
        except MissingInputError as error:
            self.add_error(error.field, self.fields[error.field].error_messages["required"])
        except ConflictError:
            self.add_error(None, _("Somebody else changed this application meanwhile. Look again, then send it anew."))
        return not self.errors


class DigitsField(forms.CharField):
    """A few digits, of any script."""

    def to_python(self, value: Any) -> str:
        """Return them as Western ones."""
        return clean_code(super().to_python(value) or "")


def line(label: Any, missing: Any = "", hint: Any = "", *, longest: int = 160) -> forms.CharField:
    """Return a line of text; without `missing` it may be left empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(missing),
        max_length=longest,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": missing, "max_length": _LONG},
    )


def words(label: Any, missing: Any = "", hint: Any = "", *, longest: int = 4000, rows: int = 3) -> forms.CharField:
    """Return a box for a few sentences."""
    field = line(label, missing, hint, longest=longest)
    field.widget = forms.Textarea(attrs={"rows": rows, "dir": "auto", "maxlength": longest})
    return field


def day(label: Any, missing: Any, hint: Any = _DAY_HINT, *, required: bool = True) -> forms.DateField:
    """Return a day in either calendar, written in one line; `missing` is also said when it cannot be that day."""
    return EitherDateField(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.TextInput(attrs={"size": 14, "autocomplete": "off"}),
        error_messages={"required": missing},
    )


def options(label: Any, choices: Any, missing: Any = "") -> forms.TypedChoiceField:
    """Return one of a few options; nothing chosen is None, and the verb says whether that will do."""
    return forms.TypedChoiceField(
        label=label,
        choices=choices.choices,
        coerce=choices,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"required": missing},
    )
