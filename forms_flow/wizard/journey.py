"""One person's way through one form: the draft, its memory, and what comes next."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from forms_flow.conditions import Answers
from forms_flow.definition import Flow, Question, Step, Stop, say
from forms_flow.fields import registry
from forms_flow.fields.forms import StepForm
from forms_flow.fields.upload_control import Stored
from forms_flow.records.drafts import Draft, StoredFile
from forms_flow.records.openings import Openings
from forms_flow.records.versions import flow_of
from forms_flow.wizard.state import JourneyState, own_part

#: When the pages begin to say until when they are kept.
ENDS_SOON = timedelta(days=2)


class _Way(NamedTuple):
    """The way that the answers call for, and the count of changes for which that holds."""

    changes: int
    settled: dict[str, Any]
    route: list[Step]
    keys: frozenset[str]


class Journey:
    """Reads the draft once and answers everything from it. `language` is that of the address, not of the draft."""

    def __init__(self, draft: Draft, language: str, secret: str) -> None:
        """Take a draft whose owner is asking, and the secret that proves it."""
        self.draft = draft
        self.language = language
        self.secret = secret
        self.flow: Flow = flow_of(draft.version_id)
        self.state = JourneyState.read(draft.state)
        self.openings: Openings | None = None  # read by `gate`, once
        self._way = _Way(-1, {}, [], frozenset())

    @property
    def settled(self) -> dict[str, Any]:
        """Return the answers on the route."""
        return self._now.settled

    @property
    def route(self) -> list[Step]:
        """Return the steps that the answers so far call for."""
        return self._now.route

    @property
    def on_route(self) -> frozenset[str]:
        """Return the keys of those steps."""
        return self._now.keys

    @property
    def _now(self) -> "_Way":
        """Return what follows from the answers; worked out again only when one of them changed."""
        if self._way.changes != self.state.answers.changes:
            settled = self.flow.settled(self.state.answers)
            route = self.flow.route(settled)
            self._way = _Way(self.state.answers.changes, settled, route, frozenset(step.key for step in route))
        return self._way

    @property
    def title(self) -> str:
        """Return the form's name."""
        return say(self.flow.title, self.language)

    @property
    def applicants_language(self) -> str:
        """Return the language that messages will have: the address's, unless the staff fill it in for somebody."""
        return self.draft.language if self.draft.is_entered else self.language

    @property
    def ends_soon(self) -> bool:
        """Tell whether what is filled in is about to be destroyed."""
        return not self.is_sent and self.draft.expires_at - timezone.now() < ENDS_SOON

    @property
    def is_sent(self) -> bool:
        """Tell whether this became an application."""
        return self.draft.submitted_at is not None

    @property
    def is_over(self) -> bool:
        """Tell whether it was left for too long."""
        return self.draft.expires_at <= timezone.now()

    @cached_property
    def files(self) -> dict[UUID, StoredFile]:
        """Return the draft's uploaded files; one query, and none for a step that takes no files."""
        return {file.pk: file for file in StoredFile.objects.filter(draft=self.draft)}

    def may_open(self, key: str) -> bool:
        """Tell whether a step is on the route with everything before it answered."""
        for step in self.route:
            if step.key == key:
                return True
            if not self.has_passed(step):
                return False
        return False

    def has_passed(self, step: Step) -> bool:
        """Tell whether the step passed, and asked then whatever it asks now."""
        asked = {question.key for question in step.asked(self.settled)}
        return step.key in self.state.passed and asked <= set(self.state.passed[step.key])

    def first_open(self) -> Step | None:
        """Return the first step that still wants answers."""
        return next((step for step in self.route if not self.has_passed(step)), None)

    @property
    def stop(self) -> Stop | None:
        """Return where the journey ends early, once the step that decides and all before it have passed."""
        return None if self.first_open() else self.flow.stop(self.settled)

    @property
    def may_send(self) -> bool:
        """Tell whether everything is answered and the answers lead to the end."""
        return self.first_open() is None and self.flow.stop(self.settled) is None

    def before(self, key: str) -> Step | None:
        """Return the step before another one on the route."""
        route = self.route
        index = next((index for index, step in enumerate(route) if step.key == key), 0)
        return route[index - 1] if index else None

    def place(self, key: str) -> tuple[int, int] | None:
        """Return a step's number and how many there are, or None while answers to come may change how many.

        Steps behind an exit page count: a changed answer leads to them.
        """
        path = [step.key for step in self.flow.path(self.settled)]
        return (path.index(key) + 1, len(path)) if key in path and self._length_is_certain() else None

    def _length_is_certain(self) -> bool:
        """Tell whether no open question decides about a step. A step of conditional questions may vanish with them."""
        path = self.flow.path(self.settled)
        open_questions = {item.key for step in path if not self.has_passed(step) for item in step.questions}
        return not any(_hangs_on(step) & open_questions for step in self.flow.steps)

    def answers_for(self, step: Step) -> Answers:
        """Return what the form of a step wants: the route's answers, and all that this step was ever told."""
        own = {item.key: self.state.answers[item.key] for item in step.questions if item.key in self.state.answers}
        return {**self.settled, **own}

    def as_answered(self, answers: Answers) -> dict[str, Any]:
        """Return answers just looked at again, with the ages of the day they were given on.

        The way through the form was found by those, and a birthday since then must not send another one.
        """
        return {key: _with_age_of(self.state.answers.get(key), answer) for key, answer in answers.items()}

    def stored_for(self, step: Step) -> dict[str, list[Stored]]:
        """Return the accepted files of the step's questions."""
        return {item.key: [*self.stored(item)] for item in step.questions if registry.kind(item.kind).has_files}

    def record(self, form: StepForm, *, files: Answers, refused: Mapping[str, str], put_off: bool) -> None:
        """Take over what was posted for a step: its answers when all is well, else what was typed.

        Good files count either way. A step left for later with mistakes is shown again without its errors.
        """
        state, step = self.state, form.step
        own = {question.key for question in step.questions}
        state.refused = {key: code for key, code in state.refused.items() if key not in own} | dict(refused)
        state.put_off = [key for key in state.put_off if key != step.key]
        state.answers |= files
        if form.is_valid() and not refused:
            state.answers |= {**form.answers, **files}
            state.typed.pop(step.key, None)
            state.passed[step.key] = [question.key for question in step.asked(self.settled)]
            return
        state.typed[step.key] = own_part(step, form.data)
        state.passed.pop(step.key, None)
        if put_off:
            state.put_off.append(step.key)

    def save(self) -> None:
        """Write the memory back. Raises StaleDraftError when another tab or device was faster."""
        self.draft.state = self.state.to_json()
        self.draft.language = self.applicants_language
        self.draft.save_if_current(fields=["state", "language"])

    def url(self, name: str, **kwargs: Any) -> str:
        """Return the address of a page of this journey in the language at hand."""
        return reverse(f"wizard:{name}", kwargs={"draft_id": self.draft.pk, **kwargs})

    @property
    def start_url(self) -> str:
        """Return the page before the first step, told which journey to go on with; the staff begin in the admin."""
        if self.draft.is_trial:
            return reverse("form_editor", args=[self.flow.key])
        if self.draft.is_entered:
            return reverse("inbox:enter")
        return f"{reverse('wizard:new', kwargs={'flow_key': self.flow.key})}?draft={self.draft.pk}"

    def step_url(self, step: Step) -> str:
        """Return the address of a step."""
        return self.url("step", step=step.key)

    def next_url(self) -> str:
        """Return where to go on: the first open step, the exit page, the check, or the receipt."""
        if self.is_sent:
            return self.url("receipt")
        if step := self.first_open():
            return self.step_url(step)
        return self.url("exit" if self.stop else "check")

    def stored(self, question: Question) -> Iterator[Stored]:
        """Yield the accepted files of an upload question."""
        answer = self.state.answers.get(question.key) or {}
        for name in answer.get("files", ()):
            file = self.files.get(UUID(name))
            if file:
                yield Stored(name, file.name, self.url("file", file_id=file.pk))


def _with_age_of(before: Any, answer: Any) -> Any:
    known = isinstance(before, Mapping) and isinstance(answer, Mapping) and "age" in before and "age" in answer
    return {**answer, "age": before["age"]} if known else answer


def _hangs_on(step: Step) -> set[str]:
    """Return the questions that decide whether the step is on the route."""
    keys = {condition.question for condition in step.show_when.conditions}
    if step.questions and all(question.show_when.conditions for question in step.questions):
        keys |= {item.question for question in step.questions for item in question.show_when.conditions}
    return keys
