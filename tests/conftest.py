"""Fixtures of the whole suite."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.test import TransactionTestCase

from forms_flow.records import triggers
from forms_flow.records.versions import flow_of


@pytest.fixture(autouse=True)
def _clean_run_time(settings: LazySettings, tmp_path: Path) -> Iterator[None]:
    """Give every test its own folders and empty caches."""
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PAGE_CACHE_ROOT = tmp_path / "pages"
    settings.SMS_BACKEND = f"file:{tmp_path / 'sms'}"
    settings.PRIVATE_ROOT.mkdir()
    cache.clear()
    flow_of.cache_clear()
    yield
    cache.clear()
    flow_of.cache_clear()


@pytest.fixture(autouse=True, scope="session")
def _flushable_history() -> Iterator[None]:
    """Let Django empty the test database after a transactional test: the history's triggers would refuse."""
    original = TransactionTestCase._fixture_teardown

    def teardown(self: Any) -> None:
        with triggers.lifted():
            original(self)

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = original
