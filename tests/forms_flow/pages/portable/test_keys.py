"""Steps made ready for another form."""

from typing import Any

import pytest

from forms_flow.pages.portable.keys import Fitted, fitted
from tests.forms_flow.pages.portable.makers import block, condition, question, step

pytestmark = pytest.mark.unit


def whole(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the steps as an export has them, with everything said that the tests look at."""
    for one in steps:
        one["value"].setdefault("conditions", [])
        for asked in one["value"]["questions"]:
            asked["value"].setdefault("conditions", [])
    return steps


def fit(*steps: dict[str, Any], here: list[dict[str, Any]] | None = None) -> Fitted:
    return fitted(whole([*steps]), whole(here or []))


def keys(found: Fitted) -> list[tuple[str, list[str]]]:
    return [
        (one["value"]["key"], [asked["value"].get("key", "") for asked in one["value"]["questions"]])
        for one in found.steps
    ]


def looks_at(one: dict[str, Any]) -> list[str]:
    return [condition["value"]["question"] for condition in one["value"]["conditions"]]


def test_keys_that_are_free_stay() -> None:
    found = fit(step("contact", question("mobile")), here=[step("name", question("full_name"))])
    assert (keys(found), found.notes) == ([("contact", ["mobile"])], [])


def test_a_key_that_is_taken_gets_the_next_number() -> None:
    here = [step("contact", question("mobile")), step("contact-2", question("mobile_2"))]
    assert keys(fit(step("contact", question("mobile")), here=here)) == [("contact-3", ["mobile_3"])]


def test_the_longest_key_stays_long_enough_for_its_number() -> None:
    longest = "a" * 40
    found = fit(step(longest, question(longest)), here=[step(longest, question(longest))])
    assert keys(found) == [("a" * 38 + "-2", ["a" * 38 + "_2"])]


def test_conditions_follow_a_question_whose_key_was_changed() -> None:
    asked = step("person", question("unwell"))
    follows = step("more", question("how", conditions=[condition("unwell")]), conditions=[condition("unwell")])
    found = fit(asked, follows, here=[step("health", question("unwell"))])
    assert looks_at(found.steps[1]) == ["unwell_2"]
    assert looks_at(found.steps[1]["value"]["questions"][0]) == ["unwell_2"]
    assert found.notes == []


def test_a_condition_on_a_question_that_stands_only_here_stays() -> None:
    found = fit(step("more", question("how"), conditions=[condition("unwell")]), here=[step("x", question("unwell"))])
    assert (looks_at(found.steps[0]), found.notes) == (["unwell"], [])


def test_a_condition_on_a_question_that_stays_behind_goes_and_is_named() -> None:
    found = fit(step("more", question("how"), conditions=[condition("unwell")]))
    assert looks_at(found.steps[0]) == []
    assert [("خطوة more" in note, "unwell" in note) for note in found.notes] == [(True, True)]


def test_options_that_name_questions_follow_and_go_likewise() -> None:
    options = {"prefill_from": "mobile", "differs_from": "mobile, gone", "max": 3}
    found = fit(step("a", question("mobile"), question("other", options=options)), here=[step("b", question("mobile"))])
    assert found.steps[0]["value"]["questions"][1]["value"]["options"] == {
        "prefill_from": "mobile_2",
        "differs_from": "mobile_2",
        "max": 3,
    }
    assert [("other" in note, "gone" in note) for note in found.notes] == [(True, True)]


def test_what_a_form_has_once_is_not_added_again() -> None:
    """The question for the service, and the documents of the service, which follow from it."""
    here = [step("service", question("service")), step("papers", block("service_documents"))]
    mine = [
        step("choose", question("service")),
        step("docs", block("service_documents"), question("note", conditions=[condition("service", "relief")])),
    ]
    found = fit(*mine, here=here)
    assert keys(found) == [("docs", ["note"])]
    assert looks_at(found.steps[0]["value"]["questions"][0]) == ["service"]
    assert len(found.notes) == 2


def test_questions_about_companions_keep_their_own_keys() -> None:
    parts = [question("name"), question("age", conditions=[condition("name"), condition("trip"), condition("gone")])]
    group = block("companions", key="companions", label={"ar": "المرافقون"}, parts=parts)
    here = [step("person", question("name"), question("companions"), question("trip"))]
    found = fit(step("who", question("trip")), step("with", group), here=here)
    added = found.steps[1]["value"]["questions"][0]
    assert added["value"]["key"] == "companions_2"
    assert [part["value"]["key"] for part in added["value"]["parts"]] == ["name", "age"]
    assert looks_at(added["value"]["parts"][1]) == ["name", "trip_2"]
    assert len(found.notes) == 1


def test_the_original_is_left_as_it_is() -> None:
    original = whole([step("contact", question("mobile"), conditions=[condition("gone")])])
    before = str(original)
    fitted(original, whole([step("contact", question("mobile"))]))
    assert str(original) == before


def test_exits_and_questions_do_not_disturb_each_other() -> None:
    exit_page = block("exit", key="under_age", title={"ar": "عذر"}, conditions=[condition("age")])
    here = [step("x", question("under_age"), block("exit", key="late", title={}))]
    found = fit(step("age", question("age"), exit_page), here=here)
    assert keys(found) == [("age", ["age", "under_age"])]
