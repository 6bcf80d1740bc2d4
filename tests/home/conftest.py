"""Pages and settings of a small site in two languages."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.models import HomePage, SiteSettings, StandardPage


@pytest.fixture
def english(db: None) -> Locale:
    """Return the second language."""
    return Locale.objects.get_or_create(language_code="en")[0]


@pytest.fixture
def home(db: None) -> HomePage:
    """Return the Arabic home page that the migrations made."""
    return HomePage.objects.get(locale__language_code="ar")


@pytest.fixture
def site_settings(home: HomePage) -> SiteSettings:
    """Return the settings that the migrations made."""
    return SiteSettings.objects.get()


@pytest.fixture
def add_page(home: HomePage) -> Callable[..., StandardPage]:
    """Publish an Arabic page below the home page or another parent."""

    def add(slug: str, title: str, *, parent: Page | None = None, **fields: Any) -> StandardPage:
        page = StandardPage(slug=slug, title=title, **fields)
        parent = Page.objects.get(pk=(parent or home).pk)
        parent.add_child(instance=page)
        page.save_revision().publish()
        return page

    return add


@pytest.fixture
def translate(english: Locale, django_capture_on_commit_callbacks: Any) -> Callable[..., Page]:
    """Translate a page the way the translation editor does; every string gets "EN " before it unless given."""

    def to_english(page: Page, **texts: str) -> Page:
        with django_capture_on_commit_callbacks(execute=True):
            source, _ = TranslationSource.update_or_create_from_instance(page)
            translation, _ = Translation.objects.get_or_create(source=source, target_locale=english)
            for segment in StringSegment.objects.filter(source=source):
                text = texts.get(segment.context.path) or f"EN {segment.string.data}"
                StringTranslation.objects.update_or_create(
                    translation_of=segment.string,
                    locale=english,
                    context=segment.context,
                    defaults={"data": text},
                )
            translation.save_target(publish=True)
        return page.specific_class.objects.get(translation_key=page.translation_key, locale=english)

    return to_english
