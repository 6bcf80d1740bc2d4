"""How the applicant is told: the messages, how they fare, and whether somebody has to telephone."""

from collections.abc import Iterable
from dataclasses import dataclass

from forms_flow.enums import NoticeState
from forms_flow.inbox.wording import NOTICE_TONES
from forms_flow.notices.outbox import RESULTS
from forms_flow.notices.words import notice_words
from forms_flow.records.applications import Application
from forms_flow.records.notices import Notice
from home.contracts import Tone


@dataclass(frozen=True, kw_only=True)
class SentNotice:
    """A message to the applicant and how it fares."""

    notice: Notice
    words: str
    tone: Tone


def sent_notices(application: Application) -> list[SentNotice]:
    """Return the messages to the applicant, the newest first."""
    found = application.notices.order_by("-created_at")
    return [SentNotice(notice=item, words=notice_words(item.template), tone=NOTICE_TONES[item.state]) for item in found]


def has_to_call(application: Application, notices: Iterable[SentNotice]) -> bool:
    """Tell whether the result is out, the applicant was not told, and no message with it is out or on its way."""
    told, decided = application.told_at, application.decided_at
    if told or decided is None:
        return False
    results = (item.notice for item in notices if item.notice.template in RESULTS)
    return all(item.state == NoticeState.FAILED or item.created_at < decided for item in results)
