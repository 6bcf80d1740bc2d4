"""Counting of attempts."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forms_flow.records.throttle import Throttle, allowed, forget_before

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
QUARTER = timedelta(minutes=15)


def test_the_sixth_try_in_a_quarter_of_an_hour_is_refused() -> None:
    """Req 59."""
    with time_machine.travel("2026-11-23T10:01:00+03:00", tick=False):
        assert [allowed("track", "a", limit=5, window=QUARTER) for _ in range(6)] == [True] * 5 + [False]
        assert allowed("track", "b", limit=5, window=QUARTER)
        assert allowed("start", "a", limit=5, window=QUARTER)
    with time_machine.travel("2026-11-23T10:16:00+03:00", tick=False):
        assert allowed("track", "a", limit=5, window=QUARTER)


def test_the_subject_is_not_kept() -> None:
    allowed("track", "203.0.113.9", limit=5, window=QUARTER)
    assert b"203.0.113.9" not in bytes(Throttle.objects.get().digest)


def test_old_counters_are_destroyed() -> None:
    allowed("track", "a", limit=5, window=QUARTER)
    assert (forget_before(timezone.now() + QUARTER), Throttle.objects.count()) == (1, 0)
