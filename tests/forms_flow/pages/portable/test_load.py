"""A file becomes a draft in all its languages, and what the site does not have is said."""

from typing import Any

import pytest
from django.db import DatabaseError
from django.utils.translation import override
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from alhuda.demo.translating import english
from forms_flow.pages.models import FormPage
from forms_flow.pages.portable import load as loading
from forms_flow.pages.portable.export import export
from forms_flow.pages.portable.load import load
from forms_flow.records.versions import FormVersion
from home.models import HomePage
from tests.forms_flow import factories
from tests.forms_flow.pages.portable.makers import document, question, step, text

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
STEPS = [step("one", question("a")), step("two", question("b"))]


def notes(content: dict[str, Any], parent: Page) -> list[str]:
    with override("en"):
        return [str(note) for note in load(content, parent=parent).notes]


def test_the_form_is_a_draft_in_both_languages_and_nothing_is_published(home: HomePage) -> None:
    page = load(document(*STEPS), parent=home).page
    translated = page.get_translation(english())
    assert [(one.live, one.has_unpublished_changes) for one in (page, translated)] == [(False, True)] * 2
    assert (page.title, translated.title) == ("نموذج", "A form")
    assert [step.value["title"] for step in translated.steps] == ["Step one", "Step two"]
    assert not FormVersion.objects.exists()
    assert not any(Page.find_problems())


def test_the_translation_goes_on_in_the_translators_editor(home: HomePage) -> None:
    page = load(document(*STEPS), parent=home).page
    translation = Translation.objects.get(source__object_id=page.translation_key)
    total, done = translation.get_progress()
    assert (translation.enabled, total) == (True, done)


def test_blocks_are_named_by_their_keys_so_that_the_same_file_gives_the_same_names(home: HomePage) -> None:
    first, second = [load(document(*steps), parent=home).page for steps in (STEPS, STEPS[::-1])]
    assert len({block.id for block in [*first.steps, *second.steps]}) == 4
    for page in [*second.get_translations(inclusive=True)]:
        page.delete()
    again = load(document(*STEPS[::-1], slug="form-2"), parent=home).page
    assert [block.id for block in again.steps] == [block.id for block in second.steps]


def test_a_key_that_stands_twice_is_still_two_blocks(home: HomePage) -> None:
    page = load(document(STEPS[0], STEPS[0]), parent=home).page
    assert len({block.id for block in page.steps}) == 2


def test_what_is_not_said_is_at_rest_and_never_null(home: HomePage) -> None:
    page = load(document(step("one", {"type": "question", "value": {"key": "a"}})), parent=home).page
    asked = page.steps[0].value["questions"][0].value
    assert (asked["label"], asked["kind"], asked["required"], asked["options"]["later"]) == (
        "",
        "short_text",
        True,
        True,
    )


def test_an_address_that_is_taken_gets_the_next_number(home: HomePage) -> None:
    slugs = [load(document(*STEPS, slug="aid"), parent=home).page.slug for _ in range(3)]
    assert slugs == ["aid", "aid-2", "aid-3"]


def test_an_address_that_is_taken_in_the_other_language_is_taken(home: HomePage) -> None:
    above = home.get_translation(english())
    above.add_child(instance=FormPage(title="Aid", slug="aid", locale=above.locale, live=False))
    page = load(document(*STEPS, slug="aid"), parent=home).page
    assert [page.slug, page.get_translation(english()).slug] == ["aid-2", "aid-2"]


def test_services_and_departments_that_the_site_does_not_have_are_named_and_left_out(home: HomePage) -> None:
    content = document(*STEPS, services=["relief", "moon"], department_key="space")
    page = load(content, parent=home).page
    assert (page.services, page.department_key) == (["relief"], "")
    assert notes(content, home) == [
        "This site has no service “moon”; the form was made without it.",
        "This site has no department “space”; new applications go to the one that receives them.",
    ]


def test_a_department_that_the_site_has_is_kept(home: HomePage) -> None:
    factories.a_department("care")
    made = load(document(*STEPS, department_key="care"), parent=home)
    assert (made.page.department_key, made.notes) == ("care", [])


def test_a_language_that_the_site_does_not_speak_is_named_and_left_out(home: HomePage) -> None:
    content = document(*STEPS, title={**text("نموذج", "A form"), "ur": "فارم"})
    assert notes(content, home) == ["This site does not speak “ur”; its texts were left out."]
    assert not Locale.objects.filter(language_code="ur").exists()


def test_a_form_without_english_has_no_english_page(home: HomePage) -> None:
    page = load(document(title=text("نموذج")), parent=home).page
    assert not page.has_translation(english())


def test_below_a_page_without_english_the_texts_are_kept_for_later(home: HomePage) -> None:
    home.get_translation(english()).delete()
    content = document(*STEPS)
    assert notes(content, home) == ["The texts in English are kept, and appear when somebody translates the form."]
    page = FormPage.objects.get()
    assert not page.has_translation(english())
    assert export(page)["steps"][0]["value"]["title"] == text("خطوة one", "Step one")


def test_whoever_may_not_add_english_pages_makes_none(home: HomePage) -> None:
    nobody = factories.a_user()
    page = load(document(*STEPS), parent=home, user=nobody).page
    assert (page.owner, page.has_translation(english())) == (nobody, False)


def test_nothing_is_half_made(home: HomePage, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: Any) -> list[str]:
        raise DatabaseError

    monkeypatch.setattr(loading, "_translate", broken)
    with pytest.raises(DatabaseError):
        load(document(*STEPS), parent=home)
    assert not FormPage.objects.exists()
    assert not any(Page.find_problems())


def test_other_children_of_the_home_page_stay_where_they_are(home: HomePage) -> None:
    """A page held since before a child came must not be written back."""
    for _ in range(2):
        load(document(*STEPS), parent=home)
    homes = [HomePage.objects.get(pk=home.pk), home.get_translation(english())]
    assert [above.get_children().count() for above in homes] == [2, 2]
