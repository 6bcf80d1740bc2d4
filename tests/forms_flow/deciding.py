"""An application on its way to a result."""

from django.contrib.auth.models import AbstractUser

from forms_flow.domain.decide import decide
from forms_flow.domain.propose import propose
from forms_flow.domain.refer import refer
from forms_flow.enums import Outcome, Role
from forms_flow.records.applications import Application
from tests.forms_flow import factories

REASON = "لم تكتمل شروط الاستحقاق"


def proposed(application: Application, outcome: Outcome = Outcome.DECLINED) -> Application:
    """Refer the application to the department that studies, and propose an outcome there."""
    studies = factories.a_department("studies")
    officer = factories.a_user(Role.RELATIONS_OFFICER, application.department)
    researcher = factories.a_user(Role.CASE_OFFICER, studies)
    row = refer(application=application, actor=officer, row_version=application.row_version, department=studies)
    return propose(application=row, actor=researcher, row_version=row.row_version, outcome=outcome, study="زيارة")


def decided(
    application: Application, outcome: Outcome = Outcome.DECLINED, approver: AbstractUser | None = None
) -> Application:
    """Take the application to its result."""
    approver = approver or factories.a_user(Role.APPROVER, factories.a_department("studies"))
    row = proposed(application, outcome)
    why = {"why": factories.a_reason(), "reason": REASON} if outcome == Outcome.DECLINED else {}
    return decide(application=row, actor=approver, row_version=row.row_version, outcome=outcome, **why)
