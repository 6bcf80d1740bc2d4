"""Made-up answers to any form: plausible, and nobody's."""

import datetime as dt
from collections.abc import Callable
from random import Random
from typing import Any

from stdnum import luhn

from forms_flow.definition import SOURCE_LANGUAGE, Flow, Question
from forms_flow.fields.address_control import BOXES, SHORT
from forms_flow.fields.availability import TIMES
from forms_flow.fields.consent import digest, text_of
from forms_flow.fields.country import FREQUENT
from forms_flow.fields.places import RABIGH

FATHERS = ["محمد", "عبدالله", "أحمد", "خالد", "يوسف", "إبراهيم", "سالم", "سعد"]
FIRST = [*FATHERS, "فاطمة", "نورة", "سارة", "مريم", "هند", "عائشة"]
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
    return _typed(" ".join([rng.choice(FIRST), rng.choice(FATHERS), rng.choice(FAMILY)]))


def _identity(_: Question, rng: Random) -> dict[str, Any]:
    body = str(rng.randrange(100_000_000, 300_000_000))
    number = body + luhn.calc_check_digit(body)
    kind = "national_id" if number[0] == "1" else "iqama"
    return {"kind": kind, "number": number, "raw": {"kind": kind, "number": number}}


def _mobile(_: Question, rng: Random) -> dict[str, Any]:
    number = f"5{rng.randrange(10_000_000, 99_999_999)}"
    return {"value": f"+966{number}", "raw": f"0{number}"}


def _choice(question: Question, rng: Random) -> dict[str, Any]:
    return {"value": rng.choice(question.choices).key}


def _birth(_: Question, rng: Random) -> dict[str, Any]:
    day = dt.date(rng.randint(1950, 2004), rng.randint(1, 12), rng.randint(1, 28))
    boxes = {"day": str(day.day), "month": str(day.month), "year": str(day.year), "calendar": "gregorian"}
    return {"value": day.isoformat(), "calendar": "gregorian", "raw": boxes}


def _place(_: Question, rng: Random) -> dict[str, Any]:
    key = rng.choice(list(RABIGH))
    return {"value": key, "place": "", "raw": {"region": key, "place": ""}}


def _address(_: Question, rng: Random) -> dict[str, Any]:
    short = f"RABA{rng.randrange(1000, 9999)}"
    return {"value": {SHORT: short}, "raw": {**dict.fromkeys(BOXES, ""), SHORT: short}}


def _consent(question: Question, _rng: Random) -> dict[str, Any]:
    return {"value": True, "text_digest": digest(text_of(question, SOURCE_LANGUAGE))}


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
    "money": lambda _, rng: _typed(str(rng.randrange(500, 9000, 50))),
    "birth_date": _birth,
    "country": lambda _, rng: {"value": rng.choice(sorted(FREQUENT))},
    "region_place": _place,
    "national_address": _address,
    "availability": lambda _, rng: {"value": [rng.choice(TIMES)]},
    "consent": _consent,
    "upload": lambda _question, _rng: {"files": [], "later": True},
}
