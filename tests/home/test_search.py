"""The search page finds what people mean."""

import pytest

from home.models import StandardPage
from home.search import find_pages

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def guide(add_page) -> StandardPage:
    """Publish a page with words in many spellings."""
    return add_page(
        "guide",
        "إِرْشاد الحُجّاج",
        intro="خدمات الجمعية في عام ١٤٤٧ لائحة المسؤوليات",
        body=[("paragraph", "<p>الوثائق والكراسي المتحركة</p>")],
    )


@pytest.mark.parametrize(
    "words",
    ["ارشاد", "الإرشاد", "حاج", "والحجاج", "خدمة", "خدمه", "1447", "لائحه", "وثيقة", "كرسي", "الحجاج خدمات"],
)
def test_any_spelling_or_form_finds_the_page(words, guide) -> None:
    """Req 121."""
    assert find_pages(words, "ar") == [guide.page_ptr]


@pytest.mark.parametrize("words", ["طائرة", "الحجاج طائرة", "", "  ", "،؛"])
def test_words_that_are_not_there_find_nothing(words, guide) -> None:
    assert find_pages(words, "ar") == []


def test_a_search_stays_in_its_language(guide, home, translate) -> None:
    translate(home)
    english = translate(guide, title="Guiding pilgrims")
    assert find_pages("pilgrim", "en") == [english.page_ptr]
    assert find_pages("pilgrim", "ar") == []


def test_an_unpublished_page_is_not_found(guide) -> None:
    guide.unpublish()
    assert find_pages("ارشاد", "ar") == []


@pytest.mark.parametrize("words", ['"', "* OR", "NEAR(", "a" * 5000, "'; DROP TABLE", "\u202e\u0000"])
def test_odd_words_do_no_harm(words, client) -> None:
    assert client.get("/search/", {"q": words}).status_code == 200


def test_the_search_page_is_never_stored_and_its_switcher_keeps_the_words(client, guide) -> None:
    response = client.get("/search/", {"q": "ارشاد"})
    assert response["Cache-Control"] == "no-store, private"
    assert 'href="/en/search/?q=%D8%A7%D8%B1%D8%B4%D8%A7%D8%AF"' in response.content.decode()
    assert '<meta name="robots" content="noindex">' in response.content.decode()
