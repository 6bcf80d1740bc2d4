"""Small tables are kept in the cache, and forgotten with every change."""

import datetime as dt
from unittest import mock

import pytest
from django.db import transaction

from forms_flow.records.calendar import Holiday, closed_days
from forms_flow.records.departments import Department, receiving
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
YEAR = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
DAY = dt.date(2026, 9, 23)


def test_the_second_look_asks_nothing_and_a_change_is_seen_at_once(django_assert_num_queries) -> None:
    assert closed_days(*YEAR) == frozenset()
    with django_assert_num_queries(0):
        closed_days(*YEAR)
    holiday = Holiday.objects.create(day=DAY, name_ar="اليوم الوطني", name_en="National day")
    assert closed_days(*YEAR) == {DAY}
    holiday.delete()
    assert closed_days(*YEAR) == frozenset()


def test_a_department_is_found_by_its_key_or_is_the_one_that_receives_everything() -> None:
    intake = factories.a_department()
    committee = Department.objects.create(key="committee", name_ar="اللجنة", name_en="Committee")
    assert (receiving("committee"), receiving(""), receiving("gone")) == (committee.pk, intake.pk, intake.pk)


@pytest.mark.django_db(transaction=True)
def test_what_somebody_read_while_a_change_was_under_way_is_forgotten_when_it_is_done() -> None:
    with transaction.atomic():
        Holiday.objects.create(day=DAY, name_ar="اليوم الوطني", name_en="National day")
        with mock.patch.object(Holiday._default_manager, "order_by", return_value=Holiday.objects.none()):
            assert closed_days(*YEAR) == frozenset()  # another thread, which cannot see the change yet
    assert closed_days(*YEAR) == {DAY}
