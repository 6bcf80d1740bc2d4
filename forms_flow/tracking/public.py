"""What the applicant reads of the application, in plain words. No name and no answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext as _

from forms_flow.definition import say
from forms_flow.domain.check import open_request
from forms_flow.domain.moves import from_state
from forms_flow.domain.reference import grouped
from forms_flow.enums import NoticeState, Outcome, PublicStatus, State
from forms_flow.notices.words import notice_words
from forms_flow.records.applications import PUBLIC_STATUS, Application
from forms_flow.records.casework import CompletionRequest, Decision
from forms_flow.records.history import Action, Event
from forms_flow.records.notices import Notice
from home.contracts import ServiceProvider, Tone, provider_of

_TONES = {
    PublicStatus.WAITING_FOR_YOU: Tone.WARN,
    PublicStatus.APPROVED: Tone.GOOD,
    PublicStatus.DELIVERED: Tone.GOOD,
    PublicStatus.REGISTERING: Tone.GOOD,
    PublicStatus.RECEIVED: Tone.INFO,
    PublicStatus.CHECKING: Tone.INFO,
    PublicStatus.UNDER_STUDY: Tone.INFO,
}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line of the timeline, as components/timeline.html wants it."""

    title: str
    day: datetime | None
    state: str
    text: str = ""


class PublicCase:
    """The application as its owner sees it, in the language of the address."""

    def __init__(self, application: Application, language: str) -> None:
        """Prepare the page."""
        self.application = application
        self.language = language
        self.reference = grouped(application.reference)
        self.status = application.public_status
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
        return self.application.decisions.exclude(outcome="").last() if self.application.outcome else None

    @property
    def is_declined(self) -> bool:
        """Whether the result is not an approval."""
        return self.application.outcome == Outcome.DECLINED

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

    @property
    def messages(self) -> list[tuple[str, str, datetime]]:
        """The messages that were sent: what each tells, by which way, when."""
        sent: list[Notice] = list(self.application.notices.filter(state=NoticeState.SENT).order_by("-sent_at"))
        return [(notice_words(item.template), item.get_medium_display(), item.sent_at) for item in sent]

    def _moments(self) -> Iterator[tuple[str, datetime | None]]:
        told = {Action.SUBMITTED, Action.MOVED}
        events = Event.objects.filter(application_id=self.application.pk, action__in=told).order_by("seq")
        shown = None
        for event in events:
            status = PUBLIC_STATUS[State(event.to_state)]
            if status != shown:
                shown = status
                yield str(status.label), event.at
        if self.status == PublicStatus.CHECKING:
            yield str(self.status.label), None

    def _ahead(self) -> list[Step]:
        return [Step(title=_("Latest day for telling you the result"), day=self.due, state="next")] if self.due else []
