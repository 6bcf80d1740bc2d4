"""The numbered, immutable versions of a form."""

from functools import lru_cache
from uuid import UUID, uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms_flow.definition import Flow
from forms_flow.enums import Track
from forms_flow.records.base import Record
from home import changes, made_from

#: Trials have versions too. These belong to no form's row of versions: they bear a key of their own, and no number.
TRIAL_NUMBER = 0


class FormVersionQuerySet(models.QuerySet["FormVersion"]):
    """Questions about versions."""

    def current(self, flow_key: UUID | str) -> "FormVersion | None":
        """Return the version that new journeys start with, or None while the form is not open."""
        newest = self.filter(flow_key=flow_key).defer("definition").order_by("-number").first()
        return newest if newest and newest.closed_at is None else None

    def open(self) -> "FormVersionQuerySet":
        """Return the version of every form that new journeys start with now."""
        newer = FormVersion.objects.filter(flow_key=models.OuterRef("flow_key"), number__gt=models.OuterRef("number"))
        return self.filter(~models.Exists(newer), closed_at=None)

    def publish(self, flow: Flow) -> "FormVersion":
        """Return the version with this content, made now unless the newest already has it; the form is open after."""
        digest = flow.digest()
        newest = self.filter(flow_key=flow.key).order_by("-number").first()
        if newest and newest.digest == digest:
            self.filter(pk=newest.pk).update(closed_at=None)
            changes.touched(made_from.a_page(UUID(str(flow.key))))
            return newest
        number = newest.number + 1 if newest else 1
        facts = {"flow_key": flow.key, "track": flow.track, "number": number}
        made = self.create(**facts, definition=flow.to_json(), digest=digest)
        changes.touched(made_from.a_page(UUID(str(flow.key))))
        return made

    def for_trial(self, flow: Flow) -> "FormVersion":
        """Return a version that only trials use; nobody else can ever meet it."""
        digest = flow.digest()
        found = self.filter(number=TRIAL_NUMBER, digest=digest).first()
        return found or self.create(
            flow_key=uuid4(),
            track=flow.track,
            number=TRIAL_NUMBER,
            definition=flow.to_json(),
            digest=digest,
            closed_at=timezone.now(),
        )

    def forget_trials(self) -> int:
        """Destroy the versions of trials that are over."""
        return self.filter(number=TRIAL_NUMBER, drafts=None).delete()[0]

    def close(self, flow_key: UUID | str) -> int:
        """Let no new journey start; journeys under way go on."""
        count = self.filter(flow_key=flow_key, closed_at=None).update(closed_at=timezone.now())
        changes.touched(made_from.a_page(UUID(str(flow_key))))
        return count


class FormVersion(Record):
    """A form as it was published; applications keep theirs for ever. One version holds all languages."""

    flow_key = models.UUIDField()
    track = models.CharField(max_length=20, choices=Track)
    number = models.PositiveIntegerField()
    definition = models.JSONField()
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)

    objects = FormVersionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("form version")
        verbose_name_plural = _("form versions")
        constraints = [models.UniqueConstraint(fields=["flow_key", "number"], name="form_version_number")]

    def __str__(self) -> str:
        return f"{self.flow_key} v{self.number}"

    @property
    def flow(self) -> Flow:
        """Return the form itself; built once per process, since a version never changes."""
        return flow_of(self.pk)


@lru_cache(maxsize=256)
def flow_of(version_id: UUID) -> Flow:
    """Return the form of a version; one query the first time this process meets it, none after."""
    return Flow.from_json(FormVersion.objects.values_list("definition", flat=True).get(pk=version_id))
