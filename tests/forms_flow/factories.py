"""Small makers of rows, shared by all tests of applications. Every value is made up."""

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group, Permission
from django.utils import timezone
from stdnum import luhn

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import Choice, Flow, Question, Step
from forms_flow.domain.declaration import ticked
from forms_flow.domain.submit import submit_draft
from forms_flow.enums import Operator, Role, ScanState, Sensitivity, Track
from forms_flow.records.applications import Application
from forms_flow.records.departments import Department, Membership
from forms_flow.records.drafts import Draft, StoredFile
from forms_flow.records.versions import FormVersion
from forms_flow.records.wording import DeclineReason
from forms_flow.vault import keyring, store

FLOW_KEY = "5f0c2f9e-6a52-4b7c-9f0e-0d6f3f3a1c11"
OWNER_SECRET = "owner-secret"
MOBILE = "+966501234278"
NAME = "هدى بنت سالم الحربي"
INCOME = "4321"
ILLNESS = "ضيق في التنفس عند المشي"
PDF = b"%PDF-1.4\n% a made-up document\n"


def text(arabic: str, english: str) -> dict[str, str]:
    """Return a text in both languages."""
    return {"ar": arabic, "en": english}


def national_id(body: int = 100000001) -> str:
    """Return a national identity number with the right check digit; `body` is its first nine digits."""
    return f"{body}{luhn.calc_check_digit(str(body))}"


def a_flow(**changes: Any) -> Flow:
    """Return an assistance form of three steps, the second one asked only of those who say yes."""
    values: dict[str, Any] = {
        "key": FLOW_KEY,
        "track": Track.ASSISTANCE,
        "title": text("طلب مساعدة", "Assistance application"),
        "steps": (_person_step(), _health_step(), _documents_step()),
        "services": ("wheelchair",),
    }
    return Flow(**{**values, **changes})


def _person_step() -> Step:
    questions = (
        Question(
            key="name", kind="full_name", label=text("الاسم الكامل", "Full name"), sensitivity=Sensitivity.IDENTITY
        ),
        Question(key="identity", kind="identity", label=text("الهوية", "Identity"), sensitivity=Sensitivity.IDENTITY),
        Question(
            key="mobile", kind="mobile", label=text("رقم الجوال", "Mobile number"), sensitivity=Sensitivity.CONTACT
        ),
        Question(
            key="income",
            kind="whole_number",
            label=text("الدخل الشهري", "Monthly income"),
            sensitivity=Sensitivity.MONEY,
            required=False,
        ),
        Question(key="unwell", kind="yes_no", label=text("هل لديك حالة صحية؟", "Do you have a health condition?")),
    )
    return Step(key="person", title=text("بياناتك الشخصية", "About you"), questions=questions)


def _health_step() -> Step:
    question = Question(
        key="illness",
        kind="long_text",
        label=text("اشرح حالتك الصحية", "Explain your health condition"),
        sensitivity=Sensitivity.HEALTH,
    )
    only_unwell = ShowWhen(conditions=(Condition(question="unwell", operator=Operator.IS, values=("yes",)),))
    return Step(key="health", title=text("الصحة", "Health"), questions=(question,), show_when=only_unwell)


def _documents_step() -> Step:
    questions = (
        Question(key="id_card", kind="upload", label=text("صورة الهوية", "Identity document"), required=False),
        Question(
            key="city",
            kind="single_choice",
            label=text("المدينة", "City"),
            choices=(
                Choice(key="rabigh", label=text("رابغ", "Rabigh")),
                Choice(key="other", label=text("أخرى", "Other")),
            ),
        ),
    )
    return Step(key="documents", title=text("المرفقات", "Attachments"), questions=questions)


def answers(**changes: Any) -> dict[str, Any]:
    """Return the stored answers of somebody who is unwell; give ``key=None`` to leave one out."""
    number = national_id()
    given: dict[str, Any] = {
        "name": {"value": NAME, "raw": NAME},
        "identity": {
            "kind": "national_id",
            "number": number,
            "raw": {"kind": "national_id", "number": number},
        },
        "mobile": {"value": MOBILE, "raw": "0501234278"},
        "income": {"value": int(INCOME), "raw": INCOME},
        "unwell": {"value": True},
        "illness": {"value": ILLNESS, "raw": ILLNESS},
        "city": {"value": "rabigh"},
    }
    return {key: value for key, value in {**given, **changes}.items() if value is not None}


def a_version(flow: Flow | None = None) -> FormVersion:
    """Return the published version of the form."""
    return FormVersion.objects.publish(flow or a_flow())


def a_draft(**columns: Any) -> Draft:
    """Return a journey that has just begun; its owner's secret is OWNER_SECRET."""
    values: dict[str, Any] = {
        "language": "ar",
        "owner_digest": keyring.digest(OWNER_SECRET, purpose="draft-owner"),
        "service_key": "wheelchair",
    }
    version = columns.pop("version", None) or a_version()
    return Draft.objects.create(version=version, **{**values, **columns})


def a_department(key: str = "intake") -> Department:
    """Return the department with that key; ``intake`` receives new applications."""
    names = {"name_ar": f"إدارة {key}", "name_en": key.replace("_", " ").title()}
    return Department.objects.get_or_create(key=key, defaults={**names, "is_intake": key == "intake"})[0]


def an_application(
    *, given: Mapping[str, Any] | None = None, draft: Draft | None = None, **columns: Any
) -> Application:
    """Return a sent application in the intake department; `columns` are set afterwards, as they are."""
    a_department()
    journey = draft or a_draft()
    language = columns.get("language", journey.language)
    application = submit_draft(
        draft=journey, answers=given or answers(), language=language, declaration=ticked(timezone.now())
    )
    for name, value in columns.items():
        setattr(application, name, value)
    if columns:
        application.save()
    return application


def a_stored_file(
    application: Application, *, content: bytes = PDF, question_key: str = "id_card", **columns: Any
) -> StoredFile:
    """Return an attachment whose bytes lie in the private store."""
    key = uuid.uuid4()
    values: dict[str, Any] = {
        "name": "هوية.pdf",
        "kind": "pdf",
        "size": len(content),
        "checksum": hashlib.sha256(store.put(key, content)).hexdigest(),
        "scan": ScanState.NOT_REQUIRED,
    }
    file = StoredFile(id=key, application=application, question_key=question_key, **{**values, **columns})
    file.save(force_insert=True)
    return file


def a_reason(key: str = "not_entitled") -> DeclineReason:
    """Return a reason of the list; those of the migration are gone where a test empties the tables."""
    texts = {"text_ar": "لم تتحقق شروط الاستحقاق المعلنة للخدمة.", "text_en": "The published conditions are not met."}
    return DeclineReason.objects.get_or_create(key=key, defaults={**texts, "needs_text": key == "other"})[0]


def a_user(
    role: Role | None = None, department: Department | None = None, *, username: str = "", **columns: Any
) -> AbstractUser:
    """Return a member of the staff who may enter the admin, with a role and a department when given."""
    username = username or f"{role or 'staff'}-{uuid.uuid4().hex[:8]}"
    user = get_user_model().objects.create_user(username=username, password="x" * 16, **columns)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    if role:
        user.groups.add(Group.objects.get_or_create(name=role)[0])
    if department:
        Membership.objects.create(user=user, department=department)
    return user
