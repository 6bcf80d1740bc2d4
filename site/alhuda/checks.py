"""House rules that the site refuses to start without."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections, models
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, RevisionMixin, TranslatableMixin, get_page_models
from wagtail.search import index
from wagtail.snippets.models import get_snippet_models

from home import contracts
from home.base import TreeSafeMixin

_APPLICANT_APP = "forms_flow"
_FULL = 2


@register(Tags.compatibility)
def every_provider_is_present(**_: Any) -> list[CheckMessage]:
    """See that the apps answer for each other's facts."""
    return [Error(f"No app answers for {name}.", id="alhuda.E001") for name in contracts.missing()]


@register(Tags.models)
def pages_are_safe_and_translatable(app_configs: Sequence[AppConfig] | None = None, **_: Any) -> list[CheckMessage]:
    """See that every page class keeps its place in the tree and has translations."""
    return [message for model in get_page_models() if _wanted(model, app_configs) for message in _page_errors(model)]


@register(Tags.models)
def applicants_are_never_wagtail_objects(
    app_configs: Sequence[AppConfig] | None = None, **_: Any
) -> list[CheckMessage]:
    """See that no table of applicants can be a page, a snippet, a document, a revision or a row of an index."""
    if app_configs is not None and _APPLICANT_APP not in {config.label for config in app_configs}:
        return []
    return applicant_errors(apps.get_app_config(_APPLICANT_APP).get_models())


@register(Tags.database)
def sqlite_is_durable(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """See that an acknowledged write survives a power cut: SQLite waits for the disk."""
    return [
        Error(f"SQLite database {alias!r} does not run with synchronous=FULL.", id="alhuda.E005")
        for alias in databases or ()
        if connections[alias].vendor == "sqlite" and not _waits_for_disk(alias)
    ]


def applicant_errors(found: Iterable[type[models.Model]]) -> list[CheckMessage]:
    """Return what is wrong with the given models of forms_flow; its pages are content and do not count."""
    private = [model for model in found if not issubclass(model, Page)]
    return [message for model in private for message in _applicant_errors(model)]


def _page_errors(model: type[Page]) -> list[CheckMessage]:
    errors: list[CheckMessage] = []
    if model is Page:
        return errors
    if not issubclass(model, TreeSafeMixin) or model.__mro__.index(TreeSafeMixin) > model.__mro__.index(Page):
        errors.append(Error("The page class lacks TreeSafeMixin before Page.", obj=model, id="alhuda.E002"))
    if not issubclass(model, TranslatableMixin) or not hasattr(model, "override_translatable_fields"):
        errors.append(Error("The page class says nothing of its translation.", obj=model, id="alhuda.E003"))
    return errors


def _applicant_errors(model: type[models.Model]) -> list[CheckMessage]:
    errors: list[CheckMessage] = []
    kinds = (RevisionMixin, TranslatableMixin, AbstractDocument, AbstractImage, index.Indexed)
    if issubclass(model, kinds) or model in get_snippet_models():
        errors.append(Error("Applicants' data must not be a Wagtail object.", obj=model, id="alhuda.E004"))
    if not getattr(model, "wagtail_reference_index_ignore", False):
        hint = "Set wagtail_reference_index_ignore = True."
        errors.append(Error("The reference index would read this table.", hint=hint, obj=model, id="alhuda.E006"))
    return errors


def _wanted(model: type[models.Model], app_configs: Sequence[AppConfig] | None) -> bool:
    return app_configs is None or model._meta.app_config in app_configs  # noqa: SLF001 - Django's public _meta


def _waits_for_disk(alias: str) -> bool:
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        return cursor.fetchone()[0] >= _FULL
