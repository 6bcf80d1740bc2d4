"""What publishing makes, and what keeps a form closed."""

from collections.abc import Callable

import pytest
from django.utils.translation import override

from alhuda.demo.translating import translate
from forms_flow.pages.models import FormPage
from forms_flow.pages.provider import PageFormProvider
from forms_flow.pages.publishing import forms_serving, on_published
from forms_flow.pages.readiness import gaps, is_missing
from forms_flow.records.versions import FormVersion
from home.contracts import CardKind
from home.models import SiteSettings
from tests.forms_flow.pages.conftest import ENGLISH, Guide, good_steps, question, republish, step

pytestmark = pytest.mark.integration


def current(page: FormPage) -> FormVersion | None:
    return FormVersion.objects.current(page.flow_key)


def gaps_in_english(page: FormPage) -> list[str]:
    with override("en"):
        return gaps(page)


def english_of(page: FormPage) -> FormPage:
    return FormPage.objects.get(translation_key=page.translation_key, locale__language_code="en")


def test_arabic_alone_makes_no_version(page: FormPage) -> None:
    assert current(page) is None
    assert gaps_in_english(page) == ["The page in English is not published."]


def test_the_translation_opens_the_form(open_page: FormPage) -> None:
    version = current(open_page)
    assert version is not None
    assert (version.number, version.track) == (1, "assistance")
    assert gaps_in_english(open_page) == []


def test_a_translation_published_before_its_source_opens_nothing(make_page: Callable[..., FormPage]) -> None:
    """See test_order for all the doors."""
    page = make_page(publish=False)
    translate(page, ENGLISH)
    assert not english_of(page).live
    assert current(page) is None
    assert gaps_in_english(page) == ["The Arabic page is not published."]


def test_one_text_without_english_keeps_the_form_closed(page: FormPage) -> None:
    """Req 85."""
    words = {arabic: text for arabic, text in ENGLISH.items() if arabic != "نص الإقرار"}
    assert translate(page, words) == ["نص الإقرار"]
    assert current(page) is None
    assert gaps_in_english(page) == ["English is missing: declaration"]


def test_publishing_again_without_a_change_makes_no_new_version(open_page: FormPage) -> None:
    before = current(open_page)
    assert current(republish(open_page)) == before


def test_a_changed_form_makes_the_next_version_when_its_english_follows(open_page: FormPage) -> None:
    """Req 86: what is under way keeps its version."""
    first = current(open_page)
    page = republish(
        open_page, [*good_steps(), step("more", "التفاصيل", question("more", "short_text", "اشرح الحالة"))]
    )
    assert current(page) == first
    translate(page, ENGLISH)
    assert current(page).number == 2
    assert FormVersion.objects.get(pk=first.pk).flow.step("more") is None


def test_unpublishing_the_arabic_closes_the_form_and_publishing_opens_it_again(open_page: FormPage) -> None:
    version = current(open_page)
    FormPage.objects.get(pk=open_page.pk).unpublish()
    assert current(open_page) is None
    republish(open_page)
    assert current(open_page) == version


def test_unpublishing_the_english_closes_nothing(open_page: FormPage) -> None:
    version = current(open_page)
    english_of(open_page).unpublish()
    assert current(open_page) == version


def test_deleting_the_arabic_closes_the_form(open_page: FormPage) -> None:
    key = open_page.flow_key
    FormPage.objects.get(pk=open_page.pk).delete()
    assert FormVersion.objects.current(key) is None


def test_people_who_need_help_must_find_a_contact(open_page: FormPage) -> None:
    SiteSettings.objects.update(telephone="", email="", privacy_page=None)
    assert gaps_in_english(open_page) == [
        "The site settings have neither telephone nor e-mail for people who need help.",
        "The site settings do not say which page is the privacy notice.",
    ]


def test_a_mistake_in_the_structure_is_named_with_its_step(make_page: Callable[..., FormPage]) -> None:
    page = make_page([step("one", "الصحة", question("q", "short_text", "التفاصيل", purpose=""))])
    translate(page, ENGLISH)
    assert gaps_in_english(page)[0] == "Step “الصحة”: Say why this is asked."


def test_a_service_that_changes_makes_a_new_version_of_its_forms(open_page: FormPage, guide: Guide) -> None:
    """Req 2: change the list once, both change."""
    guide.identity = {"ar": "صورة الهوية أو الجواز", "en": "Copy of identity or passport"}
    sender = type("ServicePage", (), {"card_kind": CardKind.SERVICE})
    on_published(sender=sender, instance=type("Page", (), {"key": "wheelchair"})())
    version = current(open_page)
    assert version.number == 2
    assert version.flow.question("doc_id_card").label["en"] == "Copy of identity or passport"


def test_forms_are_found_by_the_services_they_serve(open_page: FormPage) -> None:
    assert forms_serving("relief") == [open_page]
    assert forms_serving("water") == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ({"ar": "نعم", "en": "Yes"}, False),
        ({"ar": "نعم"}, True),
        ({"ar": "نعم", "en": "نعم"}, True),
        ({"ar": "911", "en": "911"}, False),
        ({}, True),
    ],
)
def test_arabic_in_the_english_page_is_no_translation(text: dict[str, str], *, missing: bool) -> None:
    assert is_missing(text, "en") == missing


def test_the_provider_gives_the_form_of_a_service_in_each_language(open_page: FormPage) -> None:
    provider = PageFormProvider()
    arabic, english = (provider.form_for_service("relief", code) for code in ("ar", "en"))
    address = f"apply/new/{open_page.flow_key}/?service=relief"
    assert (arabic.title, arabic.url, arabic.open) == ("طلب مساعدة", f"/{address}", True)
    assert (english.title, english.url, english.open) == ("Assistance application", f"/en/{address}", True)
    assert provider.form_for_service("water", "ar") is None


def test_the_provider_says_when_a_form_is_not_open(page: FormPage) -> None:
    facts = PageFormProvider().form_for_service("relief", "en")
    assert (facts.title, facts.open) == ("طلب مساعدة", False)


def test_the_provider_needs_two_queries(open_page: FormPage, django_assert_num_queries: Callable) -> None:
    with django_assert_num_queries(2):
        PageFormProvider().form_for_service("relief", "en")
