"""What the staff did in some of the applications besides moving them: looks at documents, referrals, loans."""

from collections.abc import Callable
from datetime import timedelta

from alhuda.demo.people import staff_member
from forms_flow.domain.checking import check_document
from forms_flow.domain.checklist import checklist_of
from forms_flow.domain.handing import Handed, hand_over
from forms_flow.domain.outside import Party, refer_outside
from forms_flow.enums import Role
from forms_flow.records.applications import Application
from forms_flow.records.checks import Verdict, Verified
from forms_flow.records.referrals import Body, Consent
from home.dates import today

Verb = Callable[[Application], Application]

#: Bodies that cases are often referred to, in Arabic and in English.
BODIES = (
    ("مستشفى رابغ العام", "Rabigh General Hospital"),
    ("محافظة رابغ", "Governorate of Rabigh"),
    ("شرطة محافظة رابغ", "Police of Rabigh"),
)
_LENT_FOR = timedelta(days=30)


def load_bodies() -> None:
    """Create the bodies outside, unless they are there."""
    for arabic, english in BODIES:
        Body.objects.get_or_create(name_ar=arabic, defaults={"name_en": english})


def checked(application: Application) -> Application:
    """Accept every document that is still open: the originals were seen, and no copy was kept."""
    officer = staff_member(Role.RELATIONS_OFFICER)
    for item in checklist_of(application):
        if item.is_open:
            check_document(
                application=application,
                actor=officer,
                document=item.question.key,
                verdict=Verdict.ACCEPTED,
                how=Verified.ORIGINAL,
            )
    return Application.objects.get(pk=application.pk)


def rejected(application: Application) -> Application:
    """Reject the identity: the picture is not clear."""
    check_document(
        application=application,
        actor=staff_member(Role.RELATIONS_OFFICER),
        document="doc_identity",
        verdict=Verdict.REJECTED,
        reason="الصورة غير واضحة، ولا يظهر فيها الرقم كاملًا.",
    )
    return Application.objects.get(pk=application.pk)


def referred_outside(application: Application) -> Application:
    """Refer to the hospital with the applicant's consent; the reply is awaited."""
    refer_outside(
        application=application,
        actor=staff_member(Role.CASE_OFFICER),
        party=Party(body=Body.objects.get(name_ar=BODIES[0][0])),
        on=today() - timedelta(days=2),
        consent=Consent.SIGNED,
        consent_on=today() - timedelta(days=3),
        about="طلب تقرير طبي عن الحالة الحركية.",
    )
    return application


def lent(application: Application) -> Application:
    """Lend something that should have come back last week, and so complete the case."""
    on = today() - _LENT_FOR - timedelta(days=7)
    hand_over(
        application=application,
        actor=staff_member(Role.CASE_OFFICER),
        row_version=application.row_version,
        handed=Handed(item="كرسي متحرك", on=on, name=application.display_name, due_back=on + _LENT_FOR),
        completes=True,
    )
    return Application.objects.get(pk=application.pk)
