"""An e-mail address."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question
from forms_flow.fields.base import FieldKind
from forms_flow.fields.messages import problem, title_of
from forms_flow.fields.widgets import TextControl
from home.text import clean_text

MAX_LENGTH = 254


class Email(FieldKind):
    """Cleaned before Django's validator sees it: that one accepts and keeps an invisible mark at the end."""

    name: ClassVar[str] = "email"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "E-mail address")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return a control with the e-mail keyboard."""
        del language
        autocomplete = str(question.options.get("autocomplete", "email"))
        return TextControl(type_="email", direction="ltr", autocomplete=autocomplete, spellcheck="false")

    def is_blank(self, typed: Any) -> bool:
        """Tell whether nothing that can be read was typed."""
        return not clean_text(typed)

    def parse(self, question: Question, typed: Any, language: str) -> str:
        """Return the address, without the full stop or comma that a sentence left at its end."""
        address = clean_text(typed).rstrip(".،, ")
        try:
            EmailValidator()(address)
        except ValidationError:
            message = _("%(question)s: write an address like name@example.com")
            raise problem(message % {"question": title_of(question, language)}, "email") from None
        if len(address) > MAX_LENGTH:
            message = _("%(question)s: write an address like name@example.com")
            raise problem(message % {"question": title_of(question, language)}, "email")
        return address

    def masked(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the first letter and the host."""
        del question, language
        if answer is None:
            return []
        name, _at, host = answer["value"].partition("@")
        return [f"{name[:1]}***@{host}"]
