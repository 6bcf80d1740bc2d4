"""What somebody typed into the search box, as the normal forms under which applications are found.

Numbers may be written in any grouping and any digits. A number can be read in several ways (a GCC identity may have
eleven digits too), so each term is a list of readings, and one of them must match; all terms must.
"""

import base64
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from django.db.models import Q

from forms_flow.domain.reference import is_reference
from forms_flow.enums import MatchKind
from forms_flow.fields.documents import DOCUMENTS, IQAMA, NATIONAL_ID, normal_number
from forms_flow.fields.mobile import normal_mobile
from forms_flow.records.match import MatchKey
from forms_flow.vault import keyring
from home.text import clean_code, clean_text, fold

LONGEST_QUERY = 120
MOST_TERMS = 8
_CONTEXT = "inbox-search"
#: Digits with the separators people type between them; a plus or a bracket may stand in front.
_NUMBER = re.compile(r"[+(]*[0-9][0-9.\-\u2010-\u2015\u2212_/()]*")
_HAS_DIGIT = re.compile(r"[0-9]")

Reading = tuple[MatchKind, str]
Term = Sequence[Reading]


def terms(query: str) -> list[Term]:
    """Return the terms of a query, at most eight; an empty list when nothing in it can be searched for."""
    words = clean_text(query[:LONGEST_QUERY]).split()
    found: list[Term] = []
    for numeric, run in groupby(words, lambda word: bool(_NUMBER.fullmatch(word))):
        group = list(run)
        found += _numbers(group) if numeric else [term for word in group for term in _word(word)]
    return found[:MOST_TERMS]


def matching(found: Sequence[Term]) -> Q:
    """Return the condition that an application carries a reading of every term."""
    condition = Q()
    for term in found:
        digests = [digest for kind, token in term for digest in keyring.digests(token, purpose=kind)]
        condition &= Q(pk__in=MatchKey.objects.filter(digest__in=digests).values("application"))
    return condition


def _numbers(groups: Sequence[str]) -> list[Term]:
    """Read neighbouring groups of digits as one number, unless only the single groups are numbers people carry."""
    whole = " ".join(groups)
    if not _is_known(whole) and any(_is_known(group) for group in groups):
        return [_readings(group) for group in groups]
    return [_readings(whole)]


def _word(word: str) -> Iterator[Term]:
    if _HAS_DIGIT.search(word):
        yield _readings(word)
    else:
        yield from ([(MatchKind.NAME, part)] for part in fold(word).split())


def _readings(typed: str) -> list[Reading]:
    code = clean_code(typed)
    readings = [(MatchKind.REFERENCE, code)] if is_reference(code) else []
    if mobile := normal_mobile(code):
        readings.append((MatchKind.MOBILE, mobile))
    return [*readings, (MatchKind.IDENTITY, normal_number(typed))]


def _is_known(typed: str) -> bool:
    code = clean_code(typed)
    civil = (DOCUMENTS[key] for key in (NATIONAL_ID.key, IQAMA.key))
    return is_reference(code) or bool(normal_mobile(code)) or any(item.fits(code) for item in civil)


def hidden(query: str, person_id: int) -> str:
    """Return the query as it may stand in an address: sealed, since names and numbers must not reach logs."""
    sealed = keyring.seal(query.encode(), context=f"{_CONTEXT}:{person_id}")
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def opened(text: str, person_id: int) -> str:
    """Return what :func:`hidden` was given; an empty string when it was made for somebody else, or is damaged."""
    try:
        sealed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        return keyring.unseal(sealed, context=f"{_CONTEXT}:{person_id}").decode()
    except (keyring.CannotOpenError, ValueError):
        return ""
