"""A form with a repeating group, and an applicant who fills it in."""

from typing import Any

from forms_flow.definition import Flow, Question, Step
from forms_flow.enums import Sensitivity
from tests.forms_flow import factories
from tests.forms_flow.factories import text
from tests.forms_flow.wizard.walker import Applicant, a_flow

ADD, NEXT = "Add", "list"


def group_flow(**options: Any) -> Flow:
    """Return a form of two steps: companions, and what is needed."""
    parts = (
        Question(key="name", kind="full_name", label=text("الاسم الكامل", "Full name")),
        Question(
            key="identity",
            kind="identity",
            label=text("الهوية", "Identity"),
            sensitivity=Sensitivity.IDENTITY,
            options={"kinds": ["national_id", "none"]},
        ),
    )
    group = Question(
        key="companions",
        kind="companions",
        label=text("من يرافقك؟", "Who comes with you?"),
        sensitivity=Sensitivity.IDENTITY,
        required=False,
        parts=parts,
        options={"min": 0, "max": 3, **options},
    )
    step = Step(key="group", title=text("المرافقون", "Companions"), questions=(group,))
    return a_flow(steps=(step, a_flow().steps[4]))


def an_entry(name: str, body: int = 0) -> dict[str, str]:
    """Return what is typed about one companion; with a `body`, an identity number too."""
    number = factories.national_id(100000000 + body) if body else ""
    return {
        "group-name": name,
        "group-identity-kind": "national_id" if body else "none",
        "group-identity-number": number,
    }


def list_url(applicant: Applicant) -> str:
    """Return the address of the step's page."""
    return applicant.url[: applicant.url.index("/group/")] + "/group/"


def names(applicant: Applicant) -> list[str]:
    """Return the lines of the list: the title of each entry, and its name."""
    rows = applicant.page.select("main .summary-list__row")
    return [f"{row.dt.get_text(' ', strip=True)}: {row.dd.get_text(' ', strip=True)}" for row in rows]


def stored(applicant: Applicant) -> list[str]:
    """Return the names that the draft keeps."""
    answer = applicant.draft.state["answers"].get("companions", {"value": []})
    return [entry["name"]["raw"] for entry in answer["value"]]
