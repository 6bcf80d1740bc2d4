"""Each thing without which a form does not open, and the words that say so (req 85)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.utils.translation import override

from alhuda.demo.translating import translate
from forms_flow.pages.compile import compile_flow
from forms_flow.pages.models import FormPage
from forms_flow.pages.readiness import gaps, gaps_of
from forms_flow.records.versions import FormVersion
from home.models import SiteSettings
from tests.forms_flow.pages.conftest import ENGLISH, block, colour, condition, english_of, question, step

pytestmark = pytest.mark.integration

WORDS = {
    **ENGLISH,
    "العمر": "Age",
    "ليست هنا": "Not here",
    "الجهة المناسبة": "The right place",
    "المرافقون": "Companions",
    "لنستعد": "So that we are ready",
    "الاسم": "Name",
    "كما في الهوية": "As on the identity card",
    "الصلة": "Relation",
    "ابن": "Son",
    "بنت": "Daughter",
    "أضف مرافقًا": "Add a companion",
}


def journey_steps() -> list[dict[str, Any]]:
    leaving = block(
        "exit", key="young", title="ليست هنا", body="الجهة المناسبة", conditions=[condition("age", "18", "less_than")]
    )
    relation = question(
        "relation",
        "single_choice",
        "الصلة",
        choices=[block("choice", key="son", label="ابن"), block("choice", key="girl", label="بنت")],
    )
    group = block(
        "companions",
        key="companions",
        label="المرافقون",
        purpose="لنستعد",
        missing="أضف مرافقًا",
        min=1,
        max=3,
        parts=[question("name", "full_name", "الاسم", hint="كما في الهوية"), relation],
    )
    return [step("age", "العمر", question("age", "whole_number", "العمر"), leaving), step("people", "المرافقون", group)]


def without(page: FormPage, **values: Any) -> list[str]:
    """Return what is missing when some fields of the Arabic page are other ones."""
    pages = {"ar": FormPage.objects.get(pk=page.pk), "en": english_of(page)}
    for name, value in values.items():
        setattr(pages["ar"], name, value)
    with override("en"):
        return gaps_of(pages)


def test_nothing_is_missing_from_a_complete_form(open_page: FormPage) -> None:
    assert without(open_page) == []


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("title", "title"),
        ("intro", "introduction"),
        ("privacy_text", "privacy notice"),
        ("declaration_text", "declaration"),
        ("next_steps_text", "what happens next"),
    ],
)
def test_every_text_of_the_page_is_needed(open_page: FormPage, field: str, place: str) -> None:
    assert without(open_page, **{field: ""}) == [f"Arabic is missing: {place}"]


def test_the_months_of_keeping_are_needed(open_page: FormPage) -> None:
    assert without(open_page, retention_months=0) == ["It does not say how many months the answers are kept."]


def test_somebody_must_be_responsible(open_page: FormPage) -> None:
    nobody = ["Nobody is named as responsible for the form."]
    assert without(open_page, owner=None) == nobody
    gone = get_user_model().objects.create(username="gone", is_active=False)
    assert without(open_page, owner=gone) == nobody


def test_the_site_must_name_its_privacy_page(open_page: FormPage) -> None:
    SiteSettings.objects.update(privacy_page=None)
    assert without(open_page) == ["The site settings do not say which page is the privacy notice."]


def test_the_site_must_name_somebody_who_helps(open_page: FormPage) -> None:
    SiteSettings.objects.update(telephone="", email="")
    assert without(open_page) == ["The site settings have neither telephone nor e-mail for people who need help."]


@pytest.mark.parametrize(
    "arabic", ["ليست هنا", "الجهة المناسبة", "المرافقون", "لنستعد", "الاسم", "كما في الهوية", "ابن", "أضف مرافقًا"]
)
def test_exit_pages_and_companions_need_every_text_in_both_languages(
    make_page: Callable[..., FormPage], arabic: str
) -> None:
    page = make_page(journey_steps())
    assert translate(page, {key: text for key, text in WORDS.items() if key != arabic})
    assert gaps(page) != []
    assert FormVersion.objects.current(page.flow_key) is None


def test_exit_pages_and_companions_compile_in_both_languages(make_page: Callable[..., FormPage]) -> None:
    page = make_page(journey_steps())
    assert translate(page, WORDS) == []
    assert gaps(page) == []
    flow = compile_flow(page)
    left = flow.step("age").exits[0]
    assert (left.key, left.title, left.body) == (
        "young",
        {"ar": "ليست هنا", "en": "Not here"},
        {"ar": "الجهة المناسبة", "en": "The right place"},
    )
    assert flow.stop({"age": {"value": 17}}).exit == left
    assert flow.stop({"age": {"value": 18}}) is None
    group = flow.step("people").group
    assert (group.kind, group.required, group.options) == (
        "companions",
        True,
        {"missing": {"ar": "أضف مرافقًا", "en": "Add a companion"}, "min": 1, "max": 3},
    )
    name, relation = group.parts
    assert (name.kind, name.hint) == ("full_name", {"ar": "كما في الهوية", "en": "As on the identity card"})
    assert [choice.label["en"] for choice in relation.choices] == ["Son", "Daughter"]
    assert FormVersion.objects.current(page.flow_key).flow == flow


def test_a_part_may_have_the_key_of_a_question(make_page: Callable[..., FormPage]) -> None:
    """Their texts stay apart."""
    steps = [step("me", "الاسم", question("name", "full_name", "الاسم")), *journey_steps()]
    flow = compile_flow(make_page(steps))
    assert flow.question("name").hint == {}
    assert flow.step("people").group.parts[0].hint == {"ar": "كما في الهوية"}


def test_options_that_look_back_are_carried(make_page: Callable[..., FormPage]) -> None:
    own = {"prefill_from": "first", "differs_from": "first, second", "at_most": "ignored"}
    asked = [question(key, "mobile", "اللون") for key in ("first", "second")]
    numbers = [
        question("all", "whole_number", "العدد"),
        question("some", "whole_number", "العدد", options={"at_most": "all", "below": "all"}),
    ]
    dates = [question("from", "date", "من"), question("to", "date", "إلى", options={"after": "from"})]
    last = question("last", "mobile", "اللون", options=own)
    flow = compile_flow(make_page([step("a", "اللون", *asked, last, *numbers, *dates)]))
    assert flow.question("last").options == {"prefill_from": "first", "differs_from": ["first", "second"]}
    assert flow.question("some").options == {"at_most": "all", "below": "all"}
    assert flow.question("to").options["after"] == "from"


@pytest.mark.parametrize(
    ("mode", "words"),
    [("step-people", "المرافقون"), ("entry-people", "كما في الهوية"), ("exit-young", "الجهة المناسبة")],
)
def test_there_is_a_preview_of_each(make_page: Callable[..., FormPage], rf: Any, mode: str, words: str) -> None:
    """Req 90."""
    page = make_page(journey_steps())
    assert mode in [name for name, _label in page.preview_modes]
    html = page.serve_preview(rf.get("/"), mode).content.decode()
    assert words in html
    assert html.count("<h1") == 1


def test_both_languages_are_previewed(make_page: Callable[..., FormPage], rf: Any) -> None:
    page = make_page(journey_steps())
    translate(page, WORDS)
    html = english_of(page).serve_preview(rf.get("/"), "exit-young").content.decode()
    assert "The right place" in html
    assert 'dir="ltr"' in html


def test_previews_come_in_the_sizes_of_phones_and_desktops(page: FormPage) -> None:
    assert [(size["name"], size["device_width"]) for size in page.preview_sizes] == [
        ("mobile", 375),
        ("tablet", 768),
        ("desktop", 1280),
    ]


def test_a_comparison_with_what_is_no_number_does_no_harm(make_page: Callable[..., FormPage]) -> None:
    """A draft may hold anything."""
    rule = condition("age", "eighteen", "less_than")
    steps = [
        step("age", "العمر", question("age", "whole_number", "العمر")),
        step("b", "اللون", colour(), conditions=[rule]),
    ]
    flow = compile_flow(make_page(steps))
    assert [item.key for item in flow.route({"age": {"value": 3}})] == ["age"]
