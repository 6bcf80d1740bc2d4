"""What each message tells the applicant, in a few words: for lists of messages, before and after they are sent."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

WORDS: Mapping[str, Promise] = {
    "received": pgettext_lazy("message", "The application was received, with its number and due date"),
    "incomplete": pgettext_lazy("message", "Something is missing, with the way and the deadline to complete it"),
    "completed": pgettext_lazy("message", "What was sent to complete the application was received"),
    "completing_soon": pgettext_lazy("message", "The time to complete the application is about to end"),
    "extended": pgettext_lazy("message", "The promised time was extended, with the new due date"),
    "under_study": pgettext_lazy("message", "The application is under study"),
    "approved": pgettext_lazy("message", "The result is out, with the way to read it"),
    "declined": pgettext_lazy("message", "The result is out, with the way to read it"),
    "looking": pgettext_lazy("message", "The application is being looked into"),
    "waiting_list": pgettext_lazy("message", "The application is on the waiting list"),
    "place_free": pgettext_lazy("message", "There is a place now"),
    "no_show": pgettext_lazy("message", "Closed because nobody came, with the way to apply again"),
    "season_ended": pgettext_lazy("message", "Closed because the season has ended"),
    "interview": pgettext_lazy("message", "An invitation to an interview is on the tracking page"),
    "accepted": pgettext_lazy("message", "The result is out, with the way to read it"),
    "reserve": pgettext_lazy("message", "On the reserve list of volunteers"),
    "not_now": pgettext_lazy("message", "The result is out, with the way to read it"),
    "answered": pgettext_lazy("message", "The answer is on the tracking page"),
    "registered": pgettext_lazy("message", "The registration is complete"),
    "delivered": pgettext_lazy("message", "The service has been provided"),
    "withdrawn": pgettext_lazy("message", "The application was withdrawn"),
    "objection": pgettext_lazy("message", "The objection was received, with the new due date"),
    "message": pgettext_lazy("message", "There is a message on the tracking page"),
    "contact_corrected": pgettext_lazy("message", "The mobile or e-mail was changed"),
    "code": pgettext_lazy("message", "The code for the tracking page"),
    "confirm": pgettext_lazy("message", "The link to confirm the declaration"),
    "draft_expiring": pgettext_lazy("message", "The saved answers are about to be destroyed"),
    "lapsed": pgettext_lazy("message", "The application was closed because it was not completed"),
}


def notice_words(template: str) -> str:
    """Return what a message tells; one without words here is named by its template."""
    return str(WORDS.get(template, template))
