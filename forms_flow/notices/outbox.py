"""Into the outbox, and out of the worker's hands."""

from datetime import timedelta
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.utils import timezone

from forms_flow.enums import Medium, NoticeState
from forms_flow.notices.contact import Contact, contact_of, contact_of_draft, ways_to
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft
from forms_flow.records.notices import LEASE, Notice

GIVE_UP_AFTER = timedelta(hours=72)
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=12)
#: The message with a one-time code, and how long such a code is good for.
CODE, CODE_LIFETIME = "code", timedelta(minutes=15)
#: The message that a form under way is about to be destroyed.
REMINDER = "draft_expiring"
#: The messages that tell the result; sending one is when the applicant was told.
RESULTS = frozenset({"approved", "declined", "accepted", "not_now", "answered"})


def queue(application: Application, template: str, *, contact: Contact | None = None) -> list[Notice]:
    """Queue the message by every way the applicant gave, in the transaction of the change that it tells of.

    `contact` saves opening the sheet again where it is open already.
    """
    ways = ways_to(contact or contact_of(application))
    return Notice.objects.bulk_create([_notice(application, template, medium) for medium, _ in ways])


def queue_one(application: Application, template: str, medium: Medium, **extra: str) -> Notice:
    """Queue a message by one way, with what cannot be read again when it is sent; it is sealed, and gone once sent.

    `code` is a one-time code for the template; `to` is an address that the application no longer holds.
    """
    notice = _notice(application, template, medium)
    notice.extra = extra
    notice.save(force_insert=True)
    return notice


def remind(draft: Draft) -> list[Notice]:
    """Queue the reminder that a form under way is about to be destroyed, by every way given in it so far."""
    ways = ways_to(contact_of_draft(draft))
    return Notice.objects.bulk_create([_notice(draft, REMINDER, medium) for medium, _ in ways])


def claim() -> Notice | None:
    """Take one due message for the length of the lease, or return None when nothing is due.

    The row is taken by comparing the attempts it was seen with, which both databases do atomically, so that two
    workers never hold the same message while its lease runs.
    """
    for notice in Notice.objects.due()[:20]:
        mine = Notice.objects.due().filter(pk=notice.pk, attempts=notice.attempts)
        if mine.update(locked_until=timezone.now() + LEASE, attempts=notice.attempts + 1):
            notice.attempts += 1
            return notice
    return None


def sent(notice: Notice) -> None:
    """Record that the message left; the first one with a result sets when the applicant was told."""
    now = timezone.now()
    Notice.objects.filter(pk=notice.pk).update(
        state=NoticeState.SENT, sent_at=now, locked_until=None, last_error="", extra=None
    )
    if notice.template in RESULTS:  # not the one of a decision that an objection has undone meanwhile
        untold = Application.objects.filter(pk=notice.application_id, told_at=None)
        untold.filter(decided_at__lte=notice.created_at).update(told_at=now)
    _log(notice, history.Action.NOTICE_SENT)


def failed(notice: Notice, error: Exception) -> None:
    """Try again later, each time after twice the pause; after 72 hours leave it to the staff.

    A one-time code is given up as soon as it is of no use any more. What was sealed for it goes with the last try.
    """
    now = timezone.now()
    over = now - notice.created_at > (CODE_LIFETIME if notice.template == CODE else GIVE_UP_AFTER)
    pause = min(FIRST_PAUSE * 2 ** min(notice.attempts - 1, 12), LONGEST_PAUSE)
    Notice.objects.filter(pk=notice.pk).update(
        state=NoticeState.FAILED if over else NoticeState.WAITING,
        not_before=now + pause,
        locked_until=None,
        last_error=type(error).__name__,
        **({"extra": None} if over else {}),
    )
    if over:
        _log(notice, history.Action.NOTICE_FAILED)


def _notice(about: Application | Draft, template: str, medium: Medium) -> Notice:
    key = uuid4()
    subject = {"draft": about} if isinstance(about, Draft) else {"application": about}
    return Notice(
        id=key,
        **subject,
        template=template,
        medium=medium,
        language=about.language,
        message_id=f"<{key}.{template}@{urlsplit(settings.SITE_ORIGIN).hostname}>",
    )


def _log(notice: Notice, action: history.Action) -> None:
    if notice.application is None:  # a form under way has no history yet
        return
    data = {"template": notice.template, "medium": notice.medium, "attempts": notice.attempts}
    history.append(notice.application, action, actor=history.SYSTEM, data=data)
