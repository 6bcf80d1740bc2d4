"""E-mail, by the server that EMAIL_URL names; every wait on its line ends after EMAIL_TIMEOUT seconds."""

import smtplib
from contextlib import suppress

from django.core.mail import EmailMessage, get_connection

from forms_flow.notices.compose import Message
from forms_flow.notices.faults import DoubtfulError, NoAddressError, RefusedError
from forms_flow.records.notices import Notice

#: From here on an answer of a mail server is its last word.
_FOR_GOOD = 500


def send(notice: Notice, message: Message, address: str) -> None:
    """Send one e-mail. Raises RefusedError, DoubtfulError, or whatever kept the server from taking it.

    The connection is opened and closed here: once the server has taken the message, nothing that happens while saying
    goodbye may make it go out again.
    """
    if not address:
        raise NoAddressError
    connection = get_connection()
    connection.open()
    try:
        connection.send_messages([_email(notice, message, address)])
    except smtplib.SMTPRecipientsRefused as error:
        _refused(error, *(code for code, _words in error.recipients.values()))
    except smtplib.SMTPDataError as error:
        _refused(error, error.smtp_code)
    except (smtplib.SMTPServerDisconnected, OSError) as error:
        if isinstance(error, smtplib.SMTPResponseException):
            raise
        raise DoubtfulError from error
    finally:
        with suppress(smtplib.SMTPException, OSError):
            connection.close()


def _refused(error: smtplib.SMTPException, *codes: int) -> None:
    if all(code >= _FOR_GOOD for code in codes):
        raise RefusedError from error
    raise error


def _email(notice: Notice, message: Message, address: str) -> EmailMessage:
    return EmailMessage(
        subject=message.subject,
        body=message.body,
        to=[address],
        headers={
            "Message-ID": notice.message_id,
            "Auto-Submitted": "auto-generated",
            "Content-Language": notice.language,
        },
    )
