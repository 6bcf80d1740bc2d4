"""Template tags and components."""

import re
from datetime import date

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.translation import override

from home.contracts import Promise, PromiseUnit
from home.languages import in_language, split_prefix

pytestmark = pytest.mark.unit


def rendered(source: str, **context: object) -> str:
    """Render a template that has loaded the library."""
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("path", "code", "other"),
    [
        ("/", "en", "/en/"),
        ("/track/", "en", "/en/track/"),
        ("/en/track/", "ar", "/track/"),
        ("/en/", "ar", "/"),
        ("/english/", "en", "/en/english/"),
        ("/en/apply/x/", "en", "/en/apply/x/"),
    ],
)
def test_a_fixed_address_exists_in_every_language(path, code, other) -> None:
    assert in_language(path, code) == other


def test_the_prefix_of_an_address_is_its_language() -> None:
    assert [split_prefix(path) for path in ("/en/a/", "/a/", "/en")] == [("en", "/a/"), ("ar", "/a/"), ("en", "/")]


def test_filters_show_days_promises_and_numbers() -> None:
    with override("en"):
        shown = rendered(
            "{{ day|both_calendars }}|{{ promise|within }}|{{ promise|duration }}|{{ n|western }}|{{ phone|tel }}",
            day=date(2026, 11, 29),
            promise=Promise(amount=10, unit=PromiseUnit.WORKING_DAY),
            n="١٢",
            phone="+966 50 000-0000",
        )
    assert shown == (
        "Sunday 29 November 2026 (19 Jumada al-Akhirah 1448 AH)|within 10 working days|10 working days|12|+966500000000"
    )


def test_a_missing_day_shows_nothing() -> None:
    assert rendered("{{ day|both_calendars }}{{ day|hijri }}{{ day|gregorian }}", day=None) == ""


def test_progress_shows_what_is_done_and_what_is_left() -> None:
    shown = rendered("{% segments 2 4 as parts %}{% for part in parts %}{{ part }} {% endfor %}")
    assert shown == "done now next next "


def test_an_icon_is_decoration_only() -> None:
    shown = rendered('{% icon "phone" %}')
    assert shown.count('aria-hidden="true"') == 1
    assert "img/icons.svg#phone" in shown


def test_the_error_summary_links_to_the_controls() -> None:
    with override("en"):
        text = render_to_string("components/error_summary.html", {"errors": [("id_name", "Enter your name")]})
    assert '<a href="#id_name">Enter your name</a>' in text
    assert "Correct the following to continue" in text


def test_a_text_of_the_applicant_is_escaped_in_every_component() -> None:
    bad = "<script>alert(1)</script>"
    rows = [{"label": bad, "lines": [bad], "change_url": "/x/"}]
    text = render_to_string("components/summary_list.html", {"rows": rows})
    text += render_to_string("components/alert.html", {"heading": bad, "text": bad})
    text += render_to_string("components/error_summary.html", {"errors": [("x", bad)]})
    assert "<script>" not in text


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("اتصل بالرقم 911، أو 997.", ["911", "997"]),
        ("الخط العاجل \u2066+966 12 000 0001\u2069.", ["+966120000001"]),
        ("Call 8002451000 or 0500000000 now", ["8002451000", "0500000000"]),
        ("1911 people, 9,911 riyals, 911.50, reference 2647-318-9053", []),
    ],
)
def test_one_touch_calls_a_telephone_number_in_a_text(text, called) -> None:
    """Req 7."""
    html = rendered("{{ text|call_links }}", text=text)
    assert re.findall('href="tel:([^"]*)"', html) == called


def test_a_text_with_telephone_numbers_cannot_bring_markup() -> None:
    html = rendered("{{ text|call_links }}", text="<b>911</b>\n\nنعم")
    assert html == '<p>&lt;b&gt;<a href="tel:911"><bdi dir="ltr">911</bdi></a>&lt;/b&gt;</p>\n<p>نعم</p>'
