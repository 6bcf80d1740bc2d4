"""What the page of a case shows, gathered with a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from django.db.models import Exists, OuterRef, Prefetch, Q, prefetch_related_objects

from forms_flow.domain import engine
from forms_flow.domain.moves import Move
from forms_flow.domain.reference import grouped
from forms_flow.enums import CALLS
from forms_flow.inbox import telling
from forms_flow.inbox.case_papers import CasePapers
from forms_flow.inbox.declaration import DeclarationFacts, declaration_facts
from forms_flow.inbox.filters import name_of
from forms_flow.inbox.move_forms import VERBS, MoveForm
from forms_flow.inbox.sections import Section, sections
from forms_flow.inbox.time_left import TimeLeft, time_left
from forms_flow.inbox.timeline import Entry, entries, staff_ids
from forms_flow.inbox.wording import REVEAL_REASONS, STATE_TONES
from forms_flow.notices.contact import contact_in, ways_to
from forms_flow.notices.words import notice_words
from forms_flow.records.applications import Application
from forms_flow.records.casework import Decision, Message, Note
from forms_flow.records.departments import Membership
from forms_flow.records.history import Event
from forms_flow.records.staff import Person, can
from forms_flow.rules import MATRIX, Capability
from home.contracts import ServiceProvider, Tone, provider_of

#: The newest events of the history that the page shows.
MOST_EVENTS = 200
#: The roles that work on cases.
_WORKERS = [role for role, held in MATRIX.items() if Capability.NOTE in held]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A move that may be made now: its form, and what the applicant will be told."""

    move: Move
    form: MoveForm
    message: str


class CasePage(CasePapers):
    """Everything the template asks for; each part is read once."""

    reasons = REVEAL_REASONS
    calls = CALLS

    def __init__(
        self, application: Application, person: Person, language: str, *, form: MoveForm | None, revealed: str
    ) -> None:
        """Prepare the page for `person`; `form` is a move that could not be made, `revealed` an answer to show."""
        super().__init__(application, person, language)
        self.form = form
        self.revealed = revealed
        self.flow = application.flow
        self.reference = grouped(application.reference)
        self.tone = STATE_TONES.get(application.state, Tone.NEUTRAL)

    @property
    def answers(self) -> dict[str, object]:
        """The answers, opened."""
        return self.application.all_answers

    @cached_property
    def service(self) -> str:
        """The service asked for, or else the form."""
        titles = provider_of(ServiceProvider).titles(self.language)
        return titles.get(self.application.service_key) or self.form_title

    @property
    def form_title(self) -> str:
        """The form that was filled in."""
        return self.flow.title.get(self.language) or next(iter(self.flow.title.values()), "")

    @property
    def time_left(self) -> TimeLeft | None:
        """What is left of the promised time."""
        return time_left(self.application)

    @cached_property
    def choices(self) -> list[Choice]:
        """The moves that this person may make now; a form that came back keeps what was filled in."""
        self.decisions  # noqa: B018 - who decided already is asked of each move: read once
        found = [move for move in engine.available(self.application, self.person) if move.name in VERBS]
        return [Choice(move=move, form=self._form(move), message=self._message(move)) for move in found]

    @property
    def lost(self) -> list[tuple[str, list[str]]]:
        """What was filled in for a move that is no longer there, so that it is not lost."""
        if self.form is None or any(choice.form is self.form for choice in self.choices):
            return []
        return self.form.typed

    @cached_property
    def media(self) -> list[str]:
        """The ways by which the applicant can be told, in words."""
        return [str(medium.label) for medium, _ in ways_to(contact_in(self.flow, self.answers))]

    @property
    def sections(self) -> list[Section]:
        """The answers as asked."""
        name = self.application.display_name
        return list(sections(self.flow, self.answers, self.language, revealed=self.revealed, known=name))

    @cached_property
    def declaration(self) -> DeclarationFacts:
        """How the declaration was given."""
        return declaration_facts(self.application, self.files, self.names, may_open=self.may_reveal)

    @cached_property
    def entered_by(self) -> str:
        """Who of the staff filled it in for the applicant; an empty string when the applicant did."""
        person = self.application.entered_by_id
        return self.names.get(person, "") if person else ""

    @property
    def letter_date(self) -> date | None:
        """The date of the letter that it came with."""
        letter = self.application.letter
        return date.fromisoformat(letter["date"]) if letter else None

    @cached_property
    def decisions(self) -> list[Decision]:
        """The proposals and decisions."""
        named = Decision.objects.select_related("proposed_by", "decided_by", "why")
        prefetch_related_objects([self.application], Prefetch("decisions", named))
        return list(self.application.decisions.all())

    @cached_property
    def messages(self) -> list[Message]:
        """What the applicant and the staff wrote to each other, and the calls, the newest first."""
        return list(self.application.messages.select_related("author").order_by("-at"))

    @property
    def may_write(self) -> bool:
        """Whether this person may write to the applicant and log calls."""
        return can(self.person, Capability.CHECK)

    @property
    def has_to_call(self) -> bool:
        """Whether the result is out and no message can tell it: somebody has to telephone."""
        return telling.has_to_call(self.application, self.notices)

    @property
    def may_note(self) -> bool:
        """Whether this person may write notes."""
        return can(self.person, Capability.NOTE)

    @cached_property
    def notes(self) -> list[Note]:
        """The notes among the staff, the newest first."""
        return list(self.application.notes.select_related("author").order_by("-at"))

    @cached_property
    def notices(self) -> list[telling.SentNotice]:
        """The messages to the applicant, the newest first."""
        return telling.sent_notices(self.application)

    @cached_property
    def events(self) -> list[Event]:
        """The newest events of the history."""
        found = Event.objects.filter(application_id=self.application.pk).order_by("-seq")
        return list(found[:MOST_EVENTS])

    @cached_property
    def people(self) -> list[AbstractUser]:
        """The people of the history and, marked by `works_here`, those of the department, in one query.

        `handles_cases` marks those whose role lets them work on a case.
        """
        here = Membership.objects.filter(user=OuterRef("pk"), department=self.application.department_id)
        roles = Group.objects.filter(user=OuterRef("pk"), name__in=_WORKERS)
        found = get_user_model().objects.annotate(works_here=Exists(here), handles_cases=Exists(roles))
        acted = staff_ids(self.events) | {self.application.entered_by_id}
        wanted = Q(pk__in=acted - {None}) | Q(works_here=True)
        return list(found.filter(wanted).order_by("first_name", "last_name", "username"))

    @property
    def names(self) -> dict[int, str]:
        """The names of those people."""
        return {person.pk: name_of(person) for person in self.people}

    @property
    def timeline(self) -> list[Entry]:
        """The history in words, for those who may read it."""
        if not can(self.person, Capability.READ_HISTORY):
            return []
        return entries(self.events, flow=self.flow, language=self.language, names=self.names)

    @property
    def assignee_name(self) -> str:
        """Who works on it."""
        return name_of(self.application.assignee) if self.application.assignee else ""

    @property
    def may_take(self) -> bool:
        """Whether this person may take the case, and has not yet."""
        return self.may_note and self.application.assignee_id != self.person.pk

    @property
    def may_assign(self) -> bool:
        """Whether this person may give the case to others."""
        return can(self.person, Capability.ASSIGN)

    @property
    def candidates(self) -> Sequence[tuple[int, str]]:
        """The people of the department who work on cases."""
        workers = (item for item in self.people if item.is_active and item.works_here and item.handles_cases)
        return [(item.pk, name_of(item)) for item in workers]

    def _form(self, move: Move) -> MoveForm:
        if self.form is not None and self.form.move.name == move.name:
            return self.form
        return MoveForm(move=move, application=self.application, language=self.language)

    def _message(self, move: Move) -> str:
        return notice_words(move.notice) if move.notice else ""
