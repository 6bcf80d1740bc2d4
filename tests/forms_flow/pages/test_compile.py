"""From a page to the form as data."""

from collections.abc import Callable
from typing import Any

import pytest

from alhuda.demo.translating import translate
from forms_flow.conditions import ShowWhen
from forms_flow.definition import Flow
from forms_flow.enums import Operator, Sensitivity
from forms_flow.pages.compile import compile_alone, compile_flow
from forms_flow.pages.models import FormPage
from tests.forms_flow.pages.conftest import ENGLISH, block, condition, good_steps, question, republish, step

pytestmark = pytest.mark.integration


def english_of(page: FormPage) -> FormPage:
    return FormPage.objects.get(translation_key=page.translation_key, locale__language_code="en")


def test_every_text_is_there_in_both_languages(open_page: FormPage) -> None:
    flow = compile_flow(open_page)
    assert flow.title == {"ar": "طلب مساعدة", "en": "Assistance application"}
    assert flow.declaration == {"ar": "نص الإقرار", "en": "Declaration text"}
    assert flow.step("health").title == {"ar": "الصحة", "en": "Health"}
    assert flow.question("unwell").label == {"ar": "هل لديك حالة صحية؟", "en": "Do you have a health condition?"}
    assert [choice.label["en"] for choice in flow.question("colour").choices] == ["Green", "Sand"]


def test_either_language_compiles_to_the_same_form(open_page: FormPage) -> None:
    assert compile_flow(english_of(open_page)) == compile_flow(open_page)


def test_a_compiled_form_survives_storing(open_page: FormPage) -> None:
    flow = compile_flow(open_page)
    assert Flow.from_json(flow.to_json()).digest() == flow.digest()


def test_services_and_documents_come_from_the_guide(open_page: FormPage) -> None:
    """Req 2: page and form read one record."""
    flow = compile_flow(open_page)
    assert flow.services == ("wheelchair", "relief")
    assert [choice.label["en"] for choice in flow.question("service").choices] == ["Wheelchairs", "Urgent relief"]
    identity, report = flow.step("documents").questions
    assert (identity.key, identity.label, identity.required) == (
        "doc_id_card",
        {"ar": "صورة الهوية", "en": "Copy of the identity"},
        True,
    )
    assert identity.show_when == ShowWhen()
    assert (report.key, report.required) == ("doc_report", False)
    assert report.show_when.conditions[0].operator == Operator.ONE_OF
    assert report.show_when.holds({"service": {"value": "relief"}})
    assert not report.show_when.holds({"service": {"value": "wheelchair"}})


def test_conditions_sensitivity_and_options_are_carried(make_page: Callable[..., FormPage]) -> None:
    steps = good_steps()
    people = question("people", "whole_number", "اللون", options={"min": 1, "max": 10, "max_length": 7})
    steps.append(step("more", "اللون", people, match="any", conditions=[condition("colour", "green,sand", "one_of")]))
    flow = compile_alone(make_page(steps))
    assert flow.question("people").options == {"min": 1, "max": 10}
    assert flow.question("illness").sensitivity == Sensitivity.HEALTH
    assert flow.step("more").show_when.any_of
    assert flow.step("more").show_when.conditions[0].values == ("green", "sand")


def test_each_kind_reads_only_its_own_options(make_page: Callable[..., FormPage]) -> None:
    given = {"min": 1, "max": 9, "min_age": 18, "calendar": "hijri", "complete": True, "somebody_else": True}
    kinds = ("money", "birth_date", "national_address", "country", "consent")
    asked = [question(kind, kind, "اللون", options=given, hint="التفاصيل") for kind in kinds]
    flow = compile_alone(make_page([step("one", "اللون", *asked)]))
    assert {kind: flow.question(kind).options for kind in kinds} == {
        "money": {"min": 1, "max": 9},
        "birth_date": {"calendar": "hijri", "min_age": 18, "autocomplete": "off"},
        "national_address": {"complete": True, "autocomplete": "off"},
        "country": {},
        "consent": {},
    }


def test_the_editors_own_message_is_kept_in_both_languages(make_page: Callable[..., FormPage]) -> None:
    page = make_page([step("one", "اللون", question("name", "full_name", "التفاصيل", missing="المستندات"))])
    translate(page, ENGLISH)
    assert compile_flow(page).question("name").options == {"missing": {"ar": "المستندات", "en": "Documents"}}


HALF_VALID: list[list[dict[str, Any]]] = [
    [],
    [block("step")],
    [block("step", key="one", title="", questions=[block("question")])],
    [block("step", key=None, title=None, body=None)],
    [step("one", "أ", question("", "short_text", "ب"), question("x", "no-such-kind", "ج"))],
    [step("one", "أ", question("q", "single_choice", "ب", choices=[block("choice", key="", label="")]))],
    [step("one", "أ", question("q", "short_text", "ب"), conditions=[condition("", ""), condition("gone", "yes")])],
    [step("one", "أ", question("q", "short_text", "ب"), question("q", "yes_no", "ج")), step("one", "د")],
]


@pytest.mark.parametrize("steps", HALF_VALID)
def test_a_half_written_draft_compiles(make_page: Callable[..., FormPage], steps: list[dict[str, Any]]) -> None:
    page = make_page(steps, publish=False)
    flow = compile_alone(page)
    assert len({item.key for item in flow.steps}) == len(flow.steps)
    assert compile_flow(page).title == {}


def test_keys_stay_equal_when_the_source_is_changed_and_the_translation_renewed(open_page: FormPage) -> None:
    before = [item.key for item in compile_flow(open_page).steps]
    steps = good_steps()
    steps[1]["value"]["title"] = "التفاصيل"
    steps.insert(0, step("first", "اللون", question("name", "full_name", "التفاصيل")))
    page = republish(open_page, steps)
    assert translate(page, ENGLISH) == []
    flow = compile_flow(page)
    assert [item.key for item in flow.steps] == ["first", *before]
    assert [item.key for item in compile_alone(english_of(page)).steps] == ["first", *before]
    assert flow.step("first").title == {"ar": "اللون", "en": "Colour"}


def test_a_translation_older_than_its_source_gives_the_texts_it_has(open_page: FormPage) -> None:
    steps = [step("first", "مستجد", question("name", "full_name", "الاسم")), *good_steps()]
    flow = compile_flow(republish(open_page, steps))
    assert flow.step("first").title == {"ar": "مستجد"}
    assert flow.step("health").title == {"ar": "الصحة", "en": "Health"}
