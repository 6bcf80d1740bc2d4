"""The receipt of a delivery for the receiver to sign: what, how much, for which application, and when it comes back."""

from typing import Any

from forms_flow.definition import say
from forms_flow.domain.reference import grouped
from forms_flow.papers import press
from forms_flow.records.deliveries import Delivery
from home.contracts import ServiceProvider, provider_of
from home.shell import Shell


def receipt_of(delivery: Delivery, *, language: str, shell: Shell) -> bytes:
    """Return the PDF. Raises press.NotPrintedError."""
    return press.printed(receipt_html(delivery, language=language, shell=shell))


def receipt_html(delivery: Delivery, *, language: str, shell: Shell) -> str:
    """Return the page of the receipt."""
    application = delivery.application
    titles = provider_of(ServiceProvider).titles(language)
    context: dict[str, Any] = {
        "delivery": delivery,
        "application": application,
        "reference": grouped(application.reference),
        "service": titles.get(application.service_key) or say(application.flow.title, language),
        "shell": shell,
    }
    return press.html_of("receipt", context, language=language)


def file_name(delivery: Delivery) -> str:
    """Return the name of the download: the reference, which opens nothing by itself."""
    return f"receipt-{grouped(delivery.application.reference)}-{delivery.on:%Y%m%d}.pdf"
