"""What the applicant reads of the application, in plain words. No name and no answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from forms_flow.definition import say
from forms_flow.domain import objection
from forms_flow.domain.check import open_request
from forms_flow.domain.declaration import words
from forms_flow.domain.moves import TABLE, from_state
from forms_flow.domain.reference import grouped
from forms_flow.enums import MessageKind, NoticeState, Outcome, PublicStatus, State, Track
from forms_flow.notices.contact import contact_questions
from forms_flow.notices.outbox import CODE
from forms_flow.notices.words import notice_words
from forms_flow.records.applications import Application
from forms_flow.records.casework import CompletionRequest, Decision, Message
from forms_flow.records.history import Action, Event
from forms_flow.records.notices import Notice
from forms_flow.records.public import status_of, status_words
from home.contracts import ServiceProvider, Tone, provider_of

_TONES = {
    PublicStatus.WAITING_FOR_YOU: Tone.WARN,
    PublicStatus.APPROVED: Tone.GOOD,
    PublicStatus.DELIVERED: Tone.GOOD,
    PublicStatus.REGISTERING: Tone.GOOD,
    PublicStatus.RECEIVED: Tone.INFO,
    PublicStatus.CHECKING: Tone.INFO,
    PublicStatus.UNDER_STUDY: Tone.INFO,
    PublicStatus.ANSWERED: Tone.GOOD,
    PublicStatus.WAITING_LIST: Tone.WARN,
}

#: Who speaks, as the applicant reads it.
_WHO = {
    MessageKind.FROM_APPLICANT: pgettext_lazy("message", "You wrote"),
    MessageKind.OBJECTION: pgettext_lazy("message", "Your objection"),
    MessageKind.TO_APPLICANT: pgettext_lazy("message", "We wrote"),
}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line of the timeline, as components/timeline.html wants it."""

    title: str
    day: datetime | None
    state: str
    text: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class Said:
    """One message between the applicant and the staff."""

    who: str
    text: str
    at: datetime
    is_mine: bool
    is_new: bool


class PublicCase:
    """The application as its owner sees it, in the language of the address."""

    def __init__(self, application: Application, language: str) -> None:
        """Prepare the page."""
        self.application = application
        self.language = language
        self.reference = grouped(application.reference)
        self.status = application.public_status
        self.status_words = status_words(application.track, self.status)
        self.tone = _TONES.get(self.status, Tone.NEUTRAL)

    @cached_property
    def title(self) -> str:
        """The service asked for, or else the form."""
        titles = provider_of(ServiceProvider).titles(self.language)
        return titles.get(self.application.service_key) or say(self.application.flow.title, self.language)

    @cached_property
    def request(self) -> CompletionRequest | None:
        """What the applicant is being asked for."""
        return open_request(self.application) if self.application.state == State.INCOMPLETE else None

    @property
    def due(self) -> datetime | None:
        """By when the result is told; nothing while the clock stands or when the result is out."""
        running = self.application.is_open and not self.application.decided_at and not self.application.paused_at
        return self.application.due_at if running else None

    @cached_property
    def decision(self) -> Decision | None:
        """The result, once there is one."""
        decisions = self.application.decisions.exclude(outcome="").select_related("why")
        return decisions.last() if self.application.outcome else None

    @property
    def reasons(self) -> list[str]:
        """Why it was not approved: the listed reason in the language of the page, and what was written besides."""
        if self.decision is None:
            return []
        listed = self.decision.why.said(self.language) if self.decision.why else ""
        return [text for text in (listed, self.decision.reason) if text]

    @property
    def is_volunteer(self) -> bool:
        """Whether somebody offers to help, and is accepted rather than approved."""
        return self.application.track == Track.VOLUNTEER

    @property
    def knows_objections(self) -> bool:
        """Whether results of this kind of form can be objected to."""
        return "object" in TABLE[Track(self.application.track)]

    @cached_property
    def undeclared(self) -> list[str]:
        """The words that the applicant has yet to confirm."""
        if self.application.declared_at or not self.application.is_open:
            return []
        return words(self.application.flow, self.application.all_answers, self.language)

    @property
    def is_declined(self) -> bool:
        """Whether the result is not an approval."""
        return self.application.outcome == Outcome.DECLINED

    @property
    def may_object(self) -> bool:
        """Whether the applicant can have the result looked at again."""
        return objection.may_object(self.application)

    @property
    def objection_until(self) -> datetime | None:
        """The last day for that, once the applicant has been told."""
        return objection.last_moment(self.application)

    @property
    def may_correct(self) -> bool:
        """Whether there is a mobile or an e-mail that can be corrected."""
        application = self.application
        if not application.is_open or application.follow_digest is None:
            return application.is_open  # only without a mobile is there a code, and perhaps nothing to correct
        return bool(contact_questions(application.flow, application.all_answers))

    @property
    def may_withdraw(self) -> bool:
        """Whether the application can still be withdrawn."""
        moves = from_state(self.application.track, self.application.state)
        return any(move.name == "withdraw" for move in moves)

    @cached_property
    def timeline(self) -> list[Step]:
        """What happened that concerns the applicant; what repeats itself to the outside is one line."""
        moments = list(self._moments())
        last = len(moments) - 1
        over = not self.application.is_open
        lines = [
            Step(title=title, day=at, state="now" if place == last and not over else "done")
            for place, (title, at) in enumerate(moments)
        ]
        return [*lines, *self._ahead()]

    @cached_property
    def written(self) -> list[Message]:
        """What the applicant and the staff wrote to each other; calls are the staff's own affair."""
        return list(self.application.messages.filter(kind__in=_WHO))

    @property
    def conversation(self) -> list[Said]:
        """The same, ready to be read, the newest last."""
        return [
            Said(
                who=str(_WHO[item.kind]),
                text=item.text,
                at=item.at,
                is_mine=item.kind != MessageKind.TO_APPLICANT,
                is_new=item.kind == MessageKind.TO_APPLICANT and item.read_at is None,
            )
            for item in self.written
        ]

    @property
    def messages(self) -> list[tuple[str, str, datetime]]:
        """The notices that were sent: what each tells, by which way, when. Codes are no news."""
        sent: list[Notice] = list(
            self.application.notices.filter(state=NoticeState.SENT).exclude(template=CODE).order_by("-sent_at")
        )
        return [(notice_words(item.template), item.get_medium_display(), item.sent_at) for item in sent]

    def _moments(self) -> Iterator[tuple[str, datetime | None]]:
        told = {Action.SUBMITTED, Action.MOVED}
        events = Event.objects.filter(application_id=self.application.pk, action__in=told).order_by("seq")
        shown = None
        for event in events:
            status = status_of(self.application.track, event.to_state)
            if event.to_state == State.REOPENED:
                shown = status
                yield _("Your objection was received"), event.at
            elif status != shown:
                shown = status
                yield status_words(self.application.track, status), event.at
        if self.application.state == State.RECEIVED and self.application.assignee_id:
            yield self.status_words, None

    def _ahead(self) -> list[Step]:
        return [Step(title=_("Latest day for telling you the result"), day=self.due, state="next")] if self.due else []
