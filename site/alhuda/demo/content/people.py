"""Departments, closed days and staff of the demonstration."""

from typing import NamedTuple

from alhuda.demo.content.common import COMMITTEE, HEALTH, RELATIONS, SOCIAL, VOLUNTEERS
from alhuda.demo.words import Both
from forms_flow.enums import Role

INTAKE = "relations"

DEPARTMENTS: dict[str, Both] = {
    INTAKE: RELATIONS,
    "social": SOCIAL,
    "health": HEALTH,
    "volunteers": VOLUNTEERS,
    "committee": COMMITTEE,
}


class Person(NamedTuple):
    """One member of the staff. The user name is the role with dashes, unless one is given."""

    role: Role
    name: str
    departments: tuple[str, ...] = ()
    username: str = ""


STAFF = (
    Person(Role.EDITOR, "محرّر المحتوى"),
    Person(Role.RELATIONS_OFFICER, "موظف علاقات المستفيدين", (INTAKE,)),
    Person(Role.CASE_OFFICER, "باحث الحالة", ("social", "health")),
    Person(Role.APPROVER, "صاحب صلاحية الاعتماد", ("social", "health")),
    Person(Role.VOLUNTEER_COORDINATOR, "منسّق التطوع", ("volunteers",)),
    Person(Role.FIELD_REPRESENTATIVE, "مندوب الجمعية الميداني", ("volunteers",)),
    Person(Role.AUDITOR, "مراجع (اطلاع فقط)"),
    Person(Role.PRIVACY_OFFICER, "مسؤول حماية البيانات الشخصية"),
    Person(Role.ADMINISTRATOR, "مدير النظام"),
)

#: Of the committee that alone sees reports of violations; kept apart from the one person for each role.
COMMITTEE_MEMBERS = (Person(Role.CASE_OFFICER, "عضو لجنة بلاغات المخالفات", ("committee",), "committee-member"),)

#: Hijri (month, first day, last day) of the feasts, and Gregorian (month, day) of the national days.
FEASTS: dict[Both, tuple[int, int, int]] = {
    Both("عيد الفطر", "Eid al-Fitr"): (10, 1, 4),
    Both("عيد الأضحى", "Eid al-Adha"): (12, 9, 13),
}
NATIONAL_DAYS: dict[Both, tuple[int, int]] = {
    Both("يوم التأسيس", "Founding Day"): (2, 22),
    Both("اليوم الوطني", "National Day"): (9, 23),
}
