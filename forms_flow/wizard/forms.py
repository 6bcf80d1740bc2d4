"""The form classes of a version, built once per language and step."""

from functools import lru_cache
from uuid import UUID

from forms_flow.fields.forms import StepForm, step_form_class
from forms_flow.records.versions import flow_of


@lru_cache(maxsize=256)
def form_classes(version_id: UUID, language: str) -> dict[str, type[StepForm]]:
    """Return step -> form class. Called while `language` is active: some words of a form are fixed as it is built."""
    return {step.key: step_form_class(step, language) for step in flow_of(version_id).steps}
