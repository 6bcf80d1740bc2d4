"""The upload question: what stays, what goes, and what is said."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from forms_flow.fields import registry
from forms_flow.fields.forms import StepForm
from forms_flow.fields.upload_control import Stored
from tests.forms_flow.fields.asking import KEY, a_form, a_question

pytestmark = pytest.mark.unit

STORED = {KEY: [Stored("one", "هوية.jpg"), Stored("two", "b.pdf")]}


def a_post(*names: str, post: dict[str, Any] | None = None, **kwargs: Any) -> StepForm:
    files = MultiValueDict({"s-q": [SimpleUploadedFile(name, b"x") for name in names]})
    question = a_question("upload", label="ID photo", **kwargs.pop("question", {}))
    return a_form(question, post=post or {}, files=files, **kwargs)


def refuse_bad(file: Any) -> str:
    if file.name == "bad":
        raise ValidationError("the file is empty; choose another", code="empty")
    return f"looked at {file.name}"


def test_several_files_make_one_document() -> None:
    """Req 50."""
    form = a_post("a", "b", inspect=refuse_bad)
    assert form.is_valid()
    assert form.accepted(KEY) == (["looked at a", "looked at b"], [], [], False)
    assert form.answers == {KEY: {"files": [], "later": False}}


def test_nothing_chosen_is_told_the_way_out() -> None:
    """Req 44, 49."""
    assert a_post().errors == {KEY: ["Choose the file of ID photo, or tick “I will send it later”"]}
    assert a_post(question={"later": False}).errors == {KEY: ["Choose the file of ID photo"]}


def test_a_document_may_come_later() -> None:
    """Req 49."""
    form = a_post(post={"q-later": "on"})
    assert form.is_valid()
    assert form.answers == {KEY: {"files": [], "later": True}}


def test_stored_files_count_and_stay_unless_removed() -> None:
    """Req 46."""
    form = a_post(stored=STORED, post={"q-remove": ["one", "foreign"]})
    assert form.is_valid()
    assert form.accepted(KEY) == ([], ["two"], ["one"], False)
    assert form.answers == {KEY: {"files": ["two"], "later": False}}


def test_removing_all_of_a_document_that_is_needed_asks_again() -> None:
    form = a_post(stored=STORED, post={"q-remove": ["one", "two"]})
    assert form.errors == {KEY: ["Choose the file of ID photo, or tick “I will send it later”"]}


def test_good_files_survive_a_bad_one() -> None:
    """Req 46."""
    form = a_post("a", "bad", inspect=refuse_bad)
    assert form.errors == {KEY: ["ID photo: the file is empty; choose another"]}
    assert form.accepted(KEY) == (["looked at a"], [], [], False)


def test_too_many_files_are_counted_with_those_that_stay() -> None:
    """Req 44."""
    form = a_post("a", "b", "c", stored=STORED, question={"max_files": 4}, inspect=refuse_bad)
    assert form.errors == {KEY: ["ID photo: send at most 4 files"]}
    assert form.accepted(KEY).files == ["looked at a", "looked at b"]


def test_the_summary_counts_files_or_says_later() -> None:
    kind, question = registry.kind("upload"), a_question("upload")
    assert kind.summary(question, {"files": ["1", "2"], "later": False}, "en") == ["2 files"]
    assert kind.summary(question, {"files": [], "later": True}, "en") == ["To be sent later"]
    assert kind.summary(question, None, "en") == []
