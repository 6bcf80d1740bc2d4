"""How a test comes to the applicant's page: by the two facts and the code of the text message."""

from typing import Any

from django.test import Client

from forms_flow.records.applications import Application
from forms_flow.records.notices import Notice
from tests.forms_flow import factories

FIND = "/track/"
CODE = "/track/case/code/"
SEND = "/track/case/code/send/"


def give_facts(client: Client, application: Application, digits: str = factories.MOBILE[-4:], **rest: Any) -> Any:
    """Give the reference and the last digits of the mobile."""
    return client.post(FIND, {"reference": application.reference, "digits": digits}, **rest)


def sent_code(application: Application) -> str:
    """Return the newest code that was sent."""
    notices = Notice.objects.filter(application=application, template="code").order_by("-created_at")
    return str(notices[0].extra["code"])


def enter(client: Client, application: Application) -> Client:
    """Give the facts, have a code sent and type it."""
    give_facts(client, application)
    client.post(SEND)
    client.post(CODE, {"code": sent_code(application)})
    return client
