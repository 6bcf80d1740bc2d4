"""Files that are no form of this site are refused in words, and nothing is stored."""

import json
from typing import Any

import pytest
from django.utils.translation import override

from forms_flow.pages.portable.check import problems
from forms_flow.pages.portable.parts import FORMAT_VERSION, steps_block, text_fields, value_fields
from forms_flow.pages.portable.read import MAX_BYTES, SCHEMA, FormFileError, read
from tests.forms_flow.pages.portable.makers import block, condition, document, question, step, text

pytestmark = pytest.mark.unit
GOOD = document(step("one", question("a")))


def sentences(content: Any, language: str = "en") -> list[str]:
    """Return what the person is told about a file; nothing when it is good."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    with override(language):
        try:
            read(data)
        except FormFileError as error:
            return [str(part) for part in error.args]
    return []


def test_a_form_is_read() -> None:
    assert read(json.dumps(GOOD).encode()) == GOOD


def test_a_mark_at_the_beginning_of_the_file_does_no_harm() -> None:
    assert sentences(b"\xef\xbb\xbf" + json.dumps(GOOD).encode()) == []


def test_a_file_may_name_its_schema() -> None:
    assert sentences({"$schema": "schema.json", **GOOD}) == []


@pytest.mark.parametrize(
    "data",
    [
        b"no json",
        b"\xff\xfe",
        b'{"format": NaN}',
        b"[" * 100_000,
        b'{"format": "form", "x": "\\u0000"}',
        b'{"format": "form", "x": "\\ud800"}',
        b"1" * 6000,
    ],
)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    assert sentences(data) == ["The file cannot be read as JSON. Choose it as it was exported, without changes."]


def test_words_that_only_look_like_the_character_zero_are_taken() -> None:
    assert sentences(document(title=text("ا \\u0000"))) == []


@pytest.mark.parametrize("content", [[], "form", 1, None, {}, {"format": "policy"}])
def test_other_json_is_refused(content: Any) -> None:
    assert sentences(content) == ["This file holds no form. Choose a file that was exported from a form."]


def test_a_file_of_a_newer_site_is_refused() -> None:
    assert sentences({**GOOD, "format_version": 2}) == [
        "This file comes from a newer site (format 2). This site reads up to format 1."
    ]
    assert FORMAT_VERSION == 1


@pytest.mark.parametrize(("size", "words"), [(0, "empty"), (MAX_BYTES + 1, "2 MB")])
def test_empty_and_huge_files_are_refused(size: int, words: str) -> None:
    assert [words in sentence for sentence in sentences(b" " * size)] == [True]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": {}}, "Title: “Arabic” is missing."),
        ({"title": {"en": "A form"}}, "Title: “Arabic” is missing."),
        ({"title": text("ن" * 256)}, "Title › Arabic: The text is longer than 255 characters."),
        ({"intro": {"en": "x"}}, "Introduction: The Arabic text is missing."),
        ({"intro": "x"}, "Introduction: This is not of the kind that belongs here: a group of named values."),
        ({"minutes": "ten"}, "Minutes it takes: This is not of the kind that belongs here: a whole number."),
        ({"minutes": 500}, "Minutes it takes: “500” does not fit here."),
        ({"opens_on": "soon"}, "First day: “soon” does not fit here."),
        ({"owner": 1}, "This site knows no “owner” here."),
        ({"track": "theft"}, "Kind of form: This site does not know “theft”."),
    ],
)
def test_a_mistake_in_a_field_is_named_as_the_editor_knows_it(fields: dict[str, Any], expected: str) -> None:
    assert expected in sentences(document(**fields))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (block("chapter"), "entry 1: This site has no block “chapter” here."),
        (block("step", key="A step"), "Step 1 › Key: Use small Latin letters and digits, and begin with a letter."),
        (block("step", colour="red"), "Step 1: This site knows no “colour” here."),
        (block("step", key=["a"]), "Step 1 › Key: Use small Latin letters and digits, and begin with a letter."),
        (
            block("step", title="x"),
            "Step 1 › Title: A text is given for each language: the code of the language, then the words.",
        ),
        (block("step", title={"en": "x"}), "Step 1 › Title: The Arabic text is missing."),
        (block("step", title=text("ن" * 121)), "Step 1 › Title: The text is longer than 120 characters."),
        (block("step", questions={}), "Step 1 › Questions: A list belongs here."),
        (
            block("step", questions=[3]),
            "Step 1 › Questions › entry 1: Every block has a type and a value, and nothing else.",
        ),
        ({"type": "step", "value": 3}, "Step 1: The parts of this block belong here, each with its name."),
        (
            step("a", question("b", kind="telepathy")),
            "Step 1 › Questions › Question 1 › Kind: This site does not know “telepathy”.",
        ),
        (
            step("a", question("b", options={"max_files": "many"})),
            "Step 1 › Questions › Question 1 › More › Document: most files: Enter a whole number.",
        ),
        (
            step("a", question("b", required="perhaps")),
            "Step 1 › Questions › Question 1 › Must be answered: “perhaps” does not fit here.",
        ),
        (
            step("a", conditions=[condition("b", answers="?")]),
            "Step 1 › Ask only when › Condition 1 › Answers that count: Write the keys with commas between them.",
        ),
    ],
)
def test_a_mistake_in_a_block_is_named_by_its_place(found: dict[str, Any], expected: str) -> None:
    with override("en"):
        assert [str(problem) for problem in problems([found])] == [expected]
    assert sentences(document(found)) == [expected]


def test_places_are_named_in_the_language_of_the_admin() -> None:
    assert sentences(document(block("step", title={"en": "x"})), "ar") == ["الخطوة 1 › العنوان: النص العربي ناقص."]


def test_no_more_is_said_than_helps() -> None:
    assert len(sentences(document(*[block("chapter")] * 40))) == 10


def test_a_long_foreign_value_is_cut() -> None:
    assert len(sentences(document(block("x" * 5000)))[0]) < 150


def test_the_schema_names_every_field_of_a_form_page() -> None:
    """Whoever adds a field to the page adds it to the format as well."""
    fields = json.loads(SCHEMA.read_text())["$defs"]["fields"]["properties"]
    assert {*fields} == {*text_fields(), *value_fields()}


def test_no_block_of_a_form_holds_rich_text() -> None:
    """Its translation is kept in pieces, which the format does not know."""
    seen: list[str] = []

    def walk(found: Any) -> None:
        seen.append(type(found).__name__)
        for child in getattr(found, "child_blocks", {}).values():
            walk(child)

    walk(steps_block())
    assert "RichTextBlock" not in seen
    assert "ChoiceBlock" in seen
