"""Steps as an editor sees them before anything is published: forms without answers, and nothing written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from forms_flow.definition import Step, Text, say
from forms_flow.fields.forms import StepForm, step_form_class
from forms_flow.pages.blocks.questions import COMPANIONS
from forms_flow.pages.compile import compile_alone
from forms_flow.pages.texts import entries

if TYPE_CHECKING:
    from forms_flow.pages.models import FormPage

_STEP, _ENTRY, _EXIT = "step", "entry", "exit"


@dataclass(frozen=True, kw_only=True)
class Screen:
    """One page of the journey: a step, an entry of its repeating group, or an exit page, which asks nothing."""

    title: Text
    body: Text
    step: Step | None = None


def modes(page: "FormPage") -> list[tuple[str, str]]:
    """Return (mode, label) of every step that has a key, and of what belongs to it."""
    return list(_modes(page))


def _modes(page: "FormPage") -> Iterator[tuple[str, str]]:
    for _position, _name, step in entries(page.steps, "step"):
        if step.get("key"):
            named = {"title": step.get("title") or step["key"]}
            yield mode_of(step["key"]), _("Step: %(title)s") % named
            for _place, name, block in entries(step.get("questions"), COMPANIONS, _EXIT):
                if block.get("key") and name == COMPANIONS:
                    yield f"{_ENTRY}-{step['key']}", _("One entry: %(title)s") % named
                elif block.get("key"):
                    yield (
                        f"{_EXIT}-{block['key']}",
                        _("Exit page: %(title)s") % {"title": block.get("title") or block["key"]},
                    )


def mode_of(key: str) -> str:
    """Return the name of the preview mode of a step."""
    return f"{_STEP}-{key}"


def screen_of(page: "FormPage", mode: str) -> Screen | None:
    """Return what a preview mode shows; None for the start page."""
    kind, _joint, key = mode.partition("-")
    flow = compile_alone(page)
    if kind == _EXIT:
        found = next((item for step in flow.steps for item in step.exits if item.key == key), None)
        return Screen(title=found.title, body=found.body) if found else None
    step = flow.step(key) if kind in {_STEP, _ENTRY} else None
    if step is None:
        return None
    if kind == _STEP:
        return Screen(title=step.title, body=step.body, step=step)
    return _entry(step)


def _entry(step: Step) -> Screen | None:
    group = step.group
    parts = Step(key=group.key, title=group.label, questions=group.parts) if group else None
    return Screen(title=group.label, body={}, step=parts) if group else None


def form_of(page: "FormPage", step: Step) -> StepForm:
    """Return the empty form of a step, with every question that the step may ask."""
    return step_form_class(step, page.locale.language_code)(prefix=step.key)


def response(page: "FormPage", request: HttpRequest, screen: Screen) -> TemplateResponse:
    """Return the page in the form's own language, whatever the language of the admin."""
    language = page.locale.language_code
    context = {
        "page": page,
        "form": form_of(page, screen.step) if screen.step else None,
        "title": say(screen.title, language),
        "body": say(screen.body, language),
    }
    with override(language):
        return TemplateResponse(request, "forms_flow/pages/preview_step.html", context).render()
