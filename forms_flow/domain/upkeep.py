"""What has to happen by itself, every minute and every night. Every step may run twice without harm."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forms_flow.domain import alerts, code, follow
from forms_flow.domain.submit import discard_files
from forms_flow.domain.withdraw import lapse_overdue, remind_incomplete
from forms_flow.notices import outbox, staff
from forms_flow.pages import openings
from forms_flow.records import history, throttle
from forms_flow.records.drafts import Draft, known_file_ids
from forms_flow.records.mistakes import Mistake
from forms_flow.records.versions import FormVersion
from forms_flow.vault import store

ORPHAN_AGE = timedelta(hours=24)
COUNTER_AGE = timedelta(days=2)
MISTAKE_AGE = timedelta(days=366)
#: How long before it is destroyed the owner of a form under way is reminded.
REMINDED_BEFORE = timedelta(days=3)


def run() -> dict[str, int]:
    """Do all of it and return how much there was of each."""
    return {
        "drafts destroyed": sweep_drafts(),
        "versions of trials destroyed": FormVersion.objects.forget_trials(),
        "owners reminded": remind_owners(),
        "orphan files destroyed": sweep_orphan_files(),
        "applicants reminded": remind_incomplete(),
        "applications lapsed": lapse_overdue(),
        "staff alerted": alerts.alert_staff(),
        "alerts mailed": staff.mail_alerts(),
        "one-time codes destroyed": code.destroy_old(),
        "follow-up codes forgotten": follow.forget(),
        "attempt counters destroyed": throttle.forget_before(timezone.now() - COUNTER_AGE),
        "openings put right": openings.follow_all(),
        "counts of mistakes destroyed": Mistake.objects.forget_before(timezone.localdate() - MISTAKE_AGE),
        "days sealed": seal_yesterday(),
    }


def sweep_drafts() -> int:
    """Destroy the drafts whose time is over, with their files."""
    expired = list(Draft.objects.filter(expires_at__lte=timezone.now()).values_list("pk", flat=True))
    return sum(map(_destroy, expired))


def _destroy(key: UUID) -> bool:
    """Destroy one draft, files and all, unless it was saved or is being sent at this very moment."""
    with transaction.atomic():
        over = Draft.objects.select_for_update(of=("self",)).filter(pk=key, expires_at__lte=timezone.now()).first()
        if over:
            discard_files(over)
            over.delete()
    return over is not None


def remind_owners() -> int:
    """Remind, once, the owners who asked for it that their answers are about to be destroyed."""
    now = timezone.now()
    ending = Draft.objects.filter(expires_at__gt=now, expires_at__lte=now + REMINDED_BEFORE, submitted_at=None)
    ending = ending.filter(is_trial=False)
    reminded = 0
    for draft in ending.filter(reminded_at=None):
        with transaction.atomic():
            mine = Draft.objects.filter(pk=draft.pk, row_version=draft.row_version, reminded_at=None)
            if mine.update(reminded_at=now) and draft.wants_reminder and not draft.is_entered:
                reminded += bool(outbox.remind(draft))
    return reminded


def sweep_orphan_files() -> int:
    """Destroy stored files that no row has spoken of for a day: a crash between writing and committing left them."""
    before = (timezone.now() - ORPHAN_AGE).timestamp()
    known = known_file_ids()
    orphans = [file_id for file_id, changed in store.names() if changed < before and file_id not in known]
    for file_id in orphans:
        store.delete(file_id)
    return len(orphans)


def seal_yesterday() -> int:
    """Seal the history up to yesterday, unless that was done."""
    yesterday = timezone.localdate() - timedelta(days=1)
    done = history.SealedHead.objects.filter(day=yesterday).exists()
    history.seal_day(yesterday)
    return 0 if done else 1
