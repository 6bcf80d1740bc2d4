"""Dates in both calendars and answer times in words."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from home.contracts import PromiseUnit
from home.dates import both_calendars, duration, gregorian, hijri, local_date, today, within

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "الأحد 29 نوفمبر 2026 (19 جمادى الآخرة 1448هـ)"),
        ("en", "Sunday 29 November 2026 (19 Jumada al-Akhirah 1448 AH)"),
    ],
)
def test_a_day_is_shown_in_both_calendars(language, words) -> None:
    """Req 55."""
    assert both_calendars(date(2026, 11, 29), language) == words


def test_the_language_of_the_page_is_taken_when_none_is_named() -> None:
    with override("en"):
        assert gregorian(date(2026, 5, 26)) == "Tuesday 26 May 2026"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 5, 26), "9 ذو الحجة 1447هـ"),
        (date(2027, 2, 8), "1 رمضان 1448هـ"),
        (date(2026, 3, 19), "30 رمضان 1447هـ"),
        (date(1924, 8, 1), "1 محرم 1343هـ"),
        (date(2077, 11, 16), "30 ذو الحجة 1500هـ"),
    ],
)
def test_the_hijri_date_is_that_of_umm_al_qura(day, words) -> None:
    assert hijri(day, "ar") == words


def test_outside_the_known_years_only_the_gregorian_date_is_shown() -> None:
    assert both_calendars(date(2090, 1, 1), "en") == "Sunday 1 January 2090"


def test_a_moment_belongs_to_the_day_it_is_in_riyadh() -> None:
    assert local_date(datetime(2026, 11, 22, 21, 30, tzinfo=UTC)) == date(2026, 11, 23)


def test_today_is_riyadhs_day(time_machine) -> None:
    time_machine.move_to(datetime(2026, 11, 22, 22, 0, tzinfo=UTC))
    assert today() == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "0 يوم عمل"),
        (1, "يوم عمل واحد"),
        (2, "يوما عمل"),
        (3, "3 أيام عمل"),
        (10, "10 أيام عمل"),
        (11, "11 يوم عمل"),
        (99, "99 يوم عمل"),
        (100, "100 يوم عمل"),
        (101, "101 يوم عمل"),
        (103, "103 أيام عمل"),
    ],
)
def test_arabic_counts_working_days_in_its_six_forms(amount, words) -> None:
    with override("ar"):
        assert duration(amount, PromiseUnit.WORKING_DAY) == words


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (2, PromiseUnit.WORKING_DAY, "خلال يومي عمل"),
        (10, PromiseUnit.WORKING_DAY, "خلال 10 أيام عمل"),
        (1, PromiseUnit.HOUR, "خلال ساعة واحدة"),
        (2, PromiseUnit.HOUR, "خلال ساعتين"),
        (30, PromiseUnit.MINUTE, "خلال 30 دقيقة"),
    ],
)
def test_the_arabic_words_bend_after_within(amount, unit, words) -> None:
    with override("ar"):
        assert within(amount, unit) == words


def test_english_has_one_and_many() -> None:
    with override("en"):
        assert [within(n, PromiseUnit.WORKING_DAY) for n in (1, 5)] == ["within 1 working day", "within 5 working days"]
