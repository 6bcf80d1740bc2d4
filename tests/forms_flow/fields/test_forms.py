"""A step as a form: what is asked, what is shown again, what the page says to machines."""

import json
from html.parser import HTMLParser
from random import Random
from typing import Any

import pytest

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import Flow, Step
from forms_flow.enums import Operator, Sensitivity, Track
from forms_flow.fields import registry
from forms_flow.fields.forms import StepForm, post_of, step_form_class
from forms_flow.sample.answers import answers
from tests.forms_flow.fields.asking import KEY, a_form, a_question

pytestmark = pytest.mark.unit


def when(question: str, *values: str, operator: Operator = Operator.IS) -> Condition:
    return Condition(question=question, operator=operator, values=values)


def shown(*conditions: Condition, any_of: bool = False) -> ShowWhen:
    return ShowWhen(conditions=conditions, any_of=any_of)


class Tags(HTMLParser):
    """The opening tags of a page, as (name, attributes)."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an opening tag."""
        self.found.append((tag, dict(attrs)))

    def all(self, *names: str) -> list[dict[str, str | None]]:
        """Return the attributes of every tag of these names."""
        return [attrs for name, attrs in self.found if name in names]


def page(form: StepForm) -> Tags:
    return Tags("".join(field.as_field_group() for field in form))


def every_kind(**changes: Any) -> list[Any]:
    return [
        a_question(kind, key=kind, label=f"About {kind}", hint={"en": "Hint"}, purpose={"en": "Purpose"}, **changes)
        for kind in registry.kinds()
    ]


def test_an_unasked_question_of_the_same_page_neither_fails_nor_stays() -> None:
    helper = a_question("short_text", key="helper", show_when=shown(when("role", "yes")))
    role = a_question("yes_no", key="role")
    assert a_form(role, helper, post={"role": "no", "helper": "left over"}).is_valid()
    form = a_form(role, helper, post={"role": "no", "helper": "left over"})
    assert (form.errors, form.answers, form.cleaned_data) == ({}, {"role": {"value": False}}, {"role": False})
    assert a_form(role, helper, post={"role": "yes"}).errors == {"helper": ["Enter full answer"]}


def test_conditions_hang_on_each_other_within_a_page() -> None:
    first = a_question("yes_no", key="a")
    second = a_question("yes_no", key="b", show_when=shown(when("a", "yes")))
    third = a_question("short_text", key="c", show_when=shown(when("b", "yes")))
    form = a_form(first, second, third, post={"a": "no", "b": "yes", "c": ""})
    assert form.is_valid()
    assert form.answers == {"a": {"value": False}}


def test_earlier_answers_decide_what_is_on_the_page() -> None:
    earlier = {"age": {"value": True}}
    question = a_question("short_text", show_when=shown(when("age", "yes")))
    assert list(a_form(question, answers=earlier).fields) == [KEY]
    assert list(a_form(question, answers={}).fields) == []
    both = a_question("short_text", show_when=shown(when("age", "yes"), when("role", "yes")))
    assert list(a_form(a_question("yes_no", key="role"), both, answers={}).fields) == ["role"]


def test_the_page_says_its_own_conditions_for_scripts() -> None:
    role = a_question("identity", key="role")
    helper = a_question("short_text", key="helper", show_when=shown(when("role", "iqama"), when("age", "yes")))
    form = a_form(role, helper, answers={"age": {"value": True}})
    assert json.loads(form["helper"].show_when) == {
        "any": False,
        "conditions": [{"name": "s-role-kind", "operator": "is", "values": ["iqama"]}],
    }
    assert form["role"].show_when == ""


def test_one_of_several_conditions_met_earlier_needs_no_script() -> None:
    role = a_question("yes_no", key="role")
    helper = a_question(
        "short_text", key="helper", show_when=shown(when("role", "yes"), when("age", "yes"), any_of=True)
    )
    assert a_form(role, helper, answers={"age": {"value": True}})["helper"].show_when == ""
    assert json.loads(a_form(role, helper)["helper"].show_when)["any"] is True


def test_amounts_are_compared_by_scripts_where_a_control_says_them() -> None:
    """Of a date of birth no control says the age, so the page shows the question and the server decides."""
    young = shown(when("age", "18", operator=Operator.LESS_THAN))
    guardian = a_question("short_text", key="guardian", show_when=young)
    counted = a_form(a_question("whole_number", key="age"), guardian)
    assert json.loads(counted["guardian"].show_when)["conditions"] == [
        {"name": "s-age", "operator": "less_than", "values": ["18"]}
    ]
    assert a_form(a_question("birth_date", key="age"), guardian)["guardian"].show_when == ""
    for typed, left in (("17", ["guardian"]), ("18", [])):
        post = {"age": typed, "guardian": ""}
        assert list(a_form(a_question("whole_number", key="age"), guardian, post=post).errors) == left


def test_an_earlier_answer_is_offered_and_told_until_it_is_confirmed() -> None:
    """Req 21."""
    question, earlier = (
        a_question("mobile", prefill_from="mine"),
        {"mine": {"value": "+966512345678", "raw": "٠٥١٢٣٤٥٦٧٨"}},
    )
    offered = a_form(question, answers=earlier)
    told = "You gave this earlier; change it if it differs"
    assert (page(offered).all("input")[0]["value"], offered["q"].is_offered) == ("٠٥١٢٣٤٥٦٧٨", True)
    assert told in offered["q"].as_field_group()
    own = {**earlier, KEY: {"value": "+966500000000", "raw": "0500000000"}}
    assert page(a_form(question, answers=own)).all("input")[0]["value"] == "0500000000"
    for form in (
        a_form(question, answers=own),
        a_form(question, answers={}),
        a_form(question, post={}, answers=earlier),
    ):
        assert told not in form["q"].as_field_group()


@pytest.mark.parametrize("kind", ["consent", "declaration"])
def test_nobody_agrees_by_having_agreed_before(kind: str) -> None:
    """Req 53."""
    question = a_question(kind, hint={"en": "I agree"}, prefill_from="first")
    assert a_form(question, answers={"first": {"value": True, "text_digest": ""}}).offered == {}


def test_answers_fill_the_controls_as_typed() -> None:
    """Req 30, 37."""
    form = a_form(a_question("mobile"), answers={KEY: {"value": "+966512345678", "raw": "٠٥١٢ ٣٤٥ ٦٧٨"}})
    assert page(form).all("input")[0]["value"] == "٠٥١٢ ٣٤٥ ٦٧٨"


def test_what_was_typed_stays_when_it_was_wrong() -> None:
    """Req 37."""
    typed = {"date-day": "31", "date-month": "2", "date-year": "2026", "identity-number": "<5>", "mobile": "12"}
    values = [tag.get("value") for tag in page(a_form(*every_kind(), post=typed)).all("input")]
    assert {"31", "2", "2026", "<5>", "12"} <= set(values)


def test_stored_answers_pass_the_same_form_again() -> None:
    question = a_question("several_choices", required=False)
    step = Step(key="s", title={"en": "S"}, questions=(question,))
    answers = a_form(question, post={KEY: ["water"]})
    assert answers.is_valid()
    again = post_of(step, answers.answers, "s")
    assert again == {"s-q": ["water"]}


def test_a_step_with_one_question_has_it_as_heading() -> None:
    """Req 11."""
    form = a_form(a_question("date", label="Date of birth"))
    html = form.heading_field.render(context={"field": form.heading_field, "heading": True})
    assert '<legend class="field__label">' in html
    assert html.count("<h1") == 1
    assert a_form(a_question("date"), a_question("email", key="e")).heading_field is None


@pytest.mark.parametrize("key", ["language", "step", "drawn", "answers", "data", "fields", "clean"])
def test_a_question_may_be_called_like_anything_else_of_a_form(key: str) -> None:
    form = a_form(a_question("short_text", key=key), post={key: "كرسي"})
    assert (list(form.fields), form.is_valid(), form.answers[key]["value"]) == ([key], True, "كرسي")


def test_no_control_is_required_or_a_number_box() -> None:
    """Req 29, 38."""
    controls = page(a_form(*every_kind())).all("input", "textarea", "select")
    assert [control for control in controls if "required" in control or control.get("type") == "number"] == []
    assert [control for control in controls if "maxlength" in control or "pattern" in control] == []


def test_each_kind_says_its_keyboard_and_direction() -> None:
    """Req 29."""
    tags = {tag["name"]: tag for tag in page(a_form(*every_kind(autocomplete="bday"))).all("input", "textarea")}
    told = {
        name: tuple(tags[f"s-{name}"].get(key) for key in ("type", "inputmode", "autocomplete", "dir", "spellcheck"))
        for name in (
            "short_text",
            "full_name",
            "mobile",
            "email",
            "whole_number",
            "money",
            "date-year",
            "birth_date-year",
            "identity-number",
            "national_address-short",
            "national_address-postcode",
        )
    }
    assert told == {
        "short_text": ("text", None, "bday", "auto", None),
        "full_name": ("text", None, "bday", "auto", "false"),
        "mobile": ("tel", "tel", "bday", "ltr", "false"),
        "email": ("email", None, "bday", "ltr", "false"),
        "whole_number": ("text", "numeric", "off", "ltr", "false"),
        "date-year": ("text", "numeric", "bday-year", "auto", "false"),
        "identity-number": ("text", None, "off", "ltr", "false"),
        "money": ("text", "decimal", "off", "ltr", "false"),
        "birth_date-year": ("text", "numeric", "bday-year", "auto", "false"),
        "national_address-short": ("text", None, "off", "ltr", "false"),
        "national_address-postcode": ("text", "numeric", "postal-code", "ltr", "false"),
    }


def test_every_error_links_to_a_control_and_stands_beside_it() -> None:
    """Req 33, 35."""
    form = a_form(*every_kind(), post={})
    assert [target for target, _text in form.summary_of_errors] == [
        f"id_s-{kind.name}" for kind in registry.kinds().values() if kind.has_answer
    ]
    tags = page(form)
    ids = [attrs["id"] for _name, attrs in tags.found if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {target for target, _text in form.summary_of_errors} <= set(ids)
    described = [attrs["aria-describedby"] or "" for _name, attrs in tags.found if "aria-describedby" in attrs]
    assert {word for text in described for word in text.split()} <= set(ids)
    for kind in registry.kinds().values():
        if kind.has_answer:
            assert any(f"id_s-{kind.name}_error" in text.split() for text in described), kind.name


def test_each_field_with_an_error_has_an_invalid_control_or_group() -> None:
    """Req 35."""
    for question in every_kind(passport_details=True):
        form = a_form(question, post={})
        if form.errors and question.kind not in {"several_choices", "availability", "companions"}:  # no one control is
            assert [attrs for _n, attrs in page(form).found if attrs.get("aria-invalid") == "true"], question.kind


def test_labels_belong_to_controls_and_optional_ones_say_so() -> None:
    """Req 19."""
    tags = page(a_form(*every_kind(required=False, passport_details=True)))
    seen = [attrs for attrs in tags.all("input", "textarea", "select") if attrs.get("type") != "hidden"]
    ids = {attrs.get("id") for attrs in seen}
    labels = [attrs["for"] for attrs in tags.all("label")]
    assert set(labels) == ids
    assert len(labels) == len(ids)
    optional = [attrs for attrs in tags.all("span") if attrs.get("class") == "field__optional"]
    never = {"declaration", "information"}  # the one must be ticked, the other asks nothing
    assert len(optional) == len(registry.kinds().keys() - never)


def test_a_sensitive_question_says_why_without_being_asked() -> None:
    """Req 20."""
    plain = a_question("short_text", purpose={"en": "To write to you"})
    health = a_question("short_text", purpose={"en": "To help you"}, hint={})
    object.__setattr__(health, "sensitivity", Sensitivity.HEALTH)
    assert [("open" in page(a_form(item)).all("details")[0]) for item in (plain, health)] == [False, True]


def test_made_up_answers_pass_the_form() -> None:
    """Every kind that a browser can send again; the check before sending finds them unchanged."""
    asked = [item for item in every_kind() if item.kind not in {"date", "information"}]
    step = Step(key="s", title={"ar": "خطوة"}, questions=tuple(asked))
    flow = Flow(key="f", track=Track.ASSISTANCE, title={"ar": "نموذج"}, steps=(step,))
    for seed in range(5):
        given = answers(flow, Random(seed))  # noqa: S311 - made-up data
        assert list(given) == [item.key for item in asked]
        form = step_form_class(step, "en")(post_of(step, given, "s"), {}, prefix="s", answers=given)
        assert (form.errors, form.answers) == ({}, given)


def test_registry_has_every_kind_by_its_name() -> None:
    assert [registry.kind(name).name for name in registry.kinds()] == list(registry.kinds())
    with pytest.raises(LookupError):
        registry.kind("captcha")
