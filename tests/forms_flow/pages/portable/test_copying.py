"""Copies of forms and of steps: whole in all languages, and tied to nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils.translation import override
from wagtail.models import Page

from alhuda.demo.translating import english
from forms_flow.pages.compile import compile_flow
from forms_flow.pages.models import FormPage
from forms_flow.pages.portable.copying import add_steps, copy, titles_of
from forms_flow.pages.portable.export import export
from forms_flow.pages.portable.load import load
from forms_flow.pages.together import publish_together
from forms_flow.records.versions import FormVersion
from home.models import HomePage
from home.translating import Said, is_managed, remember
from tests.forms_flow import factories
from tests.forms_flow.pages.portable.makers import condition, document, question, step, text

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def fresh(page: FormPage) -> FormPage:
    return FormPage.objects.get(pk=page.pk)


def picked(page: FormPage, *titles: str) -> list[str]:
    return [key for key, title in titles_of(page) if title in titles]


def test_a_copy_is_a_draft_in_all_languages_with_a_title_that_says_so(open_page: FormPage) -> None:
    page = copy(open_page).page
    translated = page.get_translation(english())
    assert (page.title, translated.title) == ("طلب مساعدة (نسخة)", "Assistance application (copy)")
    assert [page.live, translated.live] == [False, False]
    assert page.translation_key != open_page.translation_key
    assert page.get_parent() == open_page.get_parent()


def test_a_copy_says_what_its_original_says(open_page: FormPage) -> None:
    out, again = export(open_page), export(copy(open_page).page)
    for document_ in (out, again):
        del document_["fields"]["title"], document_["fields"]["slug"]
    assert again == out


def test_a_copy_has_the_newest_draft_and_not_what_is_published(open_page: FormPage) -> None:
    open_page.intro = "مقدمة لم تُنشر بعد"
    open_page.save_revision()
    assert copy(fresh(open_page)).page.intro == "مقدمة لم تُنشر بعد"


def test_a_change_of_the_copy_does_not_reach_the_original(open_page: FormPage) -> None:
    before = compile_flow(open_page)
    page = copy(open_page).page
    page.steps = []
    page.title = "نموذج آخر"
    page.save_revision().publish()
    assert compile_flow(fresh(open_page)) == before
    assert FormVersion.objects.filter(flow_key=open_page.flow_key).count() == 1


def test_a_very_long_title_leaves_room_for_the_word(open_page: FormPage) -> None:
    open_page.title = "ن" * 255
    open_page.save_revision()
    title = copy(fresh(open_page)).page.title
    assert (len(title), title.endswith("(نسخة)")) == (255, True)


@pytest.fixture
def origin(home: HomePage) -> FormPage:
    """Return a draft form with steps worth taking."""
    steps = [
        step("colour", question("colour")),
        step("contact", question("mobile", conditions=[condition("colour", "green"), condition("far")])),
    ]
    return load(document(*steps, title=text("نموذج التطوع", "Volunteering")), parent=home).page


def test_steps_are_added_at_the_end_of_the_draft_and_readers_see_nothing(open_page: FormPage, origin: FormPage) -> None:
    before = compile_flow(open_page)
    count, _notes = add_steps(open_page, origin=origin, picked=picked(origin, "خطوة contact"))
    page = fresh(open_page)
    draft = page.get_latest_revision_as_object()
    assert (count, [block.value["key"] for block in draft.steps][-1]) == (1, "contact")
    assert (compile_flow(page), page.has_unpublished_changes) == (before, True)
    assert "Step contact" not in str(page.get_translation(english()).steps)


def test_steps_bring_their_texts_in_all_languages(open_page: FormPage, origin: FormPage) -> None:
    add_steps(open_page, origin=origin, picked=picked(origin, "خطوة contact"))
    added = export(fresh(open_page))["steps"][-1]["value"]
    assert added["title"] == text("خطوة contact", "Step contact")
    assert added["questions"][0]["value"]["label"] == text("سؤال mobile", "Question mobile")


def test_publishing_in_both_languages_publishes_the_added_steps_in_both(open_page: FormPage, origin: FormPage) -> None:
    add_steps(open_page, origin=origin, picked=picked(origin, "خطوة contact"))
    page = fresh(open_page)
    draft = page.get_latest_revision_as_object()
    asked = draft.steps[-1].value["questions"][0]
    asked.value["purpose"] = "لنتصل"
    draft.save_revision()
    path = f"steps.{draft.steps[-1].id}.questions.{asked.id}.purpose"
    remember(page, english(), [Said(path, "لنتصل", "To call")])
    version = publish_together(fresh(page), user=factories.a_user(is_superuser=True))
    assert version.flow.steps[-1].title == text("خطوة contact", "Step contact")


def test_a_draft_that_nobody_reads_is_translated_at_once(home: HomePage, origin: FormPage) -> None:
    page = load(document(step("one", question("a"))), parent=home).page
    add_steps(page, origin=origin, picked=picked(origin, "خطوة contact"))
    translated = page.get_translation(english()).get_latest_revision_as_object()
    assert [block.value["title"] for block in translated.steps] == ["Step one", "Step contact"]
    assert (translated.live, fresh(page).live) == (False, False)


def test_keys_conditions_and_what_is_lost_are_told(open_page: FormPage, origin: FormPage) -> None:
    """The form asks for the colour already, and never how far somebody travels."""
    with override("en"):
        _count, notes = add_steps(open_page, origin=origin, picked=[key for key, _title in titles_of(origin)])
    steps = export(fresh(open_page))["steps"][-2:]
    assert [one["value"]["key"] for one in steps] == ["colour-2", "contact"]
    conditions = steps[1]["value"]["questions"][0]["value"]["conditions"]
    assert [one["value"]["question"] for one in conditions] == ["colour_2"]
    assert notes == ["“سؤال mobile” looked at the question “far”, which this form does not have."]


def test_the_same_steps_twice_are_different_blocks(open_page: FormPage, origin: FormPage) -> None:
    for _ in range(2):
        add_steps(fresh(open_page), origin=origin, picked=picked(origin, "خطوة contact"))
    steps = fresh(open_page).get_latest_revision_as_object().steps
    assert [block.value["key"] for block in steps][-2:] == ["contact", "contact-2"]
    assert len({block.id for block in steps}) == len(steps)


def test_the_other_form_is_left_as_it_is(open_page: FormPage, origin: FormPage) -> None:
    before = export(origin)
    add_steps(open_page, origin=origin, picked=[key for key, _title in titles_of(origin)])
    assert export(fresh(origin)) == before


def test_a_language_written_by_hand_goes_out_from_its_own_page(open_page: FormPage) -> None:
    """After somebody stopped the translation and edits the English page itself."""
    source = open_page.get_translation(english())
    from wagtail_localize.models import Translation  # noqa: PLC0415 - only this test stops a translation

    Translation.objects.filter(source__object_id=open_page.translation_key).update(enabled=False)
    assert not is_managed(open_page, english())
    source.intro = "Written by hand"
    source.save_revision()
    assert export(open_page)["fields"]["intro"]["en"] == "Written by hand"
    assert export(open_page)["steps"][0]["value"]["title"]["en"] == "Service"


def test_an_old_translation_is_not_given_out_for_new_words(open_page: FormPage) -> None:
    open_page.intro = "مقدمة جديدة"
    open_page.save_revision()
    assert export(fresh(open_page))["fields"]["intro"] == {"ar": "مقدمة جديدة"}


def test_what_nobody_translated_goes_out_in_arabic_alone(make_page: Callable[..., Any]) -> None:
    page = make_page(publish=False)
    assert export(page)["fields"]["title"] == {"ar": "طلب مساعدة"}
    assert not any(Page.find_problems())
