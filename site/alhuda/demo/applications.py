"""A few applications, one at each stage, carried there by the verbs that the staff use."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

from django.utils import timezone

from alhuda.demo import casework
from alhuda.demo.people import staff_member
from forms_flow.definition import SERVICE_QUESTION
from forms_flow.domain.check import ask_for_completion
from forms_flow.domain.close import close
from forms_flow.domain.decide import decide
from forms_flow.domain.declaration import ticked
from forms_flow.domain.deliver import deliver
from forms_flow.domain.propose import propose
from forms_flow.domain.refer import refer
from forms_flow.domain.register import register
from forms_flow.domain.submit import submit_draft
from forms_flow.enums import Outcome, Role
from forms_flow.pages.models import FormPage
from forms_flow.records.applications import Application
from forms_flow.records.departments import Department
from forms_flow.records.drafts import Draft
from forms_flow.records.versions import FormVersion
from forms_flow.records.wording import DeclineReason
from forms_flow.sample.answers import whole_answers
from forms_flow.vault import keyring
from home.models import HomePage

Verb = Callable[[Application], Application]


class Story(NamedTuple):
    """One application: its form, its service if any, the language, what the staff did, and answers that matter."""

    form: str
    service: str = ""
    language: str = "ar"
    verbs: tuple[Verb, ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    identity: str = ""


def load(home: HomePage) -> None:
    """Send the applications and carry each on its way, unless their form has received any already."""
    casework.load_bodies()
    for page in FormPage.objects.child_of(home).order_by("path"):
        stories = [(number, story) for number, story in enumerate(_STORIES) if story.form == page.slug]
        version = FormVersion.objects.current(page.flow_key)
        if version and stories and not Application.objects.filter(version__flow_key=page.flow_key).exists():
            for number, story in stories:
                _tell(version, story, Random(number))  # noqa: S311 - made-up data, no secret


def _tell(version: FormVersion, story: Story, rng: Random) -> None:
    application = _send(version, story, rng)
    for verb in story.verbs:
        application = verb(application)


def _send(version: FormVersion, story: Story, rng: Random) -> Application:
    secret = str(rng.random())  # the journey is over at once: nobody comes back to it
    draft = Draft.objects.create(
        version=version,
        language=story.language,
        service_key=story.service,
        owner_digest=keyring.digest(secret, purpose="draft-owner"),
    )
    given = whole_answers(version.flow, rng, dict(_said(story)))
    return submit_draft(draft=draft, answers=given, language=story.language, declaration=ticked(timezone.now()))


def _said(story: Story) -> Iterator[tuple[str, Any]]:
    if story.service:
        yield SERVICE_QUESTION, {"value": story.service}
    for key, value in story.said:
        yield key, {"value": value}
    if story.identity:
        number = {"kind": "national_id", "number": story.identity}
        yield "identity", {**number, "raw": number}


def _by(role: Role, verb: Callable[..., Application], **inputs: Any) -> Verb:
    """Return the verb done by the person of that role on the application as it then is."""

    def done(application: Application) -> Application:
        return verb(application=application, actor=staff_member(role), row_version=application.row_version, **inputs)

    return done


def _referred_to(key: str) -> Verb:
    def done(application: Application) -> Application:
        department = Department.objects.get(key=key)
        application = casework.checked(application)
        return _by(Role.RELATIONS_OFFICER, refer, department=department)(application)

    return done


def _refused_for(key: str) -> Verb:
    def done(application: Application) -> Application:
        why = DeclineReason.objects.get(key=key)
        return _by(Role.APPROVER, decide, outcome=Outcome.DECLINED, why=why)(application)

    return done


_ASKED = _by(
    Role.RELATIONS_OFFICER,
    ask_for_completion,
    documents=["doc_identity"],
    message="نحتاج إلى صورة أوضح للهوية، يظهر فيها الرقم كاملًا.",
)
_PROPOSED = _by(Role.CASE_OFFICER, propose, outcome=Outcome.APPROVED, study="الحالة مستحقة والمستندات مكتملة.")
_REFUSED = _by(Role.CASE_OFFICER, propose, outcome=Outcome.DECLINED, study="سبقت الاستفادة من الخدمة في هذا الموسم.")
_APPROVED = _by(Role.APPROVER, decide, outcome=Outcome.APPROVED)
_DECLINED = _refused_for("helped_before")
_REGISTERED = _by(Role.CASE_OFFICER, register)
_DELIVERED = _by(Role.CASE_OFFICER, deliver)
_CLOSED = _by(Role.CASE_OFFICER, close)

_SELF = (("applicant_role", "self"), ("in_danger", "no"))
_HELPED = (("applicant_role", "family"), ("messages_to", "helper"))
_HEALTH, _SOCIAL = _referred_to("health"), _referred_to("social")
_TO_THE_END = (_HEALTH, _PROPOSED, _APPROVED, _REGISTERED, _DELIVERED, _CLOSED)
_LENT = (_HEALTH, _PROPOSED, _APPROVED, _REGISTERED, casework.lent)
#: Somebody who came twice: the register knows them by the same identity.
_SAME_PERSON = "1055667784"
_ASKED_BY_COORDINATOR = _by(
    Role.VOLUNTEER_COORDINATOR,
    ask_for_completion,
    documents=["doc_identity"],
    message="نحتاج إلى صورة الهوية لتسجيلك في المنصة الوطنية.",
)

_STORIES: tuple[Story, ...] = (
    Story("assistance", "mobility", said=_SELF),
    Story("assistance", "relief", "en", said=_SELF),
    Story("assistance", "umrah-aid", verbs=(casework.rejected, _ASKED), said=_SELF),
    Story("assistance", "mobility", verbs=(_HEALTH, casework.referred_outside), said=_HELPED),
    Story("assistance", "umrah-aid", verbs=(_SOCIAL,), said=_SELF),
    Story("assistance", "umrah-aid", verbs=(_SOCIAL, _PROPOSED), said=_HELPED),
    Story("assistance", "mobility", "en", verbs=(_HEALTH, _PROPOSED, _APPROVED), said=_SELF),
    Story("assistance", "ihram-kit", verbs=(_SOCIAL, _REFUSED, _DECLINED), said=_SELF),
    Story("assistance", "mobility", verbs=_TO_THE_END, said=_SELF, identity=_SAME_PERSON),
    Story("assistance", "mobility", verbs=_LENT, said=_SELF, identity=_SAME_PERSON),
    Story("volunteer", "volunteer"),
    Story("volunteer", "volunteer", verbs=(_ASKED_BY_COORDINATOR,)),
    Story("group-request", "groups"),
    Story("inquiry"),
    Story("inquiry", language="en"),
    Story("complaint", said=(("identify", "named"),)),
    Story("complaint", said=(("identify", "anonymous"),)),
    Story("suggestion", said=(("wants_reply", "no"),)),
    Story("report-violation", said=(("identify", "anonymous"),)),
    Story("privacy-request"),
    Story("satisfaction-survey"),
    Story("satisfaction-survey", language="en"),
)
