"""Pages that refuse to be published half written."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from home.base import BasePage
from services.forms import PublishCheckedForm

MISSING = _("Fill in this part before publishing.")


class PublishCheckedPage(BasePage):
    """Base of pages with parts that readers rely on.

    The fields stay ``blank=True`` so that drafts, autosave and a translation in progress can be stored; what is missing
    is refused when a page goes live, whoever publishes it: editor, command or wagtail-localize.
    """

    base_form_class = PublishCheckedForm
    required_to_publish: ClassVar[tuple[str, ...]] = ()
    # Set by the editor form while it validates, because a live page is also validated when a draft of it is saved.
    publishing_deferred = False

    class Meta:
        abstract = True

    def publishing_errors(self) -> dict[str, list[Any]]:
        """Return what stands in the way of publishing, by field. Extend it for rules between fields."""
        return {name: [MISSING] for name in self.required_to_publish if _is_empty(getattr(self, name))}

    def clean(self) -> None:
        """Refuse a live page that is not complete."""
        super().clean()
        if self.live and not self.publishing_deferred and (errors := self.publishing_errors()):
            raise ValidationError(errors)


def _is_empty(content: Any) -> bool:
    if isinstance(content, str):
        return not strip_tags(content).strip()  # an emptied rich text keeps its paragraph tags
    return content is None or (hasattr(content, "__len__") and len(content) == 0)
