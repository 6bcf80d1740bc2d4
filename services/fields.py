"""Model fields of the services guide."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

validate_key = RegexValidator(
    r"^[a-z][a-z0-9_-]{1,39}\Z", _("Use small Latin letters, digits and hyphens, beginning with a letter.")
)


class KeyListField(models.JSONField):
    """Several keys of one closed list, ticked as checkboxes.

    A many-to-many relation would do the same, but wagtail-localize does not carry those to the translation. The list
    itself stays out of migrations, since its labels say nothing about the table.
    """

    def __init__(self, *args: Any, options: type[models.TextChoices] | None = None, **kwargs: Any) -> None:
        """Remember the closed list; it is missing only inside migrations."""
        self.options = options
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Return one checkbox for each key."""
        wanted = {"label": capfirst(self.verbose_name), "help_text": self.help_text, "required": not self.blank}
        wanted |= {key: value for key, value in kwargs.items() if key in {"label", "help_text", "required"}}
        choices = self.options.choices if self.options else []
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **wanted)

    def validate(self, value: Any, model_instance: models.Model) -> None:
        """Refuse keys that are not on the list."""
        super().validate(value, model_instance)
        known = set(self.options.values) if self.options else set()
        if not isinstance(value, list) or not known.issuperset(value):
            raise ValidationError(_("Choose from the list."), code="invalid_choice")
