"""A form as plain data: Flow > Step > Question.

An editor's page compiles to a :class:`Flow`; a :class:`Flow` is stored as JSON in a numbered, immutable version; the
journey, the inbox and the letters read only that. Nothing here knows a request, a model or a widget.

Texts are mappings from language code to string, so that one version serves every language.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

from forms_flow.enums import Operator, Sensitivity, Track

Text = Mapping[str, str]
#: Stored answers of a form: question key -> JSON value as its kind's ``to_answer`` made it.
Answers = Mapping[str, Any]

SOURCE_LANGUAGE = "ar"

#: The question that asks which service it is about. A journey that begins at a service has it answered already, and
#: what is answered here, then or later, is the service of the application.
SERVICE_QUESTION = "service"


def say(text: Text, language: str) -> str:
    """Return the text in `language`, else in Arabic, the source; an empty string when there is none."""
    return text.get(language) or text.get(SOURCE_LANGUAGE) or next(iter(text.values()), "")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One option of a choice question."""

    key: str
    label: Text
    hint: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Condition:
    """A comparison of one earlier answer with a value."""

    question: str
    operator: Operator
    values: tuple[str, ...] = ()

    def holds(self, answers: Answers) -> bool:
        """Tell whether the answers meet the condition; an answer that is not there meets only ``is_not``."""
        given = plain_values(answers.get(self.question))
        match self.operator:
            case Operator.ANSWERED:
                return bool(given)
            case Operator.IS_NOT:
                return not given & set(self.values)
            case Operator.IS | Operator.ONE_OF:
                return bool(given & set(self.values))


@dataclass(frozen=True, kw_only=True)
class ShowWhen:
    """When a step or question is asked: all or any of some conditions; without conditions, always."""

    any_of: bool = False
    conditions: tuple[Condition, ...] = ()

    def holds(self, answers: Answers) -> bool:
        """Tell whether the answers so far call for the step or question."""
        if not self.conditions:
            return True
        results = [condition.holds(answers) for condition in self.conditions]
        return any(results) if self.any_of else all(results)


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question. `options` holds what only its kind understands, for example ``{"max_length": 1000}``."""

    key: str
    kind: str
    label: Text
    hint: Text = field(default_factory=dict)
    purpose: Text = field(default_factory=dict)
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    required: bool = True
    choices: tuple[Choice, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    show_when: ShowWhen = field(default_factory=ShowWhen)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One page of the journey."""

    key: str
    title: Text
    body: Text = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    show_when: ShowWhen = field(default_factory=ShowWhen)

    def asked(self, answers: Answers) -> list[Question]:
        """Return the questions of this step that the answers call for."""
        return [question for question in self.questions if question.show_when.holds(answers)]


@dataclass(frozen=True, kw_only=True)
class Flow:
    """A whole form. `key` is the page's translation key, so all languages share journeys and versions."""

    key: str
    track: Track
    title: Text
    steps: tuple[Step, ...]
    services: tuple[str, ...] = ()
    minutes: int = 10
    privacy: Text = field(default_factory=dict)
    declaration: Text = field(default_factory=dict)
    next_steps: Text = field(default_factory=dict)
    two_people: bool = True
    retention_months: int = 12

    def route(self, answers: Answers) -> list[Step]:
        """Return the steps that the answers call for, in order; a step left with no question is passed over."""
        steps = [step for step in self.steps if step.show_when.holds(answers)]
        return [step for step in steps if not step.questions or step.asked(answers)]

    def asked(self, answers: Answers) -> Iterator[Question]:
        """Yield every question on the route."""
        for step in self.route(answers):
            yield from step.asked(answers)

    def settled(self, answers: Answers) -> dict[str, Any]:
        """Return only the answers that the route asks for.

        Conditions look only at earlier questions, so one walk in order settles everything: what stands behind a branch
        no longer taken is neither kept nor seen by what comes after it. Dropping all of them at once would also drop
        an answer that is asked for again as soon as the one it hung on is gone.
        """
        kept: dict[str, Any] = {}
        for step in self.steps:
            if not step.show_when.holds(kept):
                continue
            for question in step.questions:
                if question.key in answers and question.show_when.holds(kept):
                    kept[question.key] = answers[question.key]
        return kept

    def service_asked_for(self, answers: Answers) -> str:
        """Return the service that the answers name; an empty string where the form does not ask."""
        named = plain_values(answers.get(SERVICE_QUESTION)) & set(self.services)
        return next(iter(named), "")

    def question(self, key: str) -> Question | None:
        """Return the question with that key, on the route or not."""
        return next((question for step in self.steps for question in step.questions if question.key == key), None)

    def step(self, key: str) -> Step | None:
        """Return the step with that key."""
        return next((step for step in self.steps if step.key == key), None)

    def to_json(self) -> dict[str, Any]:
        """Return the form as JSON data that :meth:`from_json` reads back unchanged."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Build the form from stored JSON. Unknown names are ignored, so that newer versions stay readable."""
        known = _known(cls, data)
        known["track"] = Track(known["track"])
        known["steps"] = tuple(_step(step) for step in known["steps"])
        known["services"] = tuple(known.get("services", ()))
        return cls(**known)

    def digest(self) -> str:
        """Return the SHA-256 of the form's content; two equal forms have the same."""
        text = json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def plain_values(answer: Any) -> set[str]:
    """Return what a condition may compare: the chosen keys, ``yes``/``no``, or the text; nothing when unanswered."""
    if isinstance(answer, Mapping):
        answer = answer.get("kind", answer.get("value"))
    if answer is None or answer in ("", []):
        return set()
    if isinstance(answer, bool):
        return {"yes" if answer else "no"}
    return {str(item) for item in answer} if isinstance(answer, list | tuple) else {str(answer)}


def _known(cls: type, data: Mapping[str, Any]) -> dict[str, Any]:
    names = {item.name for item in fields(cls)}
    return {name: value for name, value in data.items() if name in names}


def _show_when(data: Mapping[str, Any]) -> ShowWhen:
    conditions = tuple(
        Condition(question=item["question"], operator=Operator(item["operator"]), values=tuple(item["values"]))
        for item in data.get("conditions", ())
    )
    return ShowWhen(any_of=bool(data.get("any_of")), conditions=conditions)


def _question(data: Mapping[str, Any]) -> Question:
    known = _known(Question, data)
    known["sensitivity"] = Sensitivity(known.get("sensitivity", Sensitivity.ORDINARY))
    known["choices"] = tuple(Choice(**_known(Choice, choice)) for choice in known.get("choices", ()))
    known["show_when"] = _show_when(known.get("show_when", {}))
    return Question(**known)


def _step(data: Mapping[str, Any]) -> Step:
    known = _known(Step, data)
    known["questions"] = tuple(_question(question) for question in known.get("questions", ()))
    known["show_when"] = _show_when(known.get("show_when", {}))
    return Step(**known)
