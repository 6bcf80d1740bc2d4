"""Model fields of form pages."""

from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst

from home.contracts import ServiceProvider, provider_of


class ServiceKeysField(models.JSONField):
    """The keys of the services that a form serves, ticked in the list that the services guide gives.

    Keys and not relations: the guide is another app, and a key survives a page that is moved or written anew.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with no service."""
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Return one checkbox for each service, in the order of the guide."""
        wanted = {"label": capfirst(self.verbose_name), "help_text": self.help_text, "required": not self.blank}
        wanted |= {name: kwargs[name] for name in wanted if name in kwargs}
        return forms.MultipleChoiceField(choices=service_choices, widget=forms.CheckboxSelectMultiple, **wanted)


def service_choices() -> list[tuple[str, str]]:
    """Return (key, title) of every service of the guide."""
    return list(provider_of(ServiceProvider).keys())
