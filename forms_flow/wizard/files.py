"""The owner's look at a file that they sent."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from forms_flow.vault import store
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.responses import missing, owners_page

CONTENT_TYPES = {"pdf": "application/pdf", "jpeg": "image/jpeg", "png": "image/png"}


@owners_page
@require_safe
def file(request: HttpRequest, journey: Journey, file_id: UUID) -> HttpResponse:
    """Send the file as a download that no browser opens as a page of this site."""
    found = journey.files.get(file_id)
    if found is None:
        return missing(request)
    try:
        content = store.get(found.pk)
    except FileNotFoundError:
        return missing(request)
    response = HttpResponse(content, content_type=CONTENT_TYPES.get(found.kind, "application/octet-stream"))
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
