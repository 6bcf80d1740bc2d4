"""The append-only history: one hash chain per application, and a daily seal over all chains.

No answer is ever written here. Rows have no foreign key, so that nothing can cascade into them, and triggers refuse to
change or delete them (see `triggers`).
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forms_flow.records.applications import Application
from forms_flow.records.staff import Person
from home.choices import TextChoices

APPLICANT = "applicant"
SYSTEM = "system"


class Action(TextChoices):
    """What happened."""

    SUBMITTED = "submitted", pgettext_lazy("history", "Application sent")
    OPENED = "opened", pgettext_lazy("history", "Case opened")
    ASSIGNED = "assigned", pgettext_lazy("history", "Assigned")
    MOVED = "moved", pgettext_lazy("history", "Moved")
    COMPLETED = "completed", pgettext_lazy("history", "Sent what was missing")
    FILE_OPENED = "file_opened", pgettext_lazy("history", "Document opened")
    REVEALED = "revealed", pgettext_lazy("history", "Masked answer shown")
    NOTED = "noted", pgettext_lazy("history", "Note added")
    NOTICE_SENT = "notice_sent", pgettext_lazy("history", "Message sent")
    MESSAGED = "messaged", pgettext_lazy("history", "Message on the case")
    CALLED = "called", pgettext_lazy("history", "Telephone call")
    CONTACT_CORRECTED = "contact_corrected", pgettext_lazy("history", "Contact details corrected")
    DECLARED = "declared", pgettext_lazy("history", "Declaration given")
    COPIED = "copied", pgettext_lazy("history", "Copy of the answers made")
    CHECKED = "checked", pgettext_lazy("history", "Document checked")
    UNCHECKED = "unchecked", pgettext_lazy("history", "Referred with documents not checked")
    REFERRED_OUT = "referred_out", pgettext_lazy("history", "Referred to a body outside")
    LETTER_CAME = "letter_came", pgettext_lazy("history", "Letter of a body recorded")
    REPLIED = "replied", pgettext_lazy("history", "Reply recorded")
    EXTENDED = "extended", pgettext_lazy("history", "Promised time extended")
    ALERTED = "alerted", pgettext_lazy("history", "Staff reminded of the promised time")
    HANDED_OVER = "handed_over", pgettext_lazy("history", "Delivery recorded")
    CAME_BACK = "came_back", pgettext_lazy("history", "Loan came back")
    ENTERED_REGISTER = "entered_register", pgettext_lazy("history", "Entered in the register")
    MERGED = "merged", pgettext_lazy("history", "Entries of the register merged")
    RELATED = "related", pgettext_lazy("history", "Relation to the applicant declared")
    TURNED = "turned", pgettext_lazy("history", "Application begun from the inquiry")
    VOLUNTEER_LEFT = "volunteer_left", pgettext_lazy("history", "No longer available as a volunteer")
    VOLUNTEER_BACK = "volunteer_back", pgettext_lazy("history", "Available again as a volunteer")
    NOTICE_FAILED = "notice_failed", pgettext_lazy("history", "Message could not be sent")


class Event(models.Model):
    """One thing that happened to one application."""

    wagtail_reference_index_ignore = True

    id = models.BigAutoField(primary_key=True)
    application_id = models.UUIDField()
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=40)
    action = models.CharField(max_length=20, choices=Action)
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20, blank=True)
    data = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("history event")
        verbose_name_plural = _("history")
        default_permissions = ()
        ordering = ("application_id", "seq")
        constraints = [models.UniqueConstraint(fields=["application_id", "seq"], name="event_once")]
        indexes = [models.Index(fields=["at"], name="event_at")]

    def __str__(self) -> str:
        return f"{self.application_id} #{self.seq}"

    def expected_digest(self) -> str:
        """Return the digest that the content and the previous row call for."""
        content = [
            str(self.application_id),
            self.seq,
            self.at.isoformat(),
            self.actor,
            self.action,
            self.from_state,
            self.to_state,
            self.data,
            self.previous,
        ]
        text = json.dumps(content, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


class SealedHead(models.Model):
    """The seal of one day: a digest over the last event of every chain that moved, chained to the day before."""

    wagtail_reference_index_ignore = True

    day = models.DateField(unique=True)
    count = models.PositiveIntegerField()
    last_event_id = models.BigIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("daily seal")
        verbose_name_plural = _("daily seals")
        default_permissions = ()
        ordering = ("day",)

    def __str__(self) -> str:
        return self.day.isoformat()


def actor_name(actor: Person | str) -> str:
    """Return how the history names who acted: ``staff:7``, ``applicant`` or ``system``."""
    return actor if isinstance(actor, str) else f"staff:{actor.pk}"


def staff_id(actor: str) -> int | None:
    """Return which member of the staff a row of the history names; None for the applicant and the system."""
    kind, _, number = actor.partition(":")
    return int(number) if kind == "staff" else None


def append(  # noqa: PLR0913 - the columns of one row
    application: Application,
    action: Action,
    *,
    actor: Person | str,
    from_state: str = "",
    to_state: str = "",
    data: Mapping[str, Any] | None = None,
) -> Event:
    """Add the next event of the application's chain, under its row lock. `data` never holds an answer."""
    with transaction.atomic():
        Application.objects.select_for_update(of=("self",)).values_list("pk").get(pk=application.pk)
        last = Event.objects.filter(application_id=application.pk).order_by("-seq").first()
        event = Event(actor=actor_name(actor), action=action, from_state=from_state, to_state=to_state)
        event.data = dict(data or {})
        return _chained(event, application, last)


def begin(application: Application, action: Action, *, actor: Person | str, to_state: str) -> Event:
    """Add the first event of an application made in this very transaction: nobody else can write its chain yet."""
    return _chained(Event(actor=actor_name(actor), action=action, to_state=to_state), application, None)


def _chained(event: Event, application: Application, last: Event | None) -> Event:
    event.application_id, event.at = application.pk, timezone.now()
    event.seq, event.previous = (last.seq + 1, last.digest) if last else (1, "")
    event.digest = event.expected_digest()
    event.save(force_insert=True)
    return event


def broken_events(application_id: UUID | None = None) -> Iterator[tuple[Event, str]]:
    """Yield every event whose chain does not hold, with what is wrong with it."""
    events = Event.objects.order_by("application_id", "seq")
    if application_id:
        events = events.filter(application_id=application_id)
    before: Event | None = None
    for event in events.iterator(chunk_size=2000):
        same_chain = before if before and before.application_id == event.application_id else None
        if event.digest != event.expected_digest():
            yield event, "content"
        elif event.seq != (same_chain.seq + 1 if same_chain else 1):
            yield event, "gap"
        elif event.previous != (same_chain.digest if same_chain else ""):
            yield event, "link"
        before = event


def seal_day(day: date) -> SealedHead:
    """Seal everything up to the end of `day` in Riyadh; sealing a day twice changes nothing."""
    existing = SealedHead.objects.filter(day=day).first()
    return existing or SealedHead.objects.create(day=day, **_seal_of(day))


def broken_seals() -> Iterator[SealedHead]:
    """Yield the daily seals that no longer fit the history."""
    for head in SealedHead.objects.order_by("day"):
        if _seal_of(head.day)["digest"] != head.digest:
            yield head


def _seal_of(day: date) -> dict[str, Any]:
    before = SealedHead.objects.filter(day__lt=day).order_by("-day").first()
    start = before.last_event_id if before else 0
    rows = Event.objects.filter(pk__gt=start, at__date__lte=day).order_by("pk").values_list("pk", "digest")
    chain = hashlib.sha256((before.digest if before else "").encode())
    count, last = 0, start
    for key, digest in rows.iterator(chunk_size=5000):
        chain.update(digest.encode())
        last = key
        count += 1
    return {"count": count, "last_event_id": last, "digest": chain.hexdigest()}
