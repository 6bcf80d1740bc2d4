"""The same twelve questions for both: lines of text, a long text, an e-mail, a number, choices and a date."""

from typing import Any

from forms_flow.definition import Choice, Flow, Question, Step
from forms_flow.enums import Track

KEY = "0b8f5a34-8a38-4a57-9d0e-6e1c6d7f0a11"
OPTIONS = ("water", "meals", "guidance", "transport")
#: key -> kind here, kind there, what a person answers.
TWELVE: dict[str, tuple[str, str, str | list[str]]] = {
    "name": ("short_text", "singleline", "محمد الحربي"),
    "city": ("short_text", "singleline", "رابغ"),
    "street": ("short_text", "singleline", "طريق الساحل"),
    "group": ("short_text", "singleline", "حملة النور"),
    "phone": ("short_text", "singleline", "0501234567"),
    "need": ("long_text", "multiline", "كرسي متحرك لوالدتي مدة أسبوع"),
    "email": ("email", "email", "someone@example.org"),
    "people": ("whole_number", "number", "4"),
    "help": ("single_choice", "radio", "meals"),
    "kind": ("single_choice", "dropdown", "water"),
    "extras": ("several_choices", "checkboxes", ["water", "transport"]),
    "day": ("date", "date", ""),
}


def flow() -> Flow:
    """Return our form: one step with all twelve."""
    questions = tuple(_question(key, kind) for key, (kind, _theirs, _answer) in TWELVE.items())
    step = Step(key="all", title=_text("طلب"), questions=questions)
    return Flow(key=KEY, track=Track.ASSISTANCE, title=_text("طلب"), steps=(step,), declaration=_text("أقرّ"))


def our_answers() -> dict[str, Any]:
    """Return a valid post of the step, as a browser sends it."""
    answers: dict[str, Any] = {f"all-{key}": answer for key, (_kind, _theirs, answer) in TWELVE.items() if answer}
    date = {"all-day-calendar": "gregorian", "all-day-day": "5", "all-day-month": "12", "all-day-year": "2027"}
    return {**answers, **date}


def their_answers() -> dict[str, Any]:
    """Return a valid post of the peer's page."""
    answers: dict[str, Any] = {key: answer for key, (_kind, _theirs, answer) in TWELVE.items() if answer}
    return {**answers, "day": "2027-12-05"}


def _question(key: str, kind: str) -> Question:
    choices = tuple(Choice(key=name, label=_text(name)) for name in OPTIONS) if "choice" in kind else ()
    return Question(key=key, kind=kind, label=_text(f"سؤال {key}"), purpose=_text("لدراسة الطلب"), choices=choices)


def _text(arabic: str) -> dict[str, str]:
    return {"ar": arabic, "en": arabic}
