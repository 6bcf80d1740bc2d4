"""What a message says: the reference, a link, a date and the plain word that something happened; never an answer."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from forms_flow.enums import Medium
from forms_flow.records.drafts import Draft
from forms_flow.records.notices import Notice
from home.dates import both_calendars
from home.shell import bare, shell_for


@dataclass(frozen=True, kw_only=True)
class Message:
    """A message ready to be sent."""

    subject: str
    body: str


def compose(notice: Notice) -> Message:
    """Write the message in the applicant's language. The first line of an e-mail template is its subject."""
    with translation.override(notice.language):
        folder = f"forms_flow/notices/{notice.language}"
        if notice.medium == Medium.SMS:
            return Message(subject="", body=_render(f"{folder}/sms/{notice.template}.txt", notice))
        subject, _, body = _render(f"{folder}/{notice.template}.txt", notice).partition("\n")
        return Message(subject=subject.strip(), body=body.strip() + "\n")


def _render(template: str, notice: Notice) -> str:
    site = Site.objects.filter(is_default_site=True).first()
    context = {
        **(_of_draft(notice.draft) if notice.draft else _of_application(notice)),
        "host": urlsplit(settings.SITE_ORIGIN).hostname,
        "shell": shell_for(site, notice.language) if site else bare(notice.language),
    }
    return render_to_string(template, context).strip()


def _of_draft(draft: Draft) -> dict[str, str]:
    """Return what a message about a form under way may say: until when, and where. The way in is not in it."""
    return {"day": both_calendars(draft.expires_at), "link": settings.SITE_ORIGIN + reverse("wizard:come_back")}


def _of_application(notice: Notice) -> dict[str, str]:
    application = notice.application
    extra = notice.extra or {}
    reference = application.reference
    request = application.completion_requests.filter(answered_at=None).last()
    return {
        "reference": f"{reference[:4]}-{reference[4:7]}-{reference[7:]}",
        "due": both_calendars(application.due_at, notice.language),
        "deadline": both_calendars(request.deadline, notice.language) if request else "",
        "link": settings.SITE_ORIGIN + reverse("tracking:find"),
        "code": extra.get("code", ""),
        "confirm_link": settings.SITE_ORIGIN + reverse("tracking:confirm", args=[extra.get("token", "-")]),
    }
