"""The forms of the demonstration, each with a crawler for each language."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.conf import LazySettings
from django.core.management import call_command

from forms_flow.models import FormPage, FormVersion, Opening
from home import changes
from tests.crawl.crawler import Crawler


@pytest.fixture
def crawlers(db: None, settings: LazySettings) -> list[Crawler]:
    """Return a crawler for each form and language of the demonstration."""
    settings.THROTTLE = False  # one visitor begins more journeys than any family
    call_command("demo", "--json", stdout=StringIO())
    # What is full or opens later is closed to journeys; every branch is to be walked.
    Opening.objects.update(opens_on=None, closes_on=None, is_closed=False, capacity=None)
    changes.everything()  # the rows are kept in memory, and an update of many tells nobody
    return [crawler for page in FormPage.objects.filter(locale__language_code="ar") for crawler in _crawlers(page)]


def _crawlers(page: FormPage) -> Iterator[Crawler]:
    version = FormVersion.objects.current(page.flow_key)
    assert version is not None, page.slug
    yield from (Crawler(version.flow, name=page.slug, language=language) for language in ("ar", "en"))
