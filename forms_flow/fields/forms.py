"""A step of a flow as a Django form."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString

from forms_flow.conditions import Answers, Condition
from forms_flow.definition import Flow, Question, Step
from forms_flow.enums import Operator
from forms_flow.fields import registry
from forms_flow.fields.bound import BoundQuestion
from forms_flow.fields.companions import entries_of
from forms_flow.fields.companions_field import CompanionsField, Listing
from forms_flow.fields.comparing import Around, fault
from forms_flow.fields.upload_control import Stored
from forms_flow.fields.upload_field import Accepted, Inspect, UploadField

_AMOUNTS = frozenset({Operator.LESS_THAN, Operator.AT_LEAST})


class Renderer(TemplatesSetting):
    """Finds templates like the rest of the site; a field renders as a whole question."""

    field_template_name = "forms_flow/fields/field.html"


class Beside(NamedTuple):
    """What else a form may know: the whole flow; the lists of repeating groups; the other entries of its own."""

    flow: Flow | None = None
    listings: Mapping[str, Listing] = {}
    siblings: Mapping[int, Answers] = {}


class StepForm(forms.Form):
    """Base of the form of a step.

    `answers` are the answers of the whole application so far: they fill the controls and decide what is asked.
    `stored` are the files accepted earlier, by question; `inspect` looks at each new file.
    """

    use_required_attribute = False
    default_renderer = Renderer
    bound_field_class = BoundQuestion

    step: ClassVar[Step]
    language: ClassVar[str]
    drawn: ClassVar[dict[str, SafeString]]

    def __init__(
        self,
        *args: Any,
        answers: Answers | None = None,
        stored: Mapping[str, Sequence[Stored]] | None = None,
        inspect: Inspect | None = None,
        beside: Beside | None = None,
        **kwargs: Any,
    ) -> None:
        """Leave out what the answers of earlier pages rule out; the rest of the arguments are Django's."""
        own = {question.key for question in self.step.questions}
        self.earlier = {key: answer for key, answer in (answers or {}).items() if key not in own}
        self.beside = beside or Beside()
        self.offered = offered(self.step, answers or {})
        kwargs["initial"] = self.offered | initial_of(self.step, answers or {}) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        for question in self.step.questions:
            if not self._may_be_asked(question):
                del self.fields[question.key]
        for key, field in self._uploads():
            field.widget.stored = (stored or {}).get(key, ())
            field.inspect = inspect
        for key, field in self._groups():
            field.entries = entries_of((answers or {}).get(key))
            field.widget.listing = self.beside.listings.get(key, Listing())
            field.again = partial(self._entry_again, field)

    def clean(self) -> dict[str, Any]:
        """Drop what the answers of this very page make superfluous, errors included: the server decides."""
        self.answers: dict[str, Any] = {}
        for question in self._questions():
            if not question.show_when.holds({**self.earlier, **self.answers}):
                self._errors.pop(question.key, None)
                self.cleaned_data.pop(question.key, None)
            elif question.key in self.cleaned_data and registry.kind(question.kind).has_answer:
                self._take(question)
        return self.cleaned_data

    def _take(self, question: Question) -> None:
        """Take the answer over, unless it does not go with the others."""
        answer = self._answer(question)
        around = Around(
            answers={**self.earlier, **self.answers},
            siblings=self.beside.siblings,
            step=self.step,
            flow=self.beside.flow,
            language=self.language,
        )
        if error := fault(question, answer, around):
            self.add_error(question.key, error)
        else:
            self.answers[question.key] = answer

    def accepted(self, key: str) -> Accepted | None:
        """Return the good files of a question, even when the form has errors, so that they can be kept (req 46)."""
        field = self.fields.get(key)
        return field.accepted if isinstance(field, UploadField) else None

    @property
    def heading_field(self) -> BoundQuestion | None:
        """Return the question that is the page's heading: the only one that is asked here."""
        return self[next(iter(self.fields))] if len(self.fields) == 1 else None

    @property
    def summary_of_errors(self) -> list[tuple[str, str]]:
        """Return (id to link to, message) for the error summary, in the order of the page."""
        return [(field.first_control_id, field.error) for field in self if field.errors]

    def page_conditions(self, question: Question) -> dict[str, Any] | None:
        """Return the conditions of a question that hang on this page, with the names of their controls."""
        rules = question.show_when
        here = [item for item in rules.conditions if item.question in self.fields]
        if not here or (rules.any_of and self._holds_already(rules.conditions)):
            return None
        conditions = [self._condition(item) for item in here]
        # A kind without one telling control leaves the question shown: hidden by mistake it could not be answered.
        return {"any": rules.any_of, "conditions": conditions} if all(item["name"] for item in conditions) else None

    def _may_be_asked(self, question: Question) -> bool:
        """Tell whether the answers of earlier pages leave the question open or ask it."""
        rules = question.show_when
        here = [item for item in rules.conditions if item.question in self.fields]
        if not here:
            return rules.holds(self.earlier)
        if rules.any_of:
            return True
        return all(item.holds(self.earlier) for item in rules.conditions if item not in here)

    def _holds_already(self, conditions: Sequence[Condition]) -> bool:
        return any(item.holds(self.earlier) for item in conditions if item.question not in self.fields)

    def _condition(self, item: Condition) -> dict[str, Any]:
        kind = registry.kind(self.fields[item.question].question.kind)
        tells = kind.sends_amount or item.operator not in _AMOUNTS  # no control says an age
        name = kind.condition_name(self.add_prefix(item.question)) if tells else ""
        return {"name": name, "operator": str(item.operator), "values": list(item.values)}

    def _questions(self) -> list[Question]:
        return [question for question in self.step.questions if question.key in self.fields]

    def _answer(self, question: Question) -> Any:
        return registry.kind(question.kind).to_answer(self.cleaned_data[question.key], self[question.key].data)

    def _uploads(self) -> Iterator[tuple[str, UploadField]]:
        return ((key, field) for key, field in self.fields.items() if isinstance(field, UploadField))

    def _groups(self) -> Iterator[tuple[str, CompanionsField]]:
        return ((key, field) for key, field in self.fields.items() if isinstance(field, CompanionsField))

    def _entry_again(self, field: CompanionsField, number: int) -> "StepForm":
        """Return the form of a stored entry, filled in with its own answers."""
        form_class, entry = entry_form_class(self, field.question.key), field.entries[number - 1]
        data = posted(form_class.step, entry, form_class.step.key)
        return entry_form(form_class, self.earlier, field.entries, number, data=data, flow=self.beside.flow)


def entry_form_class(form: "StepForm | type[StepForm]", key: str) -> type[StepForm]:
    """Return the form class of one entry of a step's repeating group."""
    found: type[StepForm] = form.base_fields[key].entry_class
    return found


def entry_form(
    form_class: type[StepForm], earlier: Answers, entries: Sequence[Answers], number: int, **given: Any
) -> StepForm:
    """Return the form of the entry with that number; the number after the last is that of a new one.

    `given` are its `data`, if it was sent, and the whole `flow`.
    """
    numbered = dict(enumerate(entries, 1))
    own = numbered.pop(number, {})
    parts = {part.key for part in form_class.step.questions}
    outside = {key: answer for key, answer in earlier.items() if key not in parts}
    beside = Beside(flow=given.get("flow"), siblings=numbered)
    return form_class(given.get("data"), prefix=form_class.step.key, answers={**outside, **own}, beside=beside)


def step_form_class(step: Step, language: str) -> type[StepForm]:
    """Return the form class of a step in a language. It holds nothing of any request, so it may be kept."""
    fields = {item.key: registry.kind(item.kind).form_field(item, language) for item in step.questions}
    for item in step.questions:
        if isinstance(field := fields[item.key], CompanionsField):
            entry = Step(key=step.key, title=item.label, questions=item.parts)
            field.entry_class = step_form_class(entry, language)
    form_class: type[StepForm] = type("StepForm", (StepForm,), {"step": step, "language": language, "drawn": {}})
    form_class.base_fields = fields  # beside the attributes: a question may be called "step" or "language"
    return form_class


def initial_of(step: Step, answers: Answers) -> dict[str, Any]:
    """Return what the controls of a step show for the answers so far: as typed."""
    return {
        question.key: registry.kind(question.kind).initial(answers[question.key])
        for question in step.questions
        if question.key in answers
    }


def offered(step: Step, answers: Answers) -> dict[str, Any]:
    """Return what unanswered questions show of an earlier answer that the editor named (req 21)."""
    found: dict[str, Any] = {}
    for question in step.questions:
        kind, source = registry.kind(question.kind), question.options.get("prefill_from")
        if source and question.key not in answers and answers.get(source) and kind.may_be_offered:
            found[question.key] = kind.initial(answers[source])
    return found


def posted(step: Step, answers: Answers, prefix: str) -> "MultiValueDict[str, str]":
    """Return a step's answers as the data of a form."""
    data = post_of(step, answers, prefix)
    return MultiValueDict({name: value if isinstance(value, list) else [value] for name, value in data.items()})


def post_of(step: Step, answers: Answers, prefix: str) -> dict[str, Any]:
    """Return a step's answers as a browser would send them, so that submission can check them all once more."""
    data: dict[str, Any] = {}
    for question in step.questions:
        if question.key in answers:
            data |= registry.kind(question.kind).post(f"{prefix}-{question.key}", answers[question.key])
    return data
