"""Which steps, questions and exit pages some answers lead to (req 87)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import Exit, Flow, Question, Step
from forms_flow.enums import Track
from forms_flow.pages.checks.problem import Path, Problem
from forms_flow.pages.checks.tries import tries
from forms_flow.pages.compile import bare_steps
from forms_flow.pages.texts import entries

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

#: Beyond so many combinations of answers the check gives up and complains of nothing.
MOST_ROUTES = 5_000

Answers = Mapping[str, Any]
Test = Callable[[list[Step], Answers], bool]


def dead_ends(stream: "StreamValue") -> Iterator[Problem]:
    """Yield the exit pages that no answers lead to, or all do; the last one where all journeys end at some."""
    routes = _routes(stream)
    found = list(_exits(stream, routes.flow))
    for path, step, item in found:
        if not routes.some(step, _stops_at(step, item)):
            yield Problem(path, _("No answers lead here. Check the conditions."))
        elif not routes.some(step, _goes_past(step, item)):
            yield Problem(path, _("All answers lead here, so nobody could go on. Check the conditions."))
            return
    if found and not routes.some(None, _goes_on):
        yield Problem(found[-1][0], _("All answers end at an exit page, so nobody could apply. Check the conditions."))


def never_asked(stream: "StreamValue") -> Iterator[Problem]:
    """Yield the steps and questions whose conditions no answers can meet.

    Only answers that some condition speaks of are tried, with one other answer and none, through the same route that
    applicants take.
    """
    routes = _routes(stream)
    for path, key, name in _conditional(stream):
        step = routes.flow.step(key)
        if step and not routes.some(step, _asks(key, name)):
            yield Problem(path, _("No answers lead here. Check the conditions."))


def _stops_at(step: Step, item: Exit) -> Test:
    return lambda way, answers: step in way and step.exit(answers) == item


def _goes_past(step: Step, item: Exit) -> Test:
    return lambda way, answers: step in way and step.exit(answers) != item


def _goes_on(way: list[Step], answers: Answers) -> bool:
    return all(step.exit(answers) is None for step in way)


def _asks(key: str, name: str) -> Test:
    """Return the test for a step, or with a name for a question of it."""

    def test(way: list[Step], answers: Answers) -> bool:
        step = next((step for step in way if step.key == key), None)
        return step is not None and (not name or any(question.key == name for question in step.asked(answers)))

    return test


def _exits(stream: "StreamValue", flow: Flow) -> Iterator[tuple[Path, Step, Exit]]:
    for position, _name, values in entries(stream, "step"):
        step = flow.step(values.get("key") or "")
        known = {item.key: item for item in step.exits} if step else {}
        for index, _kind, block in entries(values.get("questions"), "exit"):
            if step and block.get("key") in known:
                yield (position, "questions", index, "key"), step, known[block["key"]]


def _conditional(stream: "StreamValue") -> Iterator[tuple[Path, str, str]]:
    """Yield the place, the step and, for a question, its key, of whatever has conditions."""
    for position, _name, step in entries(stream, "step"):
        key = step.get("key") or ""
        if step.get("conditions"):
            yield (position, "key"), key, ""
        for index, kind, block in entries(step.get("questions")):
            if kind != "exit" and block.get("conditions"):
                yield (position, "questions", index, "key"), key, block.get("key") or ""


def _routes(stream: "StreamValue") -> "_Routes":
    return _Routes(Flow(key="", track=Track.ASSISTANCE, title={}, steps=bare_steps(stream)))


@dataclass
class _Routes:
    """The ways through a form. Of each question the conditions of others decide what is worth trying."""

    flow: Flow
    compared: dict[str, list[Condition]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for step in self.flow.steps:
            for rules in _rules(step):
                for condition in rules.conditions:
                    self.compared.setdefault(condition.question, []).append(condition)

    def some(self, step: Step | None, test: Test) -> bool:
        """Tell whether some answers pass the test, looking at what decides about a step, or about the end of all."""
        asked = self._deciding(step)
        options = [tries(question, self.compared[question.key]) for question in asked]
        combinations = list(islice(product(*options), MOST_ROUTES + 1))
        return len(combinations) > MOST_ROUTES or any(self._passes(asked, given, test) for given in combinations)

    def _passes(self, asked: list[Question], given: tuple[Any, ...], test: Test) -> bool:
        pairs = zip(asked, given, strict=True)
        answers = self.flow.settled({question.key: {"value": said} for question, said in pairs if said is not None})
        return test(self.flow.route(answers), answers)

    def _deciding(self, step: Step | None) -> list[Question]:
        """Return the questions on which it hangs whether the step is reached and what it asks, in order."""
        rules: list[ShowWhen] = [] if step is None else [*_rules(step)]
        for earlier in self.flow.steps:
            if earlier is step:
                break
            rules += [item.when for item in earlier.exits]
            rules += [earlier.show_when] if earlier.exits else []
        wanted: set[str] = set()
        while rules:
            for condition in rules.pop().conditions:
                if condition.question not in wanted:
                    wanted.add(condition.question)
                    rules += self._rules_of(condition.question)
        return [item for each in self.flow.steps for item in each.questions if item.key in wanted]

    def _rules_of(self, key: str) -> Iterator[ShowWhen]:
        for step in self.flow.steps:
            for question in step.questions:
                if question.key == key:
                    yield from (step.show_when, question.show_when)


def _rules(step: Step) -> Iterator[ShowWhen]:
    yield step.show_when
    yield from (question.show_when for question in step.questions)
    yield from (item.when for item in step.exits)
