"""The ways out: SMTP by Django's mail settings, text messages by the adapter that SMS_BACKEND names."""

import os
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage

from forms_flow.enums import Medium
from forms_flow.notices import outbox
from forms_flow.notices.compose import Message, compose
from forms_flow.notices.contact import contact_of, contact_of_draft
from forms_flow.records.notices import Notice


def deliver_due(limit: int = 100) -> int:
    """Send up to `limit` due messages and return how many were tried. A worker killed half-way sends again."""
    tried = 0
    while tried < limit and (notice := outbox.claim()):
        tried += 1
        try:
            deliver(notice)
        except Exception as error:  # noqa: BLE001 - whatever a gateway does, the message stays in the outbox
            outbox.failed(notice, error)
        else:
            outbox.sent(notice)
    return tried


def deliver(notice: Notice) -> None:
    """Send one message; raises whatever the gateway raises."""
    given = (notice.extra or {}).get("to")  # an address that the application no longer holds
    contact = contact_of_draft(notice.draft) if notice.draft else contact_of(notice.application)
    message = compose(notice)
    if notice.medium == Medium.EMAIL:
        _mail(notice, message, given or contact.email)
    else:
        _text(message, given or contact.mobile)


def _mail(notice: Notice, message: Message, address: str) -> None:
    EmailMessage(
        subject=message.subject,
        body=message.body,
        to=[address],
        headers={
            "Message-ID": notice.message_id,
            "Auto-Submitted": "auto-generated",
            "Content-Language": notice.language,
        },
    ).send()


def _text(message: Message, mobile: str) -> None:
    """Append the text to the file of SMS_BACKEND: one private file a message, for the demo and for tests."""
    scheme, _, target = settings.SMS_BACKEND.partition(":")
    if scheme != "file":
        message_text = f"SMS_BACKEND {scheme}: is not available."
        raise NotImplementedError(message_text)
    folder = Path(target)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(folder / "messages.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.write(f"{mobile}\n{message.body}\n\n")
