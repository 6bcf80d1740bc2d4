"""What is asked before the staff fill in a form for somebody: which one, by which channel it came, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import Choice, Question, Step, say
from forms_flow.enums import Channel, Operator, Role, Track
from forms_flow.fields.forms import StepForm, step_form_class
from forms_flow.fields.moment import just_now, moment_of, moment_questions
from forms_flow.records.staff import Person, roles_of
from forms_flow.records.versions import FormVersion
from forms_flow.wizard.start import services_of
from home.languages import language_codes, native_name

FORM, LANGUAGE, CHANNEL, RECEIVED = "entry-form", "entry-language", "entry-channel", "entry-received"
LETTER_NUMBER, LETTER_DATE = "entry-letter-number", "entry-letter-date"
#: Forms that people fill in themselves or not at all.
NOT_ENTERED = frozenset({Track.WHISTLE_BLOWING, Track.SATISFACTION})
_PREFIX = "entry"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What was filled in."""

    version: FormVersion
    service: str
    language: str
    channel: Channel
    received_at: datetime
    letter: Mapping[str, str] | None


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A form that can be chosen, for one of its services where it serves several."""

    version: FormVersion
    service: str
    title: str

    @property
    def key(self) -> str:
        """Return what the form sends for it."""
        return f"{self.version.flow_key}:{self.service}"


def offers(language: str) -> list[Offer]:
    """Return the open forms by title, one line for each service where the form itself does not ask for it."""
    versions = FormVersion.objects.open().exclude(track__in=NOT_ENTERED)
    return sorted((offer for version in versions for offer in _offers(version, language)), key=lambda item: item.title)


def _offers(version: FormVersion, language: str) -> Iterator[Offer]:
    flow = version.flow
    title = say(flow.title, language)
    services = services_of(flow, language)
    if not services:
        yield Offer(version=version, service=flow.services[0] if len(flow.services) == 1 else "", title=title)
    for service in services:
        yield Offer(version=version, service=service.key, title=f"{title}: {service.title}")


def entry_form(offered: list[Offer], person: Person, language: str, data: Any = None) -> StepForm:
    """Return the form; a field representative begins with their own channel."""
    step = _step(offered, language)
    answers = {**just_now(RECEIVED), LANGUAGE: {"value": language_codes()[0]}}
    if Role.FIELD_REPRESENTATIVE in roles_of(person):
        answers[CHANNEL] = {"value": str(Channel.FIELD)}
    if len(offered) == 1:
        answers[FORM] = {"value": offered[0].key}
    return step_form_class(step, language)(data, prefix=_PREFIX, answers=answers)


def entry_of(form: StepForm, offered: list[Offer]) -> Entry | None:
    """Return what a form says, or None when it has to be mended."""
    received_at = moment_of(form, RECEIVED) if form.is_valid() else None
    if received_at is None:
        return None
    values = {key: answer["value"] for key, answer in form.answers.items() if answer}
    offer = next(item for item in offered if item.key == values[FORM])
    letter = {"number": values[LETTER_NUMBER], "date": values[LETTER_DATE]} if LETTER_NUMBER in values else None
    return Entry(
        version=offer.version,
        service=offer.service,
        language=values[LANGUAGE],
        channel=Channel(values[CHANNEL]),
        received_at=received_at,
        letter=letter,
    )


def _step(offered: list[Offer], language: str) -> Step:
    by_letter = ShowWhen(conditions=(Condition(question=CHANNEL, operator=Operator.IS, values=(str(Channel.LETTER),)),))
    forms = [(item.key, item.title) for item in offered]
    languages = [(code, native_name(code)) for code in language_codes()]
    channels = [(str(item), str(item.label)) for item in Channel if item != Channel.WEBSITE]
    number = Question(
        key=LETTER_NUMBER,
        kind="short_text",
        label={language: _("Number of the letter")},
        options={"max_length": 60},
        show_when=by_letter,
    )
    dated = Question(key=LETTER_DATE, kind="date", label={language: _("Date of the letter")}, show_when=by_letter)
    questions = (
        _choice(FORM, _("Form"), _("Choose the form"), forms, language),
        _choice(LANGUAGE, _("Language of the applicant"), _("Choose the language"), languages, language),
        _choice(CHANNEL, _("Channel"), _("Choose how it came"), channels, language),
        number,
        dated,
        *moment_questions(RECEIVED, _("Day on which it was received"), language),
    )
    return Step(key=_PREFIX, title={}, questions=questions)


def _choice(key: str, label: str, missing: str, options: list[tuple[str, str]], language: str) -> Question:
    choices = tuple(Choice(key=name, label={language: title}) for name, title in options)
    text = {"missing": {language: missing}}
    return Question(key=key, kind="single_choice", label={language: label}, choices=choices, options=text)
