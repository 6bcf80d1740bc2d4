"""Mistakes in the structure of a form, each at the block where an editor can mend it (req 87)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from forms_flow.definition import SERVICE_QUESTION
from forms_flow.enums import Operator
from forms_flow.fields import registry
from forms_flow.fields.availability import TIMES
from forms_flow.fields.consent import TICKED
from forms_flow.fields.country import codes
from forms_flow.fields.places import PLACES
from forms_flow.pages.blocks.keys import split_keys
from forms_flow.pages.routes import never_asked
from forms_flow.pages.texts import entries

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

Path = tuple[int | str, ...]

#: Words that follow a draft in its address, so that no step may be called so.
RESERVED = frozenset({"check", "done", "file", "save"})
CHOICE_KINDS = frozenset({"single_choice", "several_choices"})
FEWEST_CHOICES = 2
#: Kinds whose possible answers are lists of their own. A consent is compared with yes alone, since an unticked box
#: sends nothing that a script could compare; of an address a condition can only ask whether it is given.
FIXED_ANSWERS: Mapping[str, Callable[[], Iterable[str]]] = {
    "country": codes,
    "region_place": lambda: PLACES,
    "availability": lambda: TIMES,
    "national_address": tuple,
    "consent": lambda: (TICKED,),
}


class Problem(NamedTuple):
    """A mistake: where it is in the stream, by positions and names in turn, and what to do."""

    path: Path
    message: str | Promise


def problems(stream: "StreamValue") -> list[Problem]:
    """Return every mistake, in the order of the form."""
    found = [*_steps(stream)]
    # Routes make sense only once keys and conditions do.
    return found or [Problem(path, _("No answers lead here. Check the conditions.")) for path in never_asked(stream)]


def refuse(stream: "StreamValue") -> None:
    """Raise one error that holds every mistake at its own block; nothing when there is none."""
    found = problems(stream)
    if found:
        raise _error(found)


def _error(found: Iterable[Problem]) -> ValidationError:
    branches: dict[int | str, list[Problem]] = {}
    for path, message in found:
        if not path:
            return ValidationError(message)
        branches.setdefault(path[0], []).append(Problem(path[1:], message))
    errors = {name: _error(below) for name, below in branches.items()}
    nested = StreamBlockValidationError if all(isinstance(name, int) for name in errors) else StructBlockValidationError
    return nested(block_errors=errors)


def _steps(stream: "StreamValue") -> Iterator[Problem]:
    keys: set[str] = set()
    earlier: dict[str, Mapping[str, Any]] = {}
    for position, _name, step in entries(stream, "step"):
        here: Path = (position,)
        yield from _key((*here, "key"), step.get("key"), keys, _("Another step has this key."))
        if step.get("key") in RESERVED:
            yield Problem((*here, "key"), _("The site uses this word in its own addresses. Choose another key."))
        yield from _conditions(here, step, earlier)
        questions = list(entries(step.get("questions")))
        if not questions and not (step.get("body") or "").strip():
            yield Problem((*here, "questions"), _("This step is empty. Add a question or a text."))
        for index, name, question in questions:
            if name == "question":
                yield from _question((*here, "questions", index), question, earlier)


def _question(here: Path, question: Mapping[str, Any], earlier: dict[str, Mapping[str, Any]]) -> Iterator[Problem]:
    key, kind = question.get("key"), question.get("kind") or ""
    yield from _key((*here, "key"), key, {*earlier}, _("Another question has this key."))
    yield from _conditions(here, question, earlier)
    if kind not in registry.kinds():
        yield Problem((*here, "kind"), _("Choose a kind of question."))
    elif registry.kind(kind).has_answer and not (question.get("purpose") or "").strip():
        yield Problem((*here, "purpose"), _("Say why this is asked."))
    if kind == "consent" and not (question.get("hint") or "").strip():
        yield Problem((*here, "hint"), _("Write here the text that people agree to."))
    if kind in CHOICE_KINDS and key != SERVICE_QUESTION:
        yield from _choices((*here, "choices"), question)
    if key:
        earlier.setdefault(key, question)


def _choices(here: Path, question: Mapping[str, Any]) -> Iterator[Problem]:
    keys: set[str] = set()
    choices = list(entries(question.get("choices")))
    for position, _name, choice in choices:
        yield from _key((*here, position, "key"), choice.get("key"), keys, _("Another choice has this key."))
    if len(choices) < FEWEST_CHOICES:
        yield Problem((*here[:-1], "kind"), _("A choice question needs at least two choices."))


def _key(path: Path, key: str | None, seen: set[str], taken: Promise | str) -> Iterator[Problem]:
    if not key:
        yield Problem(path, _("Give it a key."))
    elif key in seen:
        yield Problem(path, taken)
    else:
        seen.add(key)


def _conditions(here: Path, block: Mapping[str, Any], earlier: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    for position, _name, condition in entries(block.get("conditions")):
        path = (*here, "conditions", position)
        asked = earlier.get(condition.get("question") or "")
        if asked is None:
            yield Problem((*path, "question"), _("No earlier question has this key."))
        elif message := _answers_problem(condition, asked):
            yield Problem((*path, "answers"), message)


def _answers_problem(condition: Mapping[str, Any], asked: Mapping[str, Any]) -> str | Promise:
    answers, possible = split_keys(condition.get("answers")), possible_answers(asked)
    if condition.get("operator") == Operator.ANSWERED:
        return _("A consent is always answered. Compare it with yes.") if asked.get("kind") == "consent" else ""
    if not answers:
        return _("Say which answers count.")
    if possible is not None and not possible.issuperset(answers):
        return _("The earlier question does not offer this answer.")
    return ""


def possible_answers(question: Mapping[str, Any]) -> set[str] | None:
    """Return what the question can be answered with; None when that is open."""
    kind, options = question.get("kind") or "", question.get("options") or {}
    if kind == "yes_no":
        return {"yes", "no", "unsure"} if options.get("unsure") else {"yes", "no"}
    if kind in FIXED_ANSWERS:
        return set(FIXED_ANSWERS[kind]())
    if kind in CHOICE_KINDS and question.get("key") != SERVICE_QUESTION:
        return {choice.get("key") or "" for _position, _name, choice in entries(question.get("choices"))}
    return None
