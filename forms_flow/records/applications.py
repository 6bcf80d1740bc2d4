"""The application itself and its sealed answers."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from forms_flow.definition import Flow
from forms_flow.enums import Channel, DeclarationMode, Outcome, PublicStatus, Sensitivity, State, Track
from forms_flow.records.base import Record
from forms_flow.records.beneficiaries import Beneficiary
from forms_flow.records.departments import Department, Membership
from forms_flow.records.drafts import Draft
from forms_flow.records.public import status_of
from forms_flow.records.staff import Person, capabilities_of
from forms_flow.records.versions import FormVersion, flow_of
from forms_flow.rules import Capability
from forms_flow.vault.fields import SealedField


class ApplicationQuerySet(models.QuerySet["Application"]):
    """The one door to applications: staff views begin with :meth:`visible_to`."""

    def visible_to(self, user: Person) -> "ApplicationQuerySet":
        """Return the rows that this person may see: none by default, else those of their departments.

        Who sees every department still sees whistle-blowing only as a member of the department that it is with.
        """
        held = capabilities_of(user)
        if Capability.SEE not in held:
            return self.none()
        # A join would let the database start from the memberships and sort all rows of a department for one page.
        mine = models.Exists(Membership.objects.filter(user=user.pk, department=models.OuterRef("department")))
        if Capability.SEE_ALL in held:
            return self.filter(~Q(track=Track.WHISTLE_BLOWING) | mine)
        return self.filter(mine)

    def overdue(self) -> "ApplicationQuerySet":
        """Return the open ones whose promised time has passed while the clock was running."""
        return self.filter(is_open=True, paused_at=None, sort_due__lt=timezone.now())


class Application(Record):
    """One sent application. Its reference opens nothing by itself."""

    reference = models.CharField(max_length=11, unique=True)
    draft = models.OneToOneField(Draft, models.SET_NULL, null=True, related_name="application")
    version = models.ForeignKey(FormVersion, models.PROTECT, related_name="applications")
    track = models.CharField(max_length=20, choices=Track)
    service_key = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=8)
    channel = models.CharField(max_length=20, choices=Channel, default=Channel.WEBSITE)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    department = models.ForeignKey(Department, models.PROTECT, related_name="applications")
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="assigned")
    state = models.CharField(max_length=20, choices=State, default=State.RECEIVED)
    is_open = models.BooleanField(default=True)
    sort_due = models.DateTimeField()
    received_at = models.DateTimeField()
    entered_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    declaration_mode = models.CharField(max_length=20, choices=DeclarationMode, default=DeclarationMode.TICKED)
    declared_at = models.DateTimeField(null=True)  # empty while the applicant has yet to confirm by link
    declaration = SealedField(null=True)  # who took it and what proves it, when it was not ticked by the applicant
    letter = SealedField(null=True)  # number and date of the letter that it came with
    follow_digest = models.BinaryField(max_length=16, null=True)  # of the code of somebody who gave no contact
    display_name = SealedField()
    beneficiary = models.ForeignKey(Beneficiary, models.PROTECT, null=True, related_name="applications")
    practice = models.BooleanField(default=False)
    row_version = models.PositiveIntegerField(default=1)

    objects = ApplicationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        indexes = [
            models.Index(fields=["sort_due", "id"], condition=Q(is_open=True), name="app_open_due"),
            models.Index(fields=["assignee", "sort_due", "id"], condition=Q(is_open=True), name="app_open_assignee"),
            models.Index(
                fields=["department", "sort_due", "id"], condition=Q(is_open=True), name="app_open_department"
            ),
            models.Index(fields=["state", "sort_due", "id"], condition=Q(is_open=True), name="app_open_state"),
            models.Index(fields=["channel", "sort_due", "id"], condition=Q(is_open=True), name="app_open_channel"),
            models.Index(fields=["received_at", "id"], name="app_received"),
            models.Index(fields=["version", "received_at"], name="app_version"),
            models.Index(fields=["service_key", "received_at", "id"], name="app_service"),
            models.Index(fields=["assignee", "received_at", "id"], name="app_assignee"),
            models.Index(fields=["department", "state", "received_at", "id"], name="app_department_state"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="application_known_state"),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "declined"]) | Q(decided_at__isnull=False),
                name="application_decided_has_time",
            ),
            models.CheckConstraint(
                condition=Q(declared_at__isnull=False) | Q(declaration_mode=DeclarationMode.LINK),
                name="application_declared_unless_by_link",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def flow(self) -> Flow:
        """Return the form as it was when this was sent."""
        return flow_of(self.version_id)

    @property
    def public_status(self) -> PublicStatus:
        """Return what the applicant reads; a received application that somebody took up is being checked."""
        return status_of(self.track, self.state, is_taken_up=self.assignee_id is not None)

    @property
    def in_time(self) -> bool | None:
        """Whether the applicant was told within the promise (policy 5); None while there is still time for it.

        A decision that nobody told is not in time, however early it was taken.
        """
        if self.told_at:
            return self.told_at <= self.due_at
        owed = (self.is_open or self.decided_at is not None) and self.paused_at is None
        return False if owed and self.due_at < timezone.now() else None

    @cached_property
    def all_answers(self) -> dict[str, Any]:
        """All answers, opened once for this object."""
        return self.answers()

    def answers(self, *classes: Sensitivity) -> dict[str, Any]:
        """Open the sheets (all, or only the given classes) and return question key -> answer."""
        sheets = self.sheets.filter(sensitivity__in=classes) if classes else self.sheets.all()
        return {key: value for sheet in sheets for key, value in sheet.answers.items()}


class AnswerSheet(Record):
    """The answers of one sensitivity class in one envelope."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="sheets")
    sensitivity = models.CharField(max_length=12, choices=Sensitivity)
    answers = SealedField()

    class Meta(Record.Meta):
        verbose_name = _("answer sheet")
        verbose_name_plural = _("answer sheets")
        constraints = [models.UniqueConstraint(fields=["application", "sensitivity"], name="sheet_once_per_class")]

    def __str__(self) -> str:
        return str(self.pk)


def split_by_class(flow: Flow, answers: Mapping[str, Any]) -> dict[Sensitivity, dict[str, Any]]:
    """Return the answers grouped by the sensitivity of their question; classes without an answer are left out."""
    sheets: dict[Sensitivity, dict[str, Any]] = {}
    for question in flow.asked(answers):
        if question.key in answers:
            sheets.setdefault(question.sensitivity, {})[question.key] = answers[question.key]
    return sheets
