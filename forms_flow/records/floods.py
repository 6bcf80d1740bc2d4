"""How much may be sent within an hour, from one network and for one person or case (req 103).

Whole companies and mobile networks stand behind one address, so the limits stop floods, not families.
"""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.conf import settings

from forms_flow.records import throttle

WINDOW = timedelta(hours=1)
MOST_SENT_FROM_ADDRESS, MOST_SENT_FOR_PERSON = 60, 10
#: Posts with files: each file costs a process of its own that looks into it.
MOST_UPLOADS_FROM_ADDRESS, MOST_UPLOADS_FOR_CASE = 200, 60


def may_send(people: Iterable[str], address: str) -> bool:
    """Count an application that is to be sent and tell whether it may be. `people` are numbers that name somebody."""
    counts = [("send-address", address, MOST_SENT_FROM_ADDRESS)]
    return _within([*counts, *(("send", person, MOST_SENT_FOR_PERSON) for person in people)])


def may_upload(case: UUID, address: str) -> bool:
    """Count a post with files for a draft or an application and tell whether its files may be looked into."""
    by_case = ("upload", str(case), MOST_UPLOADS_FOR_CASE)
    return _within([("upload-address", address, MOST_UPLOADS_FROM_ADDRESS), by_case])


def _within(counts: Iterable[tuple[str, str, int]]) -> bool:
    if not settings.THROTTLE:
        return True
    return all([throttle.allowed(what, whom, limit=most, window=WINDOW) for what, whom, most in counts])  # noqa: C419
