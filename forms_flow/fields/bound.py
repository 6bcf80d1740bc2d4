"""A question on the page: everything its template asks."""

import json
from typing import Any

from django.forms import BoundField
from django.utils.safestring import SafeString

from forms_flow.definition import SERVICE_QUESTION, Question, say
from forms_flow.enums import Sensitivity


class BoundQuestion(BoundField):
    """Django's bound field with the question beside it."""

    @property
    def question(self) -> Question:
        """Return the question."""
        question: Question = self.field.question
        return question

    @property
    def kind_name(self) -> str:
        """Return the name of the kind, as a template's hook."""
        return self.question.kind

    @property
    def purpose(self) -> str:
        """Return why it is asked, in the form's language."""
        return say(self.question.purpose, self.field.language)

    @property
    def is_sensitive(self) -> bool:
        """Tell whether the purpose is shown without being asked for (req 20)."""
        return self.question.sensitivity in {Sensitivity.IDENTITY, Sensitivity.HEALTH, Sensitivity.MONEY}

    @property
    def is_optional(self) -> bool:
        """Tell whether the label says "(optional)"."""
        return not self.field.required and self.field.kind.has_answer

    @property
    def is_offered(self) -> bool:
        """Tell whether the control shows an answer given to another question, for the person to confirm."""
        return self.name in self.form.offered and not self.form.is_bound

    @property
    def one_of_several(self) -> SafeString:
        """Return the whole question, as it stands among others.

        A question that nobody has answered yet looks the same to everybody, so each form class draws it once.
        """
        if not self._looks_the_same_to_all():
            return self._drawn()
        drawn = type(self.form).drawn
        if self.name not in drawn:
            drawn[self.name] = self._drawn()
        return drawn[self.name]

    def _drawn(self) -> SafeString:
        return self.render(context={"field": self, "heading": None})

    def _looks_the_same_to_all(self) -> bool:
        """Tell whether nothing of this journey shows in it: no answer, file, condition, or service that is closed."""
        question = self.question
        own = self.form.is_bound or self.name in self.form.initial or question.show_when.conditions
        return not own and question.key != SERVICE_QUESTION and not self.field.kind.has_files and not question.parts

    @property
    def role(self) -> str:
        """Return the role of the group; empty for single controls."""
        return getattr(self.field.widget, "role", "")

    @property
    def error(self) -> str:
        """Return the one message, or an empty string."""
        return str(self.errors[0]) if self.errors else ""

    @property
    def first_control_id(self) -> str:
        """Return the id that the error summary links to: the faulty box of a group, else its first control."""
        found: str = self.field.widget.first_id(self.auto_id, self._box)
        return found

    @property
    def show_when(self) -> str:
        """Return the conditions on answers of the same page as JSON for JavaScript; empty when always shown."""
        rules = self.form.page_conditions(self.question)
        return json.dumps(rules) if rules else ""

    @property
    def aria_describedby(self) -> str | None:
        """Return the ids of hint and error."""
        ids = [f"{self.auto_id}_hint" if self.help_text else "", f"{self.auto_id}_error" if self.errors else ""]
        return " ".join(filter(None, ids)) or None

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Any = None) -> dict[str, Any]:
        """Return the attributes of the control; a group is told which of its boxes is at fault."""
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        if self.errors and self.use_fieldset:
            built["box"] = self._box
        return built

    @property
    def _box(self) -> str:
        if not self.errors:
            return ""
        params = self.errors.as_data()[0].params or {}
        return str(params.get("box", ""))
