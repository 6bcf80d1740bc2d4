"""Steps as an editor sees them before anything is published: forms without answers, and nothing written."""

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from forms_flow.definition import Step, say
from forms_flow.fields.forms import StepForm, step_form_class
from forms_flow.pages.compile import compile_alone
from forms_flow.pages.texts import entries

if TYPE_CHECKING:
    from forms_flow.pages.models import FormPage

_PREFIX = "step-"


def modes(page: "FormPage") -> list[tuple[str, str]]:
    """Return (mode, label) of every step that has a key."""
    steps = [values for _position, _name, values in entries(page.steps, "step") if values.get("key")]
    return [
        (mode_of(step["key"]), _("Step: %(title)s") % {"title": step.get("title") or step["key"]}) for step in steps
    ]


def mode_of(key: str) -> str:
    """Return the name of the preview mode of a step."""
    return f"{_PREFIX}{key}"


def step_of(page: "FormPage", mode: str) -> Step | None:
    """Return the step that a preview mode shows; None for the start page."""
    return compile_alone(page).step(mode.removeprefix(_PREFIX)) if mode.startswith(_PREFIX) else None


def form_of(page: "FormPage", step: Step) -> StepForm:
    """Return the empty form of a step, with every question that the step may ask."""
    return step_form_class(step, page.locale.language_code)(prefix=step.key)


def response(page: "FormPage", request: HttpRequest, step: Step) -> TemplateResponse:
    """Return the step in the page's own language, whatever the language of the admin."""
    language = page.locale.language_code
    context = {
        "page": page,
        "step": step,
        "form": form_of(page, step),
        "title": say(step.title, language),
        "body": say(step.body, language),
    }
    with override(language):
        return TemplateResponse(request, "forms_flow/pages/preview_step.html", context).render()
