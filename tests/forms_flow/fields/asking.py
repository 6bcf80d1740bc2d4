"""Asking one question and reading the answer, as the wizard does."""

from typing import Any

from django.http import QueryDict

from forms_flow.definition import Choice, Question, Step
from forms_flow.fields.forms import StepForm, step_form_class

KEY = "q"
CHOICES = tuple(Choice(key=key, label={"ar": arabic, "en": english}) for key, arabic, english in (
    ("water", "ماء", "Water"),
    ("meals", "وجبات", "Meals"),
    ("none", "لا شيء", "None of these"),
))  # fmt: skip


def a_question(kind: str, label: str = "Full answer", **changes: Any) -> Question:
    """Return a question of a kind; keyword arguments that a question does not have become options."""
    own = {name: changes.pop(name) for name in ("key", "required", "show_when", "hint", "purpose") if name in changes}
    choices = CHOICES if "choice" in kind else ()
    values = {"key": KEY, "label": {"ar": label, "en": label}, "choices": choices, "options": changes, **own}
    return Question(kind=kind, **values)


def a_form(*questions: Question, post: dict[str, Any] | None = None, **kwargs: Any) -> StepForm:
    """Return the form of a step with the questions, filled in when there is a post (names without the prefix)."""
    step = Step(key="s", title={"ar": "خطوة", "en": "Step"}, questions=questions)
    form_class = step_form_class(step, "en")
    files = kwargs.pop("files", None)
    if post is None:
        return form_class(prefix="s", **kwargs)
    data = QueryDict(mutable=True)
    for name, value in post.items():
        data.setlist(f"s-{name}", value if isinstance(value, list) else [value])
    return form_class(data, files or {}, prefix="s", **kwargs)


def parts(typed: Any) -> dict[str, Any]:
    """Return what a browser would send for the question: one value, or one for each part of a group."""
    return {f"{KEY}-{part}": text for part, text in typed.items()} if isinstance(typed, dict) else {KEY: typed}


def answer(kind: str, typed: Any, **changes: Any) -> Any:
    """Return the stored answer to something typed that must be accepted."""
    form = a_form(a_question(kind, **changes), post=parts(typed))
    assert form.errors == {}
    return form.answers[KEY]


def message(kind: str, typed: Any, **changes: Any) -> str:
    """Return the one message about something typed that must not be accepted."""
    form = a_form(a_question(kind, **changes), post=parts(typed))
    assert not form.is_valid()
    [text] = form.errors[KEY]
    return text
