"""A page of the services guide."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page
from wagtail_localize.fields import SynchronizedField

from home import made_from
from home.base import BasePage, stream_text
from home.contracts import (
    CalendarKind,
    CardFacts,
    CardKind,
    DocumentFacts,
    OpeningKind,
    OpeningState,
    Promise,
    PromiseUnit,
    ServiceFacts,
)
from home.fields import LooseStreamField
from home.openings import reason
from home.promises import counted_hours, promise_sentence
from services import availability, related
from services.blocks import DocumentsBlock, StepsBlock
from services.cards import service_card
from services.enums import AnswerCalendar, AnswerUnit, Audience, Need, Season, ServiceState
from services.fields import KeyListField, validate_key
from services.pages.panels import service_panels
from services.pages.publishing import PublishCheckedPage
from services.pages.service_fields import CARD, REQUIRED, SYNCHRONISED

PROSE = ["bold", "ul", "ol"]


class ServicePage(PublishCheckedPage):
    """One service: the same parts in the same order on every page (req 1)."""

    key = models.CharField(
        _("key"),
        max_length=40,
        blank=True,
        validators=[validate_key],
        help_text=_("Small Latin letters, digits and hyphens. Forms find the service by it, so it never changes."),
    )
    summary = models.TextField(_("what it is"), blank=True, max_length=400, help_text=_("Two or three sentences."))
    who_can = RichTextField(_("who can get it"), blank=True, features=PROSE)
    who_cannot = RichTextField(_("who cannot get it"), blank=True, features=PROSE)
    documents = LooseStreamField(DocumentsBlock(), verbose_name=_("what you need"), blank=True)
    no_documents = models.BooleanField(_("no document is needed"), default=False)
    steps = LooseStreamField(StepsBlock(), verbose_name=_("steps"), blank=True)
    answer_amount = models.PositiveSmallIntegerField(
        _("answer time"), null=True, blank=True, help_text=_("0 means at once.")
    )
    answer_unit = models.CharField(_("unit"), max_length=12, choices=AnswerUnit.choices, default=AnswerUnit.WORKING_DAY)
    answer_calendar = models.CharField(
        _("hours that count"), max_length=12, choices=AnswerCalendar.choices, default=AnswerCalendar.OFFICE
    )
    cost = models.CharField(_("cost"), max_length=120, blank=True, help_text=_("Left empty, the page says: no fee."))
    season = models.CharField(_("season"), max_length=16, choices=Season.choices, default=Season.ALL_YEAR)
    hours = models.TextField(_("opening hours"), blank=True, max_length=400)
    places = models.TextField(_("places"), blank=True, max_length=600, help_text=_("One place a line."))
    other_ways = RichTextField(_("other ways to ask"), blank=True, features=[*PROSE, "link"])
    department_key = models.CharField(_("department key"), max_length=40, blank=True, validators=[validate_key])
    department_name = models.CharField(_("department"), max_length=120, blank=True)
    reviewed_on = models.DateField(_("last reviewed"), null=True, blank=True)

    audiences = KeyListField(_("for whom"), blank=True, options=Audience)
    needs = KeyListField(_("needs it answers"), blank=True, options=Need)
    state = models.CharField(_("state"), max_length=12, choices=ServiceState.choices, default=ServiceState.OPEN)
    opens_on = models.DateField(_("opens on"), null=True, blank=True)
    closes_on = models.DateField(_("last day"), null=True, blank=True)
    capacity = models.PositiveIntegerField(
        _("most applications"),
        null=True,
        blank=True,
        help_text=_("Since the first day. When so many have come, the service shows as full. Empty means no limit."),
    )
    state_note = models.TextField(
        _("what to do meanwhile"), blank=True, max_length=400, help_text=_("Shown while nobody can apply online.")
    )
    urgent = models.BooleanField(_("people may be in danger"), default=False)
    urgent_note = models.TextField(_("what to do at once"), blank=True, max_length=300)
    call_number = models.CharField(_("telephone for urgent calls"), max_length=20, blank=True)
    is_sample = models.BooleanField(
        _("sample, not approved"), default=False, help_text=_("A sample can be published on a demonstration site only.")
    )

    card_kind: ClassVar[CardKind] = CardKind.SERVICE
    card_fields: ClassVar[tuple[str, ...]] = CARD
    parent_page_types: ClassVar[list[str]] = ["services.ServiceIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "services/service_page.html"
    content_panels = [*Page.content_panels, *service_panels()]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in (*SYNCHRONISED, "governing_policies")),
    ]
    required_to_publish = REQUIRED

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")

    def publishing_errors(self) -> dict[str, list[Any]]:
        """Add the rules between fields."""
        errors = super().publishing_errors()
        for name, message in availability.faults(self, is_demo=settings.DEMO, is_taken=self._key_is_taken()):
            errors.setdefault(name, [message])
        return errors

    def _key_is_taken(self) -> bool:
        same = ServicePage.objects.filter(key=self.key, locale_id=self.locale_id)
        return bool(self.key) and same.exclude(translation_key=self.translation_key).exists()

    @property
    def promise(self) -> Promise:
        """How soon an applicant is told. An unfinished draft counts as at once."""
        return Promise(
            amount=self.answer_amount or 0,
            unit=PromiseUnit(self.answer_unit),
            calendar=CalendarKind(self.answer_calendar),
        )

    @property
    def is_open(self) -> bool:
        """Whether an application can be sent today, by the calendar of the association."""
        return availability.current(self).is_open

    def search_parts(self) -> Sequence[str]:
        """Add what people may remember of a service: its parts, its documents, the names of its needs."""
        prose = [strip_tags(text) for text in (self.who_can, self.who_cannot, self.other_ways)]
        needs = [str(Need(key).label) for key in self.needs]
        return [
            *super().search_parts(),
            self.summary,
            *prose,
            self.places,
            *needs,
            *stream_text(self.documents),
            *stream_text(self.steps),
        ]

    def document_facts(self) -> list[DocumentFacts]:
        """Return the documents; the page and the form's upload step both read this list (req 2)."""
        entries = [child.value for child in self.documents]
        return [
            DocumentFacts(key=entry["key"], label=entry["label"], help=entry["help"], required=entry["required"])
            for entry in entries
            if entry["key"]
        ]

    def facts(self) -> ServiceFacts:
        """Return what forms and the inbox may know of the service."""
        return ServiceFacts(
            key=self.key,
            title=self.title,
            url=self.get_url() or "",
            promise=self.promise,
            documents=self.document_facts(),
            department_key=self.department_key,
            open=self.is_open,
            state=OpeningKind(self.state),
            opens_on=self.opens_on,
            closes_on=self.closes_on,
            capacity=self.capacity,
            note=self.state_note,
        )

    def shown_by(self) -> list[str]:
        """Return what shows this service besides its own page and lists: its forms and its policies."""
        keys = [link.policy.translation_key for link in self.governing_policies.all()]
        return [made_from.a_service(self.key), *map(made_from.a_page, keys)]

    @classmethod
    def cards_of(cls, pages: Iterable[Self]) -> list[CardFacts]:
        """Return the services as lists show them."""
        full = related.states_of_forms()
        return [page.card(related.state_of(page, full.get(page.key))) for page in pages]

    def card(self, state: OpeningState) -> CardFacts:
        """Return the service as a card in a state. Made once: lists share their pages."""
        known = self.__dict__.setdefault("_cards", {})
        key = (state, get_language())
        if key not in known:
            known[key] = service_card(self, state)
        found: CardFacts = known[key]
        return found

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the form by which to apply, and the governing policies in this language."""
        context = super().get_context(request, *args, **kwargs)
        form = related.form_of(self) if self.is_open else None
        state = related.state_of(self, form.state if form else None)
        context |= {
            "form_facts": form if state.is_open else None,
            "state": state,
            "reason": reason(state),
            "answer": promise_sentence(self.promise),
            "counted_hours": counted_hours(self.promise),
            "place_list": [place.strip() for place in self.places.splitlines() if place.strip()],
            "policies": related.policies_of(self),
        }
        return context


class ServicePolicy(Orderable):
    """A policy that governs a service. Kept on the Arabic page, copied to its translations."""

    page = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="governing_policies")
    policy = models.ForeignKey(
        "services.PolicyPage", verbose_name=_("policy"), on_delete=models.CASCADE, related_name="governed_services"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("governing policy")
        verbose_name_plural = _("governing policies")
        constraints = [models.UniqueConstraint(fields=["page", "policy"], name="one_link_per_policy")]

    def __str__(self) -> str:
        """Name the policy."""
        return str(self.policy)
