"""Made-up answers to any form: plausible, and nobody's."""

from collections.abc import Callable
from random import Random
from typing import Any

from stdnum import luhn

from forms_flow.definition import Flow, Question

FIRST = ["محمد", "فاطمة", "عبدالله", "نورة", "أحمد", "سارة", "خالد", "مريم", "يوسف", "هند", "إبراهيم", "عائشة"]
FAMILY = ["الحربي", "الغامدي", "الزهراني", "العتيبي", "السلمي", "المالكي", "البلادي", "الصبحي", "الجهني", "الأنصاري"]
NEEDS = ["كرسي متحرك لوالدتي", "حقيبة إحرام", "مساندة في الطريق", "رحلة عمرة للأسرة"]


def answers(flow: Flow, rng: Random) -> dict[str, Any]:
    """Return answers to every question on a route of the form."""
    given: dict[str, Any] = {}
    for step in flow.steps:
        for question in step.questions:
            if question.kind in _MAKERS:
                given[question.key] = _MAKERS[question.kind](question, rng)
    return flow.settled(given)


def _typed(value: Any) -> dict[str, Any]:
    return {"value": value, "raw": str(value)}


def _name(_: Question, rng: Random) -> dict[str, Any]:
    return _typed(" ".join([rng.choice(FIRST), rng.choice(FIRST), rng.choice(FAMILY)]))


def _identity(_: Question, rng: Random) -> dict[str, Any]:
    body = str(rng.randrange(100_000_000, 300_000_000))
    number = body + luhn.calc_check_digit(body)
    kind = "national_id" if number[0] == "1" else "iqama"
    return {"kind": kind, "number": number, "raw": number, "country": "", "expiry": None}


def _mobile(_: Question, rng: Random) -> dict[str, Any]:
    number = f"5{rng.randrange(10_000_000, 99_999_999)}"
    return {"value": f"+966{number}", "raw": f"0{number}"}


def _choice(question: Question, rng: Random) -> dict[str, Any]:
    return {"value": rng.choice(question.choices).key}


_MAKERS: dict[str, Callable[[Question, Random], dict[str, Any]]] = {
    "full_name": _name,
    "identity": _identity,
    "mobile": _mobile,
    "email": lambda _, rng: _typed(f"sample{rng.randrange(10**9)}@example.org"),
    "yes_no": lambda _, rng: {"value": rng.random() < 0.5},  # noqa: PLR2004 - a coin
    "single_choice": _choice,
    "several_choices": lambda question, rng: {"value": [rng.choice(question.choices).key]},
    "short_text": lambda _, rng: _typed(rng.choice(NEEDS)),
    "long_text": lambda _, rng: _typed(rng.choice(NEEDS)),
    "whole_number": lambda _, rng: _typed(rng.randint(1, 9)),
    "upload": lambda _question, _rng: {"files": [], "later": True},
}
