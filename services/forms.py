"""Editor forms of the services app."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class PublishCheckedForm(WagtailAdminPageForm):
    """Asks for the fixed parts when a page is published or submitted, and lets a draft be half written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Mark the parts that publishing needs; Wagtail lifts the mark again while it saves a draft."""
        super().__init__(*args, **kwargs)
        for name in self.instance.required_to_publish:
            if name in self.fields:
                self.fields[name].required = True
                self.fields[name].error_messages["required"] = _("Fill in this part before publishing.")
        parts = {*self.instance.required_to_publish} & {*self.fields}
        self._meta.defer_required_on_fields = [*{*self._meta.defer_required_on_fields, *parts}]

    def _post_clean(self) -> None:
        """Keep the model from judging here: this form reports the same faults, and beside the fields."""
        self.instance.publishing_deferred = True
        try:
            super()._post_clean()
        finally:
            self.instance.publishing_deferred = False
        if not self.is_deferred_validation:
            for name, messages in self.instance.publishing_errors().items():
                if name not in self.errors:
                    self.add_error(name if name in self.fields else None, messages)
