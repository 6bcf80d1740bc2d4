"""A few applications, one at each stage, carried there by the verbs that the staff use."""

from collections.abc import Callable
from random import Random
from typing import Any

from django.utils import timezone

from alhuda.demo.people import staff_member
from forms_flow.definition import SERVICE_QUESTION
from forms_flow.domain.check import ask_for_completion
from forms_flow.domain.close import close
from forms_flow.domain.decide import decide
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
from forms_flow.sample.answers import answers
from forms_flow.vault import keyring

Verb = Callable[[Application], Application]


def load(page: FormPage) -> None:
    """Send the applications and carry each on its way, unless the form has received any already."""
    version = FormVersion.objects.current(page.flow_key)
    if version is None or Application.objects.filter(version__flow_key=page.flow_key).exists():
        return
    for number, (service, language, verbs) in enumerate(_STORIES):
        application = _send(version, service, language, Random(number))  # noqa: S311 - made-up data, no secret
        for verb in verbs:
            application = verb(application)


def _send(version: FormVersion, service: str, language: str, rng: Random) -> Application:
    secret = str(rng.random())  # the journey is over at once: nobody comes back to it
    draft = Draft.objects.create(
        version=version,
        language=language,
        service_key=service,
        owner_digest=keyring.digest(secret, purpose="draft-owner"),
    )
    given = {**answers(version.flow, rng), SERVICE_QUESTION: {"value": service}}
    return submit_draft(draft=draft, answers=version.flow.settled(given), language=language, declared_at=timezone.now())


def _by(role: Role, verb: Callable[..., Application], **inputs: Any) -> Verb:
    """Return the verb done by the person of that role on the application as it then is."""

    def done(application: Application) -> Application:
        return verb(application=application, actor=staff_member(role), row_version=application.row_version, **inputs)

    return done


def _referred_to(key: str) -> Verb:
    def done(application: Application) -> Application:
        department = Department.objects.get(key=key)
        return _by(Role.RELATIONS_OFFICER, refer, department=department)(application)

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
_DECLINED = _by(Role.APPROVER, decide, outcome=Outcome.DECLINED, reason="سبقت الاستفادة من هذه الخدمة في الموسم نفسه.")
_REGISTERED = _by(Role.CASE_OFFICER, register)
_DELIVERED = _by(Role.CASE_OFFICER, deliver)
_CLOSED = _by(Role.CASE_OFFICER, close)

#: Service, language, and what the staff did.
_STORIES: list[tuple[str, str, list[Verb]]] = [
    ("wheelchairs", "ar", []),
    ("relief", "en", []),
    ("umrah-aid", "ar", [_ASKED]),
    ("wheelchairs", "ar", [_referred_to("health")]),
    ("umrah-aid", "ar", [_referred_to("social")]),
    ("umrah-aid", "ar", [_referred_to("social"), _PROPOSED]),
    ("wheelchairs", "en", [_referred_to("health"), _PROPOSED, _APPROVED]),
    ("ihram-kit", "ar", [_referred_to("social"), _REFUSED, _DECLINED]),
    ("wheelchairs", "ar", [_referred_to("health"), _PROPOSED, _APPROVED, _REGISTERED, _DELIVERED, _CLOSED]),
]
