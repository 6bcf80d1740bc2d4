"""Every kind of question by name."""

from collections.abc import Mapping
from types import MappingProxyType

from forms_flow.fields.availability import Availability
from forms_flow.fields.base import FieldKind
from forms_flow.fields.birth_date import BirthDate
from forms_flow.fields.companions import Companions
from forms_flow.fields.consent import Consent
from forms_flow.fields.country import Country
from forms_flow.fields.date import DateKind
from forms_flow.fields.declaration import Declaration
from forms_flow.fields.email import Email
from forms_flow.fields.full_name import FullName
from forms_flow.fields.identity import Identity
from forms_flow.fields.information import Information
from forms_flow.fields.long_text import LongText
from forms_flow.fields.mobile import Mobile
from forms_flow.fields.money import Money
from forms_flow.fields.national_address import NationalAddress
from forms_flow.fields.region_place import RegionPlace
from forms_flow.fields.several_choices import SeveralChoices
from forms_flow.fields.short_text import ShortText
from forms_flow.fields.single_choice import SingleChoice
from forms_flow.fields.upload import Upload
from forms_flow.fields.whole_number import WholeNumber
from forms_flow.fields.yes_no import YesNo

_KINDS: tuple[FieldKind, ...] = (
    ShortText(),
    LongText(),
    FullName(),
    Identity(),
    Mobile(),
    Email(),
    WholeNumber(),
    Money(),
    DateKind(),
    BirthDate(),
    YesNo(),
    SingleChoice(),
    SeveralChoices(),
    Country(),
    RegionPlace(),
    NationalAddress(),
    Availability(),
    Upload(),
    Companions(lambda name: _BY_NAME[name]),
    Consent(),
    Declaration(),
    Information(),
)
_BY_NAME: Mapping[str, FieldKind] = MappingProxyType({kind.name: kind for kind in _KINDS})


def kind(name: str) -> FieldKind:
    """Return the kind with that name; LookupError when there is none."""
    return _BY_NAME[name]


def kinds() -> Mapping[str, FieldKind]:
    """Return every kind, in the order an editor picks from."""
    return _BY_NAME
