"""From a page to the form as data.

The Arabic page gives the structure; every language gives its texts. Drafts saved half way must never break this, so
whatever has no key, or an unknown kind, is left out: `checks` tells the editor about it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import SERVICE_QUESTION, SOURCE_LANGUAGE, Choice, Exit, Flow, Question, Step
from forms_flow.enums import Operator, Sensitivity, Track
from forms_flow.fields import registry
from forms_flow.pages.blocks.companions import FEWEST, MOST
from forms_flow.pages.blocks.conditions import AMOUNTS, ANY, is_number
from forms_flow.pages.blocks.keys import split_keys
from forms_flow.pages.blocks.options import compiled
from forms_flow.pages.blocks.questions import COMPANIONS
from forms_flow.pages.guide import Facts, facts_of, service_choices, wanted_documents
from forms_flow.pages.texts import PAGE_TEXTS, Place, Texts, document_place, entries, page_texts, part_key

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

    from forms_flow.pages.models import FormPage


def compile_flow(page: "FormPage") -> Flow:
    """Return the form with the published texts of every language; `page` may be any language of it."""
    return compile_pages(pages_by_language(page)) or _flow(page, {})


def compile_pages(pages: "Mapping[str, FormPage]") -> Flow | None:
    """Return the form of these pages, one for each language; None without any. The Arabic one gives the structure."""
    source = pages.get(SOURCE_LANGUAGE) or next(iter(pages.values()), None)
    return _flow(source, {code: page_texts(page) for code, page in pages.items()}) if source else None


def pages_by_language(page: "FormPage") -> "dict[str, FormPage]":
    """Return the published pages of a form by the code of their language."""
    return {sibling.locale.language_code: sibling for sibling in page.published_languages()}


def compile_alone(page: "FormPage") -> Flow:
    """Return the form as this very page object has it, saved or not, in its own language: for previews and checks."""
    return _flow(page, {page.locale.language_code: page_texts(page)})


def bare_steps(stream: "StreamValue") -> tuple[Step, ...]:
    """Return the steps without any text: all that the checks of a route look at."""
    return tuple(_Compiler(stream, {}).steps({}))


def _flow(page: "FormPage", texts: Mapping[str, Texts]) -> Flow:
    services = facts_of(page.services)
    compiler = _Compiler(page.steps, texts)
    return Flow(
        key=str(page.translation_key),
        track=Track(page.track),
        steps=tuple(compiler.steps(services)),
        services=tuple(services),
        minutes=page.minutes,
        two_people=page.two_people,
        retention_months=page.retention_months,
        department=page.department_key,
        one_open=page.one_open,
        **{name: compiler.say(name) for name in PAGE_TEXTS},
    )


@dataclass(frozen=True)
class _Compiler:
    stream: "StreamValue"
    texts: Mapping[str, Texts]

    def say(self, *place: str) -> dict[str, str]:
        return {code: texts[place] for code, texts in self.texts.items() if place in texts}

    def steps(self, services: Mapping[str, Facts]) -> Iterator[Step]:
        seen: set[str] = set()
        for _position, _name, values in entries(self.stream, "step"):
            key = values.get("key")
            if key and key not in seen:
                seen.add(key)
                yield Step(
                    key=key,
                    title=self.say("step", key, "title"),
                    body=self.say("step", key, "body"),
                    questions=tuple(self.questions(values, services)),
                    show_when=_show_when(values),
                    exits=tuple(self.exits(values)),
                )

    def exits(self, step: Mapping[str, Any]) -> Iterator[Exit]:
        for _position, _name, values in entries(step.get("questions"), "exit"):
            key, when = values.get("key"), _show_when(values)
            # One without conditions would end every journey.
            if key and when.conditions:
                yield Exit(key=key, title=self.say("exit", key, "title"), body=self.say("exit", key, "body"), when=when)

    def questions(self, step: Mapping[str, Any], services: Mapping[str, Facts]) -> Iterator[Question]:
        for _position, name, values in entries(step.get("questions")):
            if name == "service_documents":
                yield from self.documents(values, services, document_place(step))
            elif name == "companions" and values.get("key"):
                yield self.companions(values)
            elif name == "question" and _is_known(values):
                yield self.question(values, services)

    def companions(self, values: Mapping[str, Any]) -> Question:
        key = values["key"]
        least, most = (values.get(name) for name in ("min", "max"))
        named = {**values, "kind": COMPANIONS, "required": bool(least)}
        parts = (part for _position, _name, part in entries(values.get("parts"), "question") if _is_known(part))
        question = self.question(named, {})
        return replace(
            question,
            options={**question.options, "min": least or FEWEST, "max": MOST if most is None else most},
            parts=tuple(self.question(part, {}, group=key) for part in parts),
        )

    def question(self, values: Mapping[str, Any], services: Mapping[str, Facts], *, group: str = "") -> Question:
        key, kind = values["key"], values["kind"]
        place = part_key(group, key)
        options = compiled(kind, values.get("options") or {})
        if missing := self.say("question", place, "missing"):
            options["missing"] = missing
        asks_service = key == SERVICE_QUESTION and not group
        return Question(
            key=key,
            kind=kind,
            label=self.say("question", place, "label"),
            hint=self.say("question", place, "hint"),
            purpose=self.say("question", place, "purpose"),
            sensitivity=_sensitivity(values),
            required=bool(values.get("required")) and registry.kind(kind).has_answer,
            choices=service_choices(services) if asks_service else tuple(self.choices(place, values)),
            options=options,
            show_when=_show_when(values),
        )

    def choices(self, question: str, values: Mapping[str, Any]) -> Iterator[Choice]:
        seen: set[str] = set()
        for _position, _name, choice in entries(values.get("choices")):
            key = choice.get("key")
            if key and key not in seen:
                seen.add(key)
                label, hint = (self.say("choice", question, key, name) for name in ("label", "hint"))
                yield Choice(key=key, label=label, hint=hint)

    def documents(self, values: Mapping[str, Any], services: Mapping[str, Facts], place: Place) -> Iterator[Question]:
        for document in wanted_documents(services):
            yield Question(
                key=f"doc_{document.key}",
                kind="upload",
                label=document.label,
                hint=document.help,
                purpose=self.say(*place),
                sensitivity=_sensitivity(values),
                required=document.required,
                options={"later": bool(values.get("later"))},
                show_when=_for_services(document.services, services),
            )


def _for_services(wanted: list[str], services: Mapping[str, Facts]) -> ShowWhen:
    if set(wanted) == set(services):
        return ShowWhen()
    condition = Condition(question=SERVICE_QUESTION, operator=Operator.ONE_OF, values=tuple(wanted))
    return ShowWhen(conditions=(condition,))


def _show_when(values: Mapping[str, Any]) -> ShowWhen:
    conditions = tuple(
        _condition(condition)
        for _position, _name, condition in entries(values.get("conditions"))
        if condition.get("question")
    )
    return ShowWhen(any_of=values.get("match") == ANY, conditions=conditions)


def _condition(values: Mapping[str, Any]) -> Condition:
    operator, answers = Operator(values.get("operator") or Operator.IS), split_keys(values.get("answers"))
    if operator in AMOUNTS:  # what is no number could not be compared with one
        answers = tuple(answer for answer in answers if is_number(answer))
    return Condition(question=values["question"], operator=operator, values=answers)


def _is_known(question: Mapping[str, Any]) -> bool:
    return bool(question.get("key")) and question.get("kind") in registry.kinds() and question["kind"] != COMPANIONS


def _sensitivity(values: Mapping[str, Any]) -> Sensitivity:
    return Sensitivity(values.get("sensitivity") or Sensitivity.ORDINARY)
