"""A repeating group: its field, its words, what it is found by."""

import pytest

from forms_flow.conditions import Condition, ShowWhen, plain_values
from forms_flow.definition import Flow, Question, Step
from forms_flow.enums import MatchKind, Operator, Sensitivity, Track
from forms_flow.fields import registry
from forms_flow.fields.companions_field import Listing, Row
from forms_flow.fields.forms import Beside, StepForm
from tests.forms_flow import factories
from tests.forms_flow.factories import text
from tests.forms_flow.fields.asking import a_form

pytestmark = pytest.mark.unit

FIRST, SECOND = factories.national_id(), factories.national_id(100000002)
NAMES = ("هدى الحربي", "سالم الحربي")
IS_CHILD = ShowWhen(conditions=(Condition(question="is_child", operator=Operator.IS, values=("yes",)),))


def a_group(*, sensitivity: Sensitivity = Sensitivity.ORDINARY, **options: int) -> Question:
    """Return a group that asks name, identity and, of children, a school."""
    parts = (
        Question(key="name", kind="full_name", label=text("الاسم", "Name")),
        Question(key="identity", kind="identity", label=text("الهوية", "Identity"), sensitivity=Sensitivity.IDENTITY),
        Question(key="is_child", kind="yes_no", label=text("هل هو طفل؟", "Is it a child?")),
        Question(key="school", kind="short_text", label=text("المدرسة", "School"), show_when=IS_CHILD),
    )
    label = text("المرافقون", "Companions")
    return Question(
        key="q", kind="companions", label=label, parts=parts, options=options, required=False, sensitivity=sensitivity
    )


def an_entry(name: str = NAMES[0], number: str = FIRST) -> dict[str, object]:
    """Return the answers about one companion."""
    identity = {"kind": "national_id", "number": number, "raw": {"kind": "national_id", "number": number}}
    return {"name": {"value": name, "raw": name}, "identity": identity, "is_child": {"value": False}}


def looked_at(group: Question, *entries: dict[str, object], rows: tuple[Row, ...] = ()) -> StepForm:
    """Return the form of the step's page with these entries stored."""
    beside = Beside(listings={"q": Listing(rows, "/add/")})
    form = a_form(group, post={}, answers={"q": {"value": list(entries)}}, beside=beside)
    form.is_valid()
    return form


def test_stored_entries_are_the_answer_of_the_step() -> None:
    """Req 23."""
    entries = [an_entry(), an_entry(NAMES[1], SECOND)]
    form = looked_at(a_group(), *entries)
    assert (form.errors, form.answers) == ({}, {"q": {"value": entries}})
    assert looked_at(a_group()).answers == {"q": {"value": []}}
    assert plain_values({"value": []}) == set()


@pytest.mark.parametrize(
    ("options", "count", "expected"),
    [
        ({"min": 2}, 1, "Companions: add at least 2 companions"),
        ({"min": 1}, 0, "Companions: add at least 1 companion"),
        ({"max": 1}, 2, "Companions: at most 1 companion; remove the others"),
        ({"min": 1, "max": 2}, 2, ""),
        ({}, 11, "Companions: at most 10 companions; remove the others"),
    ],
)
def test_a_group_has_its_limits(options: dict[str, int], count: int, expected: str) -> None:
    entries = [an_entry(number=factories.national_id(100000001 + index)) for index in range(count)]
    told = list(looked_at(a_group(**options), *entries).errors.get("q", []))
    assert told == ([expected] if expected else [])


def test_two_companions_cannot_have_one_document() -> None:
    form = looked_at(a_group(), an_entry(), an_entry(NAMES[1]))
    expected = "Companion 1: Identity: you gave this for Companion 2 too; write another one"
    assert form.summary_of_errors == [("id_s-q-1", expected)]


def test_an_entry_that_was_right_once_is_looked_at_again() -> None:
    """What the form asks since then is asked for by the number of the entry."""
    unfinished = {"name": an_entry()["name"]}
    form = looked_at(a_group(), an_entry(), unfinished)
    assert form.summary_of_errors == [("id_s-q-2", "Companion 2: Identity: choose the kind of document")]


def test_an_entry_that_is_not_saved_yet_holds_the_step() -> None:
    rows = (Row("Companion 1", "", "/1/", "/1/remove/", is_open=True),)
    form = looked_at(a_group(), rows=rows)
    assert form.summary_of_errors == [("id_s-q-1", "Companion 1 is not saved yet: finish it, or remove it")]


def test_only_what_an_entry_is_asked_for_counts() -> None:
    """Req 16."""
    step = Step(key="s", title=text("خ", "S"), questions=(a_group(),))
    flow = Flow(key="f", track=Track.ASSISTANCE, title=text("ن", "F"), steps=(step,))
    school = {"school": {"value": "1", "raw": "1"}}
    child = {**an_entry(), "is_child": {"value": True}, **school}
    found = flow.settled({"q": {"value": [{**an_entry(), **school}, child]}})
    assert found == {"q": {"value": [an_entry(), child]}}
    assert Flow.from_json(flow.to_json()) == flow


def test_a_group_reads_as_numbered_people_with_labels() -> None:
    """Req 52."""
    kind, group = registry.kind("companions"), a_group()
    answer = {"value": [an_entry()]}
    assert kind.summary(group, answer, "en") == [
        "Companion 1",
        f"Name: {NAMES[0]}",
        f"Identity: National ID, {FIRST}",
        "Is it a child? No",
    ]
    assert kind.summary(group, {"value": []}, "en") == ["None"]
    assert kind.summary(group, None, "en") == []


def test_what_is_sensitive_in_an_entry_is_masked() -> None:
    kind, answer = registry.kind("companions"), {"value": [an_entry()]}
    hidden = f"Identity: National ID, ******{FIRST[-4:]}"
    assert kind.masked(a_group(), answer, "en") == ["Companion 1", f"Name: {NAMES[0]}", hidden, "Is it a child? No"]
    assert kind.masked(a_group(sensitivity=Sensitivity.HEALTH), answer, "en") == [
        "Companion 1",
        "Name: هدى ******",
        hidden,
        "Is it a child? ******",
    ]


def test_an_application_is_found_by_its_companions() -> None:
    kind = registry.kind("companions")
    assert kind.tokens(a_group(), {"value": [an_entry()]}) == [
        (MatchKind.NAME, "هدي"),
        (MatchKind.NAME, "الحربي"),
        (MatchKind.IDENTITY, FIRST),
    ]


def test_the_list_names_each_entry_in_its_links_and_says_when_it_is_full() -> None:
    """Req 23, 94."""
    rows = (Row("Companion 1", "Huda", "/1/", "/1/remove/"),)
    html = str(looked_at(a_group(max=1), an_entry(), rows=rows)["q"])
    assert html.count("Companion 1 Huda</span>") == 2
    assert "the most that can be added here" in html
    assert "/add/" not in html
    assert "/add/" in str(looked_at(a_group(max=2), an_entry(), rows=rows)["q"])
