"""Forms as files hold them: one written by hand, and any that the editor's blocks allow."""

import string
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from wagtail import blocks

from forms_flow.enums import Track
from forms_flow.pages.blocks.keys import DayBlock
from forms_flow.pages.portable.parts import is_text, steps_block

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإئةى ،؟ـ0123456789\n<&>'\"[%]."
ENGLISH = string.ascii_letters + string.digits + " \n<&>'\"[%]."
KEYS = st.sampled_from(["", "a", "b", "c2"])


def block(name: str, /, **values: Any) -> dict[str, Any]:
    """Return one block of a file."""
    return {"type": name, "value": values}


def text(arabic: str, english: str = "") -> dict[str, str]:
    """Return a text of a file."""
    return {"ar": arabic, **({"en": english} if english else {})}


def question(key: str, **values: Any) -> dict[str, Any]:
    """Return a question of a file, with only what is said."""
    named = {"key": key, "kind": "short_text", "label": text(f"سؤال {key}", f"Question {key}"), **values}
    return {"type": "question", "value": named}


def condition(key: str, answers: str = "yes") -> dict[str, Any]:
    """Return a condition of a file."""
    return block("condition", question=key, operator="is", answers=answers)


def step(key: str, *questions: dict[str, Any], **values: Any) -> dict[str, Any]:
    """Return a step of a file."""
    return block("step", key=key, title=text(f"خطوة {key}", f"Step {key}"), questions=[*questions], **values)


def document(*steps: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return a file."""
    title = {"title": text("نموذج", "A form")}
    return {"format": "form", "format_version": 1, "fields": {**title, **fields}, "steps": [*steps]}


def words(alphabet: str, size: int = 24) -> SearchStrategy[str]:
    """Return texts that say something."""
    return st.text(alphabet, min_size=1, max_size=size).filter(str.strip)


def texts(*, needed: bool = False) -> SearchStrategy[dict[str, str]]:
    """Return texts in no language, in Arabic, and in both."""
    arabic = words(ARABIC).map(lambda found: f"ع{found}")
    said = st.builds(text, arabic) | st.builds(text, arabic, words(ENGLISH))
    return said if needed else st.just({}) | said


def any_block(definition: Any) -> SearchStrategy[Any]:
    """Return values of a block as its definition allows them."""
    match definition:
        case blocks.StreamBlock():
            children = definition.child_blocks.items()
            named = [st.fixed_dictionaries({"type": st.just(name), "value": any_block(one)}) for name, one in children]
            return st.lists(st.one_of(named), max_size=2)
        case blocks.StructBlock():
            parts = definition.child_blocks.items()
            return st.fixed_dictionaries({name: any_block(child) for name, child in parts})
        case blocks.ChoiceBlock():
            return st.sampled_from(sorted(str(key) for key, _label in definition.field.choices if key))
    return any_value(definition)


def any_value(definition: Any) -> SearchStrategy[Any]:
    """Return values of a block that has no others inside."""
    if is_text(definition):
        return texts()
    numbers = getattr(definition.field, "min_value", None), getattr(definition.field, "max_value", None)
    found = {
        DayBlock: st.sampled_from(["", "1448-12-15", "2027-5-21"]),
        blocks.RegexBlock: KEYS,
        blocks.IntegerBlock: st.none() | st.integers(*numbers),
        blocks.BooleanBlock: st.booleans(),
    }
    return next(values for kind, values in found.items() if isinstance(definition, kind))


def any_fields() -> SearchStrategy[dict[str, Any]]:
    """Return the fields of a page."""
    days = st.none() | st.dates().map(str)
    return st.fixed_dictionaries(
        {
            "title": texts(needed=True),
            **dict.fromkeys(
                ["seo_title", "search_description", "intro", "privacy_text", "declaration_text", "next_steps_text"],
                texts(),
            ),
            "slug": st.sampled_from(["form", "a-form"]),
            "track": st.sampled_from([track.value for track in Track]),
            "services": st.lists(st.sampled_from(["wheelchair", "relief"]), unique=True),
            "minutes": st.integers(1, 120),
            "retention_months": st.integers(1, 120),
            **dict.fromkeys(["show_in_menus", "two_people", "one_open"], st.booleans()),
            "department_key": st.just(""),
            "opens_on": days,
            "closes_on": days,
            "capacity": st.none() | st.integers(0, 2**31 - 1),
        }
    )


def any_document() -> SearchStrategy[dict[str, Any]]:
    """Return whole files, with whatever an editor might leave half done."""
    return st.fixed_dictionaries(
        {
            "format": st.just("form"),
            "format_version": st.just(1),
            "fields": any_fields(),
            "steps": any_block(steps_block()),
        }
    )
