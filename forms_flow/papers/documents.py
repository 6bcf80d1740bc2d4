"""The documents that a form asks for, as a list to tick before it is handed in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forms_flow.conditions import ShowWhen
from forms_flow.definition import SERVICE_QUESTION, Flow, Question, Step, say
from forms_flow.papers.words import Words


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One document; `condition` says in words who brings it."""

    label: str
    hint: str
    condition: str
    required: bool


@dataclass(frozen=True, kw_only=True)
class Papers:
    """The documents of one service; without a title those that do not hang on the service."""

    title: str
    papers: Sequence[Paper]


def papers_of(flow: Flow, words: Words) -> list[Papers]:
    """Return what everybody brings, then what each service asks for besides."""
    asked = [(step, question) for step in flow.steps for question in step.questions if question.kind == "upload"]
    general = [
        _paper(question, _rules(step, question), words) for step, question in asked if not _by_service(step, question)
    ]
    groups = [Papers(title="", papers=general), *_of_services(flow, asked, words)]
    return [group for group in groups if group.papers]


def _of_services(flow: Flow, asked: Sequence[tuple[Step, Question]], words: Words) -> Iterator[Papers]:
    service = flow.question(SERVICE_QUESTION)
    for choice in service.choices if service else ():
        chosen = {SERVICE_QUESTION: {"value": choice.key}}
        mine = []
        for step, question in asked:
            named, others = _by_service(step, question), _others(step, question)
            if named and all(rule.holds(chosen) for rule in named):
                mine.append(_paper(question, others, words))
        yield Papers(title=say(choice.label, words.language), papers=mine)


def _paper(question: Question, rules: Sequence[ShowWhen], words: Words) -> Paper:
    return Paper(
        label=say(question.label, words.language),
        hint=say(question.hint, words.language),
        condition=" · ".join(words.only_if(rule) for rule in rules),
        required=question.required,
    )


def _rules(step: Step, question: Question) -> list[ShowWhen]:
    return [rule for rule in (step.show_when, question.show_when) if rule.conditions]


def _by_service(step: Step, question: Question) -> list[ShowWhen]:
    return [rule for rule in _rules(step, question) if _is_about_service(rule)]


def _others(step: Step, question: Question) -> list[ShowWhen]:
    return [rule for rule in _rules(step, question) if not _is_about_service(rule)]


def _is_about_service(rule: ShowWhen) -> bool:
    return {condition.question for condition in rule.conditions} == {SERVICE_QUESTION}
