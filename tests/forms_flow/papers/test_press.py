"""The printer: our own files and nothing else, in a child process that cannot take the server down."""

import time

import pytest

from forms_flow.papers import press, worker
from tests.forms_flow.papers.reading import catalogue_of, text_of

pytestmark = pytest.mark.unit

PAGE = '<html lang="ar" dir="rtl"><head><title>عنوان</title></head><body class="ar">{}</body></html>'


def test_a_page_becomes_a_tagged_pdf_with_its_title_and_language() -> None:
    made = press.printed(PAGE.format("<p>مرحبًا بكم</p>"))
    assert catalogue_of(made) == {"language": "ar", "title": "عنوان", "tagged": "True"}


def test_arabic_words_are_read_back_letter_by_letter_in_their_order() -> None:
    """Req 57: ligatures do not turn letters round for those who search or copy."""
    words = "الاستلام في غير الوطني التي إلى الآخرة لأن الإقرار شروط"
    assert text_of(press.printed(PAGE.format(f"<p>{words}</p>"))) == words


def test_a_number_inside_arabic_keeps_its_digits_in_order() -> None:
    made = press.printed(PAGE.format('<p>رقم الطلب <bdi dir="ltr">2647-318-9053</bdi> مستلم</p>'))
    assert text_of(made) == "رقم الطلب 2647-318-9053 مستلم"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:1/x.png",
        "https://example.org/x.png",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
        worker.BASE + "img/../../manage.py",
        worker.BASE + "img/%2e%2e/mark.svg",
        worker.BASE + "css/site.css",
        worker.BASE + "papers/worker.py",
    ],
)
def test_any_address_but_our_own_stops_the_printing(url: str) -> None:
    assert worker.path_of(url) is None
    with pytest.raises(press.NotPrintedError):
        press.printed(PAGE.format(f'<img src="{url}" alt="">'))


def test_our_mark_and_letters_are_found_on_the_disk() -> None:
    for name in ("img/mark.svg", "fonts/plex-print-arabic-400.woff2", "fonts/plex-print-ext-700.woff2"):
        found = worker.path_of(worker.BASE + name)
        assert found is not None
        assert found[0].is_file()


def test_a_page_that_costs_too_much_takes_only_its_own_process_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "WALL_SECONDS", 2)
    began = time.monotonic()
    with pytest.raises(press.NotPrintedError):
        press.printed(PAGE.format("<table>" + "<tr><td>x</td></tr>" * 200_000 + "</table>"))
    assert time.monotonic() - began < 10


def test_who_waits_too_long_for_a_turn_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "TURN_SECONDS", 0.05)
    with press._turns, pytest.raises(press.NotPrintedError):
        press.printed(PAGE.format(""))
    assert press.printed(PAGE.format("")).startswith(b"%PDF-")
