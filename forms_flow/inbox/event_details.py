"""What more there is to say of an event of the history: one function for each kind that has more."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from forms_flow.definition import Flow, say
from forms_flow.enums import DeclarationMode, MessageKind, RelationKind, State
from forms_flow.inbox.wording import REVEAL_REASONS
from forms_flow.notices.words import notice_words
from forms_flow.records.checks import Verdict, Verified
from forms_flow.records.history import Action, Event
from forms_flow.records.promised import AlertKind
from home.dates import short_date


class Setting(NamedTuple):
    """What the words of an event hang on besides the event."""

    flow: Flow
    language: str
    names: Mapping[int, str]

    def label(self, key: str) -> str:
        """Return the label of a question."""
        question = self.flow.question(key)
        return say(question.label, self.language) if question else ""

    def person(self, key: int | None) -> str:
        """Return the name of a member of the staff."""
        return self.names.get(key, _("Somebody who has left")) if key else pgettext("assignee", "Nobody")


def detail(event: Event, setting: Setting) -> str:
    """Return what more there is to say; the questions that an event names are said by their labels."""
    more = _MORE.get(event.action)
    return more(event, setting) if more else ""


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _questions(event: Event, setting: Setting) -> str:
    keys = event.data.get("questions", [event.data.get("question", "")])
    return " · ".join(setting.label(key) for key in keys)


def _revealed(event: Event, setting: Setting) -> str:
    why = str(REVEAL_REASONS.get(event.data.get("reason", ""), ""))
    return _joined(setting.label(event.data.get("question", "")), why)


def _said(event: Event, _setting: Setting) -> str:
    return str(MessageKind(event.data["kind"]).label)


def _notice(event: Event, _setting: Setting) -> str:
    return notice_words(event.data.get("template", ""))


def _checked(event: Event, setting: Setting) -> str:
    how = event.data.get("how")
    verdict = str(Verdict(event.data["verdict"]).label)
    return _joined(setting.label(event.data["document"]), verdict, str(Verified(how).label) if how else "")


def _unchecked(event: Event, setting: Setting) -> str:
    labels = _joined(*map(setting.label, event.data["documents"]))
    return _("%(documents)s (the reason stands in the notes)") % {"documents": labels}


def _extended(event: Event, setting: Setting) -> str:
    return short_date(datetime.fromisoformat(event.data["after"]), setting.language)


def _alerted(event: Event, setting: Setting) -> str:
    return _joined(str(AlertKind(event.data["kind"]).label), *map(setting.person, event.data["people"]))


def _sent_out(event: Event, _setting: Setting) -> str:
    sent = len(event.data["sections"]) + len(event.data["documents"])
    if not sent:
        return _("Nothing but the reference was sent")
    return ngettext("%(count)d part was sent", "%(count)d parts were sent", sent) % {"count": sent}


def _registered(event: Event, _setting: Setting) -> str:
    return f"{event.data['number']:06d}"


def _merged(event: Event, _setting: Setting) -> str:
    return _("%(double)06d is now part of %(kept)06d") % event.data


_MORE: Mapping[str, Callable[[Event, Setting], str]] = {
    Action.MOVED: lambda event, _setting: str(State(event.to_state).label),
    Action.ASSIGNED: lambda event, setting: setting.person(event.data.get("assignee")),
    Action.FILE_OPENED: _questions,
    Action.CONTACT_CORRECTED: _questions,
    Action.REVEALED: _revealed,
    Action.MESSAGED: _said,
    Action.CALLED: _said,
    Action.RELATED: lambda event, _setting: str(RelationKind(event.data["kind"]).label),
    Action.DECLARED: lambda event, _setting: str(DeclarationMode(event.data["mode"]).label),
    Action.NOTICE_SENT: _notice,
    Action.NOTICE_FAILED: _notice,
    Action.CHECKED: _checked,
    Action.UNCHECKED: _unchecked,
    Action.EXTENDED: _extended,
    Action.ALERTED: _alerted,
    Action.REFERRED_OUT: _sent_out,
    Action.ENTERED_REGISTER: _registered,
    Action.MERGED: _merged,
}
