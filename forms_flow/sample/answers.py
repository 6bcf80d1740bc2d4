"""Made-up answers to any form: plausible, and nobody's."""

import datetime as dt
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from stdnum import luhn

from forms_flow.conditions import measure
from forms_flow.definition import SOURCE_LANGUAGE, Flow, Question, Step
from forms_flow.fields.address_control import BOXES, SHORT
from forms_flow.fields.availability import TIMES
from forms_flow.fields.companions_field import fewest, most
from forms_flow.fields.consent import digest, text_of
from forms_flow.fields.country import FREQUENT
from forms_flow.fields.date import age_on
from forms_flow.fields.identity import offered
from forms_flow.fields.places import RABIGH
from home.dates import today

FATHERS = ["محمد", "عبدالله", "أحمد", "خالد", "يوسف", "إبراهيم", "سالم", "سعد"]
FIRST = [*FATHERS, "فاطمة", "نورة", "سارة", "مريم", "هند", "عائشة"]
FAMILY = ["الحربي", "الغامدي", "الزهراني", "العتيبي", "السلمي", "المالكي", "البلادي", "الصبحي", "الجهني", "الأنصاري"]
NEEDS = ["كرسي متحرك لوالدتي", "حقيبة إحرام", "مساندة في الطريق", "رحلة عمرة للأسرة"]
#: How often a step is answered anew when its answers led to an exit page.
TRIES = 30
FEW, MANY = 2, 60
YOUNGEST, OLDEST = 10, 80
SELDOM = 0.2


def answers(flow: Flow, rng: Random) -> dict[str, Any]:
    """Return answers to every question on a route of the form; an exit page may end it."""
    given: dict[str, Any] = {}
    for step in flow.steps:
        given |= _answered(step, given, rng)
    return flow.settled(given)


def whole_answers(flow: Flow, rng: Random, fixed: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers that lead to the end of the form. `fixed` are given already, such as the service."""
    given: dict[str, Any] = dict(fixed)
    for step in flow.steps:
        for _ in range(TRIES):
            tried = {**given, **_answered(step, given, rng), **fixed}
            if step.exit(tried) is None:
                break
        given = tried
    return flow.settled(given)


def _answered(step: Step, given: Mapping[str, Any], rng: Random) -> dict[str, Any]:
    """Return the answers to what the step asks after those given."""
    found: dict[str, Any] = {}
    for question in step.questions if step.show_when.holds(given) else ():
        before = {**given, **found}
        if question.kind in _MAKERS and question.show_when.holds(before):
            found[question.key] = _made(question, before, rng)
    return found


def _made(question: Question, given: Mapping[str, Any], rng: Random) -> Any:
    if question.kind == "companions":
        count = rng.randint(fewest(question), min(most(question), fewest(question) + FEW))
        return {"value": [_entry(question, given, rng) for _ in range(count)]}
    answer = _MAKERS[question.kind](question, rng)
    below = measure(given.get(question.options.get("below", "")))
    return _typed(min(answer["value"], int(below[0]) - 1)) if below else answer


def _entry(question: Question, given: Mapping[str, Any], rng: Random) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    for part in question.parts:
        if part.kind in _MAKERS and part.show_when.holds({**given, **entry}):
            entry[part.key] = _made(part, {**given, **entry}, rng)
    return entry


def _typed(value: Any) -> dict[str, Any]:
    return {"value": value, "raw": str(value)}


def _name(_: Question, rng: Random) -> dict[str, Any]:
    return _typed(" ".join([rng.choice(FIRST), rng.choice(FATHERS), rng.choice(FAMILY)]))


def _identity(question: Question, rng: Random) -> dict[str, Any]:
    kinds = set(offered(question))
    if "gcc" in kinds and rng.random() < SELDOM:
        number, kind = str(rng.randrange(10**7, 10**8)), "gcc"
    else:
        body = str(rng.randrange(100_000_000, 300_000_000))
        number = body + luhn.calc_check_digit(body)
        kind = "national_id" if number[0] == "1" else "iqama"
    return {"kind": kind, "number": number, "raw": {"kind": kind, "number": number}}


def _mobile(_: Question, rng: Random) -> dict[str, Any]:
    number = f"5{rng.randrange(10_000_000, 99_999_999)}"
    return {"value": f"+966{number}", "raw": f"0{number}"}


def _choice(question: Question, rng: Random) -> dict[str, Any]:
    return {"value": rng.choice(question.choices).key}


def _number(question: Question, rng: Random) -> dict[str, Any]:
    low, high = int(question.options.get("min", 1)), int(question.options.get("max", MANY))
    return _typed(rng.randint(low, high if rng.random() < SELDOM else min(high, low + MANY)))


def _boxes(day: dt.date) -> dict[str, Any]:
    boxes = {"day": str(day.day), "month": str(day.month), "year": str(day.year), "calendar": "gregorian"}
    return {"value": day.isoformat(), "calendar": "gregorian", "raw": boxes}


def _date(question: Question, rng: Random) -> dict[str, Any]:
    days = rng.randint(1, 20)
    ahead = dt.timedelta(days=days + 20 if question.options.get("after") else days)
    return _boxes(today() + ahead if question.options.get("future") else today() - ahead)


def _birth(question: Question, rng: Random) -> dict[str, Any]:
    low, high = int(question.options.get("min_age", YOUNGEST)), int(question.options.get("max_age", OLDEST))
    day = today() - dt.timedelta(days=365 * rng.randint(low + 1, max(high - 1, low + 1)) + rng.randint(1, 300))
    return {**_boxes(day), "age": age_on(day, today())}


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
    "whole_number": _number,
    "money": lambda _, rng: _typed(str(rng.randrange(500, 9000, 50))),
    "date": _date,
    "birth_date": _birth,
    "country": lambda _, rng: {"value": rng.choice(sorted(FREQUENT))},
    "region_place": _place,
    "national_address": _address,
    "availability": lambda _, rng: {"value": [rng.choice(TIMES)]},
    "companions": lambda _question, _rng: {"value": []},  # see _made: its entries need the earlier answers
    "consent": _consent,
    "declaration": _consent,
    "upload": lambda _question, _rng: {"files": [], "later": True},
}
