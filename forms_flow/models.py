"""Django looks for models here; they live in `records` and `pages`."""

from forms_flow.pages.models import FormPage
from forms_flow.records.applications import AnswerSheet, Application
from forms_flow.records.beneficiaries import Beneficiary, BeneficiaryKey
from forms_flow.records.calendar import Holiday, OfficeHours
from forms_flow.records.casework import CompletionRequest, Decision, Message, Note, OneTimeCode
from forms_flow.records.checks import DocumentCheck
from forms_flow.records.deliveries import Delivery
from forms_flow.records.departments import Department, Membership
from forms_flow.records.drafts import Draft, StoredFile
from forms_flow.records.history import Event, SealedHead
from forms_flow.records.match import MatchKey
from forms_flow.records.mistakes import Mistake
from forms_flow.records.notices import Notice
from forms_flow.records.openings import Opening
from forms_flow.records.promised import Alert, Extension
from forms_flow.records.referrals import Body, Referral
from forms_flow.records.relations import Relation
from forms_flow.records.throttle import Throttle
from forms_flow.records.versions import FormVersion
from forms_flow.records.volunteers import Volunteer, VolunteerTrait
from forms_flow.records.wording import DeclineReason, MessageText

__all__ = [
    "Alert",
    "AnswerSheet",
    "Application",
    "Beneficiary",
    "BeneficiaryKey",
    "Body",
    "CompletionRequest",
    "Decision",
    "DeclineReason",
    "Delivery",
    "Department",
    "DocumentCheck",
    "Draft",
    "Event",
    "Extension",
    "FormPage",
    "FormVersion",
    "Holiday",
    "MatchKey",
    "Membership",
    "Message",
    "MessageText",
    "Mistake",
    "Note",
    "Notice",
    "OfficeHours",
    "OneTimeCode",
    "Opening",
    "Referral",
    "Relation",
    "SealedHead",
    "StoredFile",
    "Throttle",
    "Volunteer",
    "VolunteerTrait",
]
