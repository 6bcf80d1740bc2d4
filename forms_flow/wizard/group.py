"""The entries of a repeating group in one journey: read, filled in, added, changed, removed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.datastructures import MultiValueDict

from forms_flow.definition import Question, Step
from forms_flow.fields import registry
from forms_flow.fields.companions import Companions, entries_of
from forms_flow.fields.companions_field import Listing, Row, entry_title, most
from forms_flow.fields.forms import Beside, StepForm, entry_form, entry_form_class, posted
from forms_flow.wizard.forms import form_classes
from forms_flow.wizard.state import own_part

if TYPE_CHECKING:
    from forms_flow.wizard.journey import Journey


class Group:
    """One group of one journey. Entries are named by their place, counted from one; one more is a new one.

    What was typed with mistakes is remembered beside the steps' own, below the step's key and the number.
    """

    def __init__(self, journey: "Journey", step: Step, question: Question) -> None:
        """Take the step that the group has to itself."""
        self.journey = journey
        self.step = step
        self.question = question
        self.part_step = Step(key=step.key, title=question.label, questions=question.parts)

    @property
    def entries(self) -> list[dict[str, Any]]:
        """Return the entries that are saved."""
        return entries_of(self.journey.state.answers.get(self.question.key))

    @property
    def next_number(self) -> int:
        """Return the number that a new entry gets."""
        return len(self.entries) + 1

    @property
    def may_grow(self) -> bool:
        """Tell whether there is room for one more."""
        return len(self.entries) < most(self.question)

    def has(self, number: int) -> bool:
        """Tell whether there is an entry with that number, saved or begun."""
        return 1 <= number <= len(self.entries) or self.is_open(number)

    def is_open(self, number: int) -> bool:
        """Tell whether the entry's page was left with mistakes."""
        return self._place(number) in self.journey.state.typed

    def name(self, number: int) -> str:
        """Return the name that a saved entry goes by, or an empty string."""
        entries = self.entries
        kind = registry.kind(self.question.kind)
        if not isinstance(kind, Companions) or not 1 <= number <= len(entries):
            return ""
        return kind.name_of(self.question, entries[number - 1])

    def form(self, number: int, data: "MultiValueDict[str, str] | None" = None) -> StepForm:
        """Return the form of an entry, filled in with what was sent, else with what is saved."""
        earlier = {key: answer for key, answer in self.journey.settled.items() if key != self.question.key}
        form_class = entry_form_class(self._step_class, self.question.key)
        return entry_form(form_class, earlier, self.entries, number, data=data, flow=self.journey.flow)

    def form_as_left(self, number: int) -> StepForm:
        """Return the form with what was typed and its mistakes, or, where there are none, with what is saved."""
        state, place = self.journey.state, self._place(number)
        if place not in state.typed:
            return self.form(number)
        form = self.form(number, MultiValueDict(state.typed[place]))
        if place in state.put_off:
            form._errors = {}  # noqa: SLF001 - a bound form that was never checked is the only way to show raw input
        return form

    def record(self, number: int, form: StepForm, *, put_off: bool) -> None:
        """Take over what was sent for an entry: its answers when all is well, else what was typed."""
        place, state = self._place(number), self.journey.state
        state.put_off = [key for key in state.put_off if key != place]
        if form.is_valid():
            entries = self.entries
            kept = {**entries[number - 1], **form.answers} if number <= len(entries) else form.answers
            self._keep([*entries[: number - 1], kept, *entries[number:]])
            state.typed.pop(place, None)
            return
        state.typed[place] = own_part(self.part_step, form.data)
        state.passed.pop(self.step.key, None)
        if put_off:
            state.put_off.append(place)

    def remove(self, number: int) -> None:
        """Remove an entry, saved or only begun; those after it move up."""
        entries, state = self.entries, self.journey.state
        self._keep([*entries[: number - 1], *entries[number:]])
        moved = dict(self._moved(number))
        state.typed = {moved.get(key, key): typed for key, typed in state.typed.items() if moved.get(key, key)}
        state.put_off = [moved.get(key, key) for key in state.put_off if moved.get(key, key)]

    def listing(self, *, within: str = "") -> Listing:
        """Return the list for the step's page; its links carry on where that page was come from."""
        count = len(self.entries) + self.is_open(self.next_number)
        return Listing(
            rows=[self._row(number, within) for number in range(1, count + 1)],
            add_url=self.url(self.next_number) + within,
        )

    def url(self, number: int, *, name: str = "entry") -> str:
        """Return the address of an entry, or of the page that removes it."""
        return self.journey.url(name, step=self.step.key, number=number)

    def _keep(self, entries: Sequence[Mapping[str, Any]]) -> None:
        """Save the entries. Mistakes that the list had may be mended now; whether, its own page finds out."""
        state = self.journey.state
        state.answers[self.question.key] = {"value": list(entries)}
        state.typed.pop(self.step.key, None)
        if not self._is_right():
            state.passed.pop(self.step.key, None)

    def _is_right(self) -> bool:
        """Tell whether the step's own page would be accepted as it stands now."""
        journey, key = self.journey, self.step.key
        answers = journey.answers_for(self.step)
        data = posted(self.step, answers, key)
        beside = Beside(flow=journey.flow, listings={self.question.key: self.listing()})
        form = self._step_class(data, prefix=key, answers=answers, beside=beside)
        return form.is_valid()

    @property
    def _step_class(self) -> type[StepForm]:
        return form_classes(self.journey.draft.version_id, self.journey.language)[self.step.key]

    def _row(self, number: int, within: str) -> Row:
        return Row(
            title=entry_title(number),
            name=self.name(number),
            change_url=self.url(number) + within,
            remove_url=self.url(number, name="entry_remove") + within,
            is_open=self.is_open(number),
        )

    def _place(self, number: int) -> str:
        return f"{self.step.key}/{number}"  # no step's key has a slash

    def _moved(self, removed: int) -> Iterator[tuple[str, str]]:
        """Yield the new place of everything typed from the removed entry on; an empty one for its own."""
        yield self._place(removed), ""
        for number in range(removed + 1, len(self.entries) + 3):
            yield self._place(number), self._place(number - 1)


def group_of(journey: "Journey", key: str) -> Group | None:
    """Return the group that a step is for, when it is asked."""
    step = journey.flow.step(key)
    question = step.group if step else None
    if step is None or question is None or not question.show_when.holds(journey.settled):
        return None
    return Group(journey, step, question)
