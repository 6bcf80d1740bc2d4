"""E-mail to the staff: the reference, why, and the way to the case. Nothing of the applicant."""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.users.models import UserProfile

from forms_flow.records.promised import Alert, AlertKind

logger = logging.getLogger(__name__)
#: After this an alert that could not be mailed stands in the inbox alone.
GIVE_UP_AFTER = timedelta(hours=72)
MOST_AT_ONCE = 100


def mail_alerts() -> int:
    """Mail the alerts that were not mailed yet and return how many left; what fails is tried again next time."""
    fresh = Alert.objects.filter(mailed_at=None, at__gt=timezone.now() - GIVE_UP_AFTER).exclude(person__email="")
    return sum(map(_mail, fresh.select_related("application", "person")[:MOST_AT_ONCE]))


def _mail(alert: Alert) -> bool:
    mine = Alert.objects.filter(pk=alert.pk)
    if not mine.filter(mailed_at=None).update(mailed_at=timezone.now()):
        return False  # somebody else has it
    try:
        _message(alert).send()
    except OSError as error:
        mine.update(mailed_at=None)
        logger.warning("an alert to the staff was not mailed: %s", type(error).__name__)
        return False
    return True


def _message(alert: Alert) -> EmailMessage:
    profile = UserProfile.objects.filter(user=alert.person).first()
    with override((profile and profile.preferred_language) or settings.LANGUAGE_CODE):
        reference = alert.application.reference
        subject = _words(alert.kind) % {"reference": f"{reference[:4]}-{reference[4:7]}-{reference[7:]}"}
        link = settings.SITE_ORIGIN + reverse("inbox:case", args=[alert.application_id])
        return EmailMessage(
            subject=subject,
            body=f"{subject}\n\n{link}\n",
            to=[alert.person.email],
            headers={"Auto-Submitted": "auto-generated"},
        )


def _words(kind: str) -> str:
    if kind == AlertKind.OVERDUE:
        return _("Application %(reference)s: the promised time is over")
    return _("Application %(reference)s: the promised time is about to end")
