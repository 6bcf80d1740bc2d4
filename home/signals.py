"""Changes of content, told to whatever was made from it."""

from functools import cache
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.models import AbstractSetting
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move
from wagtail.snippets.models import get_snippet_models

from home import changes, shell
from home.made_from import a_kind, a_page


def connect() -> None:
    """Listen to every change that a public page can show."""
    for signal in (page_published, page_unpublished):
        signal.connect(_page_changed, dispatch_uid="home.changes")
    for signal in (page_slug_changed, post_page_move):
        signal.connect(_everything, dispatch_uid="home.changes")
    post_save.connect(_saved, dispatch_uid="home.changes")
    post_delete.connect(_deleted, dispatch_uid="home.changes")


def touch_page(page: Page) -> None:
    """Say that a page, in whatever language, shows something else now, and so do the lists and pages that show it."""
    names = [a_page(page.translation_key), a_kind(type(page))]
    shown_by = getattr(page, "shown_by", None)
    changes.touched(*names, *(shown_by() if shown_by else ()))


def _page_changed(*, instance: Page, **_: Any) -> None:
    touch_page(instance)
    shell.follow()


def _everything(**_: Any) -> None:
    changes.everything()


def _saved(*, sender: type[Model], instance: Any, created: bool, **_: Any) -> None:
    """Follow what is no page; and pages that come into being live, such as copies, which nobody publishes.

    A picture or document that is new stands on no page yet.
    """
    if issubclass(sender, Page):
        if created and instance.live:
            _page_changed(instance=instance)
    elif sender in _everywhere() or (sender in _files() and not created):
        changes.everything()


def _deleted(*, sender: type[Model], **_: Any) -> None:
    if issubclass(sender, Page) or sender in _everywhere() or sender in _files():
        changes.everything()


@cache
def _everywhere() -> set[type[Model]]:
    """Return the tables of which a row can show on any page. Snippets and settings that come later belong to them."""
    settings = [model for model in AbstractSetting.__subclasses__() for model in _leaves(model)]
    return {Site, Locale, PageViewRestriction, Redirect, *settings, *get_snippet_models()}


@cache
def _files() -> set[type[Model]]:
    return {get_image_model(), get_document_model()}


def _leaves(model: type[Model]) -> list[type[Model]]:
    below = [leaf for child in model.__subclasses__() for leaf in _leaves(child)]
    return below or [model]
