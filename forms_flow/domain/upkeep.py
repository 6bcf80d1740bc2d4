"""What has to happen by itself, every minute and every night. Every step may run twice without harm."""

from datetime import timedelta

from django.utils import timezone

from forms_flow.domain.submit import discard_files
from forms_flow.domain.withdraw import lapse_overdue
from forms_flow.records import history, throttle
from forms_flow.records.drafts import Draft, known_file_ids
from forms_flow.vault import store

ORPHAN_AGE = timedelta(hours=24)
COUNTER_AGE = timedelta(days=2)


def run() -> dict[str, int]:
    """Do all of it and return how much there was of each."""
    return {
        "drafts destroyed": sweep_drafts(),
        "orphan files destroyed": sweep_orphan_files(),
        "applications lapsed": lapse_overdue(),
        "attempt counters destroyed": throttle.forget_before(timezone.now() - COUNTER_AGE),
        "days sealed": seal_yesterday(),
    }


def sweep_drafts() -> int:
    """Destroy the drafts whose time is over, with their files."""
    expired = Draft.objects.filter(expires_at__lte=timezone.now())
    for draft in expired:
        discard_files(draft)
        draft.delete()
    return len(expired)


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
