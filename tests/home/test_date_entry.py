"""A day that somebody of the staff writes in either calendar."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from home.date_entry import EitherDateField, read_day
from home.dates import both_calendars, gregorian, hijri

pytestmark = pytest.mark.unit
FIRST_OF_RAMADAN = date(2027, 2, 8)
PUBLISHED = st.dates(date(1950, 1, 1), date(2070, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-08",
        "8/2/2027",
        "8.2.2027",
        " 8 - 2 - 2027 ",
        "1448-09-01",
        "1/9/1448",
        "١/٩/١٤٤٨",
        "۱۴۴۸-۰۹-۰۱",
        "\u200f1/9/1448هـ",
        "1 رمضان 1448",
        "1 رمضان، 1448 هـ",
        "1 Ramadan 1448 AH",
        "8 فبراير 2027م",
        "8 شباط 2027",
        "February 8, 2027",
        "الاثنين 8 فبراير 2027",
    ],
)
def test_a_day_is_read_in_either_calendar_and_any_usual_writing(text: str) -> None:
    """Req 4."""
    assert read_day(text) == FIRST_OF_RAMADAN


@given(day=PUBLISHED, language=st.sampled_from(["ar", "en"]))
def test_what_this_site_writes_can_be_copied_back(day: date, language: str) -> None:
    written = (both_calendars(day, language), gregorian(day, language), hijri(day, language), day.isoformat())
    assert [read_day(text) for text in written] == [day] * 4


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("30/2/2027", "The Gregorian calendar has no day 30/2/2027"),
        ("31/9/1448", "The Hijri calendar has no day 31/9/1448"),
        (
            "8 فبراير 1448",
            "The year 1448 is Hijri and “فبراير” a Gregorian month: write the whole date in one calendar",
        ),
        ("1 رمضان 2027", "The year 2027 is Gregorian and “رمضان” a Hijri month: write the whole date in one calendar"),
        ("1/9/1310", "Write a Hijri year from 1343 to 1500"),
        ("1/9/1648", "Write a Gregorian year from 1850 to 2150"),
        ("8/2/27", "Write the day, the month and the year, for example 2027-02-08 or 1/9/1448"),
        ("soon", "Write the day, the month and the year, for example 2027-02-08 or 1/9/1448"),
    ],
)
def test_what_is_no_day_is_refused_in_words_that_name_the_calendar(text: str, message: str) -> None:
    with override("en"), pytest.raises(ValidationError) as caught:
        read_day(text)
    assert caught.value.messages == [message]


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_a_message(text: str) -> None:
    found: object
    try:
        found = read_day(text)
    except ValidationError as error:
        found = error.messages[0]
    assert isinstance(found, date | str)


def test_the_field_shows_the_day_in_both_calendars_below_it() -> None:
    field = EitherDateField(required=False)
    with override("en"):
        shown = BeautifulSoup(field.widget.render("day", FIRST_OF_RAMADAN, {"id": "id_day"}), "html.parser")
        typed = BeautifulSoup(field.widget.render("day", "1/9/1448", {"id": "id_day"}), "html.parser")
    words = "Monday 8 February 2027 (1 Ramadan 1448 AH)"
    assert (shown.input["value"], shown.p.get_text()) == ("2027-02-08", words)
    assert (typed.input["value"], typed.p.get_text()) == ("1/9/1448", words)
    assert (field.clean("1/9/1448"), field.clean(""), field.clean(FIRST_OF_RAMADAN)) == (
        FIRST_OF_RAMADAN,
        None,
        FIRST_OF_RAMADAN,
    )
