"""Facts that cross between apps.

`services` and `forms_flow` never import each other. Each registers here, in its ``AppConfig.ready``, what it can tell
the other; `alhuda.checks` refuses to start while a provider is missing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Protocol, TypeVar, cast

T = TypeVar("T")


class PromiseUnit(StrEnum):
    """The unit of an answer time."""

    MINUTE = "minute"
    HOUR = "hour"
    WORKING_DAY = "working_day"


class CalendarKind(StrEnum):
    """The hours that count towards an answer time."""

    OFFICE = "office"
    SEASON = "season"


@dataclass(frozen=True, kw_only=True)
class Promise:
    """How soon a service promises its answer."""

    amount: int
    unit: PromiseUnit
    calendar: CalendarKind = CalendarKind.OFFICE


class OpeningKind(StrEnum):
    """Whether something can be applied for (req 4)."""

    OPEN = "open"
    OPENS_ON = "opens_on"
    CLOSED = "closed"
    FULL = "full"
    WALK_IN = "walk_in"


@dataclass(frozen=True, kw_only=True)
class OpeningState:
    """How it stands on a day; `home.openings` puts it into words.

    `day` is the first day, where one is to come; `service_key` names the service that it is about, and is empty when
    it is about the form; `note` says what people can do meanwhile, in the editor's words.
    """

    kind: OpeningKind = OpeningKind.OPEN
    day: date | None = None
    service_key: str = ""
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody can apply."""
        return self.kind is OpeningKind.OPEN


@dataclass(frozen=True, kw_only=True)
class DocumentFacts:
    """One document that a service asks for."""

    key: str
    label: str
    help: str = ""
    required: bool = True


@dataclass(frozen=True, kw_only=True)
class ServiceFacts:
    """What a form needs to know of a service, in one language."""

    key: str
    title: str
    url: str
    promise: Promise
    documents: Sequence[DocumentFacts]
    department_key: str
    open: bool
    state: OpeningKind = OpeningKind.OPEN  # as the editor set it, whatever the day
    opens_on: date | None = None
    closes_on: date | None = None
    capacity: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class FormFacts:
    """What a service page needs to know of its form, in one language.

    `open` tells whether the form exists for applicants, `state` whether it takes applications for the service today.
    """

    flow_key: str
    title: str
    url: str
    open: bool
    state: OpeningState = OpeningState()


class Tone(StrEnum):
    """How a small label looks; each is a modifier of the ``.tag`` class."""

    NEUTRAL = "neutral"
    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


class CardKind(StrEnum):
    """The listings that a page may stand in."""

    SERVICE = "service"
    POLICY = "policy"


@dataclass(frozen=True, kw_only=True)
class TagFacts:
    """One small label on a card."""

    label: str
    tone: Tone = Tone.GOOD


@dataclass(frozen=True, kw_only=True)
class CardFacts:
    """A page as a card in a listing, in the page's own language.

    Cards are listed by `order`, then title; `group` is a word or two above the title, such as the need it answers.
    """

    title: str
    url: str
    text: str = ""
    tags: Sequence[TagFacts] = ()
    group: str = ""
    order: int = 0


class CardPage(Protocol):
    """A page class whose live pages appear as cards on the home page.

    Declaring `card_kind` is enough: `home.cards` finds the class among Wagtail's page models, so neither app imports
    the other.
    """

    card_kind: ClassVar[CardKind]
    card_fields: ClassVar[Sequence[str]]  # the columns that `cards_of` reads, besides `home.cards.FIELDS`

    @classmethod
    def cards_of(cls, pages: Iterable[Any]) -> list[CardFacts]:
        """Return the cards of pages of this class, in their order: no query per page."""


class ServiceProvider(Protocol):
    """Answers for the services guide."""

    def service(self, key: str, language: str) -> ServiceFacts | None:
        """Return the facts of the service, or None when there is no such published service."""

    def services(self, keys: Iterable[str], language: str) -> Mapping[str, ServiceFacts]:
        """Return key -> facts of those of the services that are published; one query."""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return (key, Arabic title) of every service, for choosers."""

    def titles(self, language: str) -> Mapping[str, str]:
        """Return key -> title of every service in `language`, else in Arabic; one query, for lists."""


@dataclass(frozen=True, kw_only=True)
class LinkFacts:
    """A page to be named, and the places within it worth naming."""

    title: str
    url: str
    parts: "Sequence[LinkFacts]" = ()


@dataclass(frozen=True, kw_only=True)
class ToolFacts:
    """What the policy puts at the officer's hand (tools 1 to 3): the service page, governing policies, bylaws."""

    service: LinkFacts | None = None
    policies: Sequence[LinkFacts] = ()
    bylaws: Sequence[LinkFacts] = ()


class ToolProvider(Protocol):
    """Answers for what the staff look up beside a case."""

    def tools(self, key: str, language: str) -> ToolFacts:
        """Return the tools for a service in `language`, else in Arabic; the bylaws also without a service."""


class FormProvider(Protocol):
    """Answers for the application forms."""

    def form_for_service(self, key: str, language: str) -> FormFacts | None:
        """Return the form by which the service is asked for, or None when it has none."""

    def service_states(self) -> Mapping[str, OpeningState]:
        """Return service key -> state today, of every service that has a form; for lists, in a few queries."""


_providers: dict[type, object] = {}


def register(protocol: type, provider: object) -> None:
    """Make `provider` the one that answers for `protocol`; the last registration wins, so that tests can replace it."""
    _providers[protocol] = provider


def provider_of(protocol: type[T]) -> T:
    """Return the provider of `protocol`. Raises LookupError when no app registered one."""
    try:
        return cast("T", _providers[protocol])
    except KeyError:
        message = f"No app answers for {protocol.__name__}."
        raise LookupError(message) from None


def missing() -> list[str]:
    """Return the names of protocols that nobody answers for."""
    wanted = (ServiceProvider, ToolProvider, FormProvider)
    return [protocol.__name__ for protocol in wanted if protocol not in _providers]
