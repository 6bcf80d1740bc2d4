"""A visitor of the kept pages."""

from collections.abc import Iterator

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from tests.alhuda.page_cache.visiting import Visitor


@pytest.fixture
def visitor(db: None) -> Iterator[Visitor]:
    """Return somebody who asks for pages."""
    yield Visitor()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
