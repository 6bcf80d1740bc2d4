"""The words that the data is stored in. A leaf of forms_flow: all of it may import this."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from home.choices import TextChoices


class Track(TextChoices):
    """The kind of form; each has its own table of moves."""

    ASSISTANCE = "assistance", _("Assistance")
    VOLUNTEER = "volunteer", _("Volunteering")
    INQUIRY = "inquiry", _("Inquiry")
    COMPLAINT = "complaint", _("Complaint")
    PRIVACY = "privacy", _("Privacy request")
    WHISTLE_BLOWING = "whistle_blowing", _("Whistle-blowing")
    SATISFACTION = "satisfaction", _("Satisfaction")


class State(TextChoices):
    """Where an application stands, as the staff see it."""

    RECEIVED = "received", pgettext_lazy("state", "Received")
    INCOMPLETE = "incomplete", pgettext_lazy("state", "Waiting for the applicant")
    UNDER_STUDY = "under_study", pgettext_lazy("state", "Under study")
    AWAITING_APPROVAL = "awaiting_approval", pgettext_lazy("state", "Awaiting approval")
    APPROVED = "approved", pgettext_lazy("state", "Approved")
    DECLINED = "declined", pgettext_lazy("state", "Not approved")
    WAITING_LIST = "waiting_list", pgettext_lazy("state", "On the waiting list")
    REGISTERED = "registered", pgettext_lazy("state", "Registered")
    DELIVERED = "delivered", pgettext_lazy("state", "Delivered")
    CLOSED = "closed", pgettext_lazy("state", "Closed")
    WITHDRAWN = "withdrawn", pgettext_lazy("state", "Withdrawn")
    LAPSED = "lapsed", pgettext_lazy("state", "Lapsed")
    REOPENED = "reopened", pgettext_lazy("state", "Reopened by objection")
    NO_SHOW = "no_show", pgettext_lazy("state", "Did not come")
    SEASON_ENDED = "season_ended", pgettext_lazy("state", "Closed at the season’s end")
    DISCARDED = "discarded", pgettext_lazy("state", "Discarded as spam")
    REVIEWED = "reviewed", pgettext_lazy("state", "Reviewed")
    INTERVIEW = "interview", pgettext_lazy("state", "Invited to an interview")
    ACCEPTED = "accepted", pgettext_lazy("state", "Accepted as a volunteer")
    RESERVE = "reserve", pgettext_lazy("state", "On the reserve list")
    NOT_NOW = "not_now", pgettext_lazy("state", "Not now")
    ANSWERED = "answered", pgettext_lazy("state", "Answered")


#: States in which nobody has anything left to do.
FINAL_STATES = frozenset(
    {State.CLOSED, State.WITHDRAWN, State.LAPSED, State.NO_SHOW, State.SEASON_ENDED, State.DISCARDED}
)


class PublicStatus(TextChoices):
    """What the applicant reads: few and plain."""

    RECEIVED = "received", pgettext_lazy("public status", "We have received your application")
    CHECKING = "checking", pgettext_lazy("public status", "Details and documents are being checked")
    WAITING_FOR_YOU = "waiting_for_you", pgettext_lazy("public status", "Waiting for you to complete it")
    UNDER_STUDY = "under_study", pgettext_lazy("public status", "Under study")
    APPROVED = "approved", pgettext_lazy("public status", "The result is out: approved")
    DECLINED = "declined", pgettext_lazy("public status", "The result is out: not approved")
    WAITING_LIST = "waiting_list", pgettext_lazy("public status", "On the waiting list")
    REGISTERING = "registering", pgettext_lazy("public status", "Registration is being completed")
    DELIVERED = "delivered", pgettext_lazy("public status", "The service has been provided")
    CLOSED = "closed", pgettext_lazy("public status", "Closed")
    LAPSED = "lapsed", pgettext_lazy("public status", "Closed because it was not completed")
    WITHDRAWN = "withdrawn", pgettext_lazy("public status", "Withdrawn at your wish")
    ANSWERED = "answered", pgettext_lazy("public status", "We have answered you")


class Channel(TextChoices):
    """The eight channels of the Beneficiary Relations Policy."""

    IN_PERSON = "in_person", _("In person")
    PHONE = "phone", _("Telephone")
    SOCIAL = "social", _("Social media")
    LETTER = "letter", _("Official letter")
    ASSISTANCE = "assistance", _("Assistance desk")
    VOLUNTEERING = "volunteering", _("Volunteering desk")
    WEBSITE = "website", _("Website")
    FIELD = "field", _("Field representative")


class Sensitivity(TextChoices):
    """The class of an answer; each class is sealed in a sheet of its own."""

    CONTACT = "contact", _("Contact")
    IDENTITY = "identity", _("Identity")
    HEALTH = "health", _("Health")
    MONEY = "money", _("Money")
    ORDINARY = "ordinary", _("Ordinary")


class Role(TextChoices):
    """The staff roles; each is a group of the same name."""

    EDITOR = "editor", _("Content editor")
    RELATIONS_OFFICER = "relations_officer", _("Relations officer")
    CASE_OFFICER = "case_officer", _("Case officer")
    APPROVER = "approver", _("Approver")
    VOLUNTEER_COORDINATOR = "volunteer_coordinator", _("Volunteer coordinator")
    FIELD_REPRESENTATIVE = "field_representative", _("Field representative")
    AUDITOR = "auditor", _("Auditor (reads only)")
    PRIVACY_OFFICER = "privacy_officer", _("Privacy officer")
    ADMINISTRATOR = "administrator", _("Administrator")


class Outcome(TextChoices):
    """What was decided."""

    APPROVED = "approved", pgettext_lazy("outcome", "Approved")
    DECLINED = "declined", pgettext_lazy("outcome", "Not approved")


class RelationKind(TextChoices):
    """How an officer knows an applicant whose case they therefore leave to others."""

    RELATIVE = "relative", pgettext_lazy("relation", "Relative or in-law")
    FRIEND = "friend", pgettext_lazy("relation", "Friend or neighbour")
    WORK = "work", pgettext_lazy("relation", "Work or money between us")
    OTHER = "other", pgettext_lazy("relation", "Another relation")


class TraitKind(TextChoices):
    """What a volunteer can be found by."""

    TASK = "task", pgettext_lazy("volunteer", "Task")
    LANGUAGE = "language", pgettext_lazy("volunteer", "Language")
    TIME = "time", pgettext_lazy("volunteer", "Day and time")
    SEASON = "season", pgettext_lazy("volunteer", "Season")


class DeclarationMode(TextChoices):
    """How the applicant gave the declaration; an officer never ticks it for another."""

    TICKED = "ticked", _("Ticked by the applicant")
    PAPER = "paper", _("Signed or thumb-printed paper")
    LINK = "link", _("Confirmed by link")
    TELEPHONE = "telephone", _("Read by telephone")


class NoticeState(TextChoices):
    """The life of a message."""

    WAITING = "waiting", pgettext_lazy("notice", "Waiting to be sent")
    SENT = "sent", pgettext_lazy("notice", "Sent")
    FAILED = "failed", pgettext_lazy("notice", "Could not be sent")


class MessageKind(TextChoices):
    """What passes between the applicant and the staff on a case, besides notices."""

    FROM_APPLICANT = "from_applicant", pgettext_lazy("message", "From the applicant")
    TO_APPLICANT = "to_applicant", pgettext_lazy("message", "To the applicant")
    OBJECTION = "objection", pgettext_lazy("message", "Objection")
    CALL_REACHED = "call_reached", pgettext_lazy("message", "Telephone call: reached")
    CALL_UNANSWERED = "call_unanswered", pgettext_lazy("message", "Telephone call: no answer")
    CALL_WRONG = "call_wrong", pgettext_lazy("message", "Telephone call: wrong number")


#: What the staff log when they telephone.
CALLS = (MessageKind.CALL_REACHED, MessageKind.CALL_UNANSWERED, MessageKind.CALL_WRONG)


class Medium(TextChoices):
    """How a message travels."""

    EMAIL = "email", _("E-mail")
    SMS = "sms", _("Text message")


class ScanState(TextChoices):
    """What the malware scanner said of a file."""

    NOT_REQUIRED = "not_required", _("No scanner set up")
    PENDING = "pending", _("Not scanned yet")
    CLEAN = "clean", _("Clean")
    INFECTED = "infected", _("Infected")


class Operator(StrEnum):
    """How a condition compares an answer."""

    IS = "is"
    IS_NOT = "is_not"
    ONE_OF = "one_of"
    ANSWERED = "answered"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"


class MatchKind(TextChoices):
    """What a match key was made from."""

    REFERENCE = "reference", _("Reference")
    IDENTITY = "identity", _("Identity number")
    MOBILE = "mobile", _("Mobile")
    NAME = "name", _("Word of the name")
