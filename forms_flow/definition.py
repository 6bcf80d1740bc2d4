"""A form as plain data: Flow > Step > Question.

An editor's page compiles to a :class:`Flow`; a :class:`Flow` is stored as JSON in a numbered, immutable version; the
journey, the inbox and the letters read only that. Nothing here knows a request, a model or a widget.

Texts are mappings from language code to string, so that one version serves every language.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, NamedTuple, Self

from forms_flow.conditions import Answers, ShowWhen, plain_values, show_when_from
from forms_flow.enums import Sensitivity, Track

Text = Mapping[str, str]

SOURCE_LANGUAGE = "ar"

#: The question that asks which service it is about. A journey that begins at a service has it answered already, and
#: what is answered here, then or later, is the service of the application.
SERVICE_QUESTION = "service"

#: Where somebody applies for another person: who is told, and how the helper is reached.
MESSAGES_TO, TO_HELPER = "messages_to", "helper"
HELPER_MOBILE, HELPER_EMAIL = "helper_mobile", "helper_email"


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
class Question:
    """One question.

    `options` holds what only its kind understands, for example ``{"max_length": 1000}``. `parts` are the questions of
    one entry of a repeating group, such as a companion; other kinds have none.
    """

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
    parts: "tuple[Question, ...]" = ()

    def settled(self, answer: Any, earlier: Answers) -> Any:
        """Return the answer; of a repeating group, only what each of its entries is asked for."""
        if not self.parts or answer is None:
            return answer
        return {**answer, "value": [self._settled_entry(entry, earlier) for entry in answer["value"]]}

    def _settled_entry(self, entry: Answers, earlier: Answers) -> dict[str, Any]:
        own = {part.key for part in self.parts}
        outside = {key: answer for key, answer in earlier.items() if key not in own}
        kept: dict[str, Any] = {}
        for part in self.parts:
            if part.key in entry and part.show_when.holds({**outside, **kept}):
                kept[part.key] = entry[part.key]
        return kept


@dataclass(frozen=True, kw_only=True)
class Exit:
    """A page that ends a journey kindly: why the service is not for this person, and where else to go (req 6)."""

    key: str
    title: Text
    body: Text = field(default_factory=dict)
    when: ShowWhen = field(default_factory=ShowWhen)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One page of the journey. Its exits look at its own answers and at those of earlier steps."""

    key: str
    title: Text
    body: Text = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    show_when: ShowWhen = field(default_factory=ShowWhen)
    exits: tuple[Exit, ...] = ()

    def exit(self, answers: Answers) -> Exit | None:
        """Return the exit page that the answers lead to from here, or None."""
        return next((item for item in self.exits if item.when.holds(answers)), None)

    @property
    def group(self) -> Question | None:
        """Return the repeating group that the step is for, or None."""
        return next((question for question in self.questions if question.parts), None)

    def asked(self, answers: Answers) -> list[Question]:
        """Return the questions of this step that the answers call for."""
        return [question for question in self.questions if question.show_when.holds(answers)]


class Stop(NamedTuple):
    """Where a journey ends early: the step whose answers led there, and the page that says why."""

    step: Step
    exit: Exit


@dataclass(frozen=True, kw_only=True)
class Flow:
    """A whole form. `key` is the page's translation key, so all languages share journeys and versions.

    `department` is where its applications arrive; empty means the department that receives everything. With `one_open`
    a person may have one open application for each service.
    """

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
    department: str = ""
    one_open: bool = False

    def path(self, answers: Answers) -> list[Step]:
        """Return the steps that the answers call for, in order; a step left with no question is passed over."""
        return [
            step for step in self.steps if step.show_when.holds(answers) and (not step.questions or step.asked(answers))
        ]

    def route(self, answers: Answers) -> list[Step]:
        """Return the path as far as it goes: the step whose answers lead to an exit page is the last."""
        path = self.path(answers)
        end = next((index for index, step in enumerate(path) if step.exit(answers)), len(path))
        return path[: end + 1]

    def stop(self, answers: Answers) -> Stop | None:
        """Return where the answers end the journey early, or None while it goes on."""
        route = self.route(answers)
        found = route[-1].exit(answers) if route else None
        return Stop(route[-1], found) if found else None

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
                    kept[question.key] = question.settled(answers[question.key], kept)
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


def _known(cls: type, data: Mapping[str, Any]) -> dict[str, Any]:
    names = {item.name for item in fields(cls)}
    return {name: value for name, value in data.items() if name in names}


def _question(data: Mapping[str, Any]) -> Question:
    known = _known(Question, data)
    known["sensitivity"] = Sensitivity(known.get("sensitivity", Sensitivity.ORDINARY))
    known["choices"] = tuple(Choice(**_known(Choice, choice)) for choice in known.get("choices", ()))
    known["show_when"] = show_when_from(known.get("show_when", {}))
    known["parts"] = tuple(_question(part) for part in known.get("parts", ()))
    return Question(**known)


def _exit(data: Mapping[str, Any]) -> Exit:
    known = _known(Exit, data)
    known["when"] = show_when_from(known.get("when", {}))
    return Exit(**known)


def _step(data: Mapping[str, Any]) -> Step:
    known = _known(Step, data)
    known["questions"] = tuple(_question(question) for question in known.get("questions", ()))
    known["show_when"] = show_when_from(known.get("show_when", {}))
    known["exits"] = tuple(_exit(item) for item in known.get("exits", ()))
    return Step(**known)
