"""What the start page tells before anybody begins (req 5). It reads the published version only."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from forms_flow.definition import SERVICE_QUESTION, Flow, Question, say
from forms_flow.records.drafts import LIFETIME
from forms_flow.records.versions import FormVersion

if TYPE_CHECKING:
    from forms_flow.pages.models import FormPage


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One document to have ready."""

    label: str
    help: str
    required: bool


@dataclass(frozen=True, kw_only=True)
class Papers:
    """The documents of one service; without a title when the form serves one service or none."""

    title: str
    papers: list[Paper]


def context(page: "FormPage") -> dict[str, Any]:
    """Return the template's context. One query, whatever the form holds."""
    version = FormVersion.objects.current(page.flow_key)
    if version is None:
        return {"is_open": False}
    language = page.locale.language_code
    return {
        "is_open": True,
        "minutes": version.flow.minutes,
        "papers": [group for group in _papers(version.flow, language) if group.papers],
        "draft_days": LIFETIME.days,
        "start_url": reverse("wizard:new", args=[page.flow_key]),
    }


def _papers(flow: Flow, language: str) -> Iterator[Papers]:
    uploads = [question for step in flow.steps for question in step.questions if question.kind == "upload"]
    asked = flow.question(SERVICE_QUESTION)
    if asked is None:
        yield Papers(title="", papers=[_paper(question, language) for question in uploads])
        return
    for choice in asked.choices:
        chosen = {SERVICE_QUESTION: {"value": choice.key}}
        wanted = [question for question in uploads if question.show_when.holds(chosen)]
        yield Papers(title=say(choice.label, language), papers=[_paper(question, language) for question in wanted])


def _paper(question: Question, language: str) -> Paper:
    return Paper(label=say(question.label, language), help=say(question.hint, language), required=question.required)
