"""Changes after which the frame around pages is built anew."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from home.models import SiteSettings
from home.shell import forget


def connect() -> None:
    """Listen to every change that the menu, the brand or the contact details can show."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(_changed, dispatch_uid="home.shell")
    for model in (SiteSettings, Site, PageViewRestriction):
        post_save.connect(_changed, sender=model, dispatch_uid="home.shell")
        post_delete.connect(_changed, sender=model, dispatch_uid="home.shell")
    post_delete.connect(_page_deleted, dispatch_uid="home.shell.pages")


def _changed(**_: Any) -> None:
    forget()


def _page_deleted(*, sender: type, **_: Any) -> None:
    if issubclass(sender, Page):
        forget()
