"""The file control: choose, keep or remove, or send later."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext, ngettext

from forms_flow.fields.counted import plural_forms
from forms_flow.fields.widgets import TEMPLATES, Control
from forms_flow.vault.inspect.limits import MAX_BYTES
from forms_flow.vault.inspect.refusals import MESSAGES

# Types, not endings: phones then offer the camera, and an iPhone turns HEIC into JPEG by itself.
ACCEPT = "image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf"


class Stored(NamedTuple):
    """A file accepted earlier, as the control shows it."""

    id: str
    name: str
    url: str = ""


class Sent(NamedTuple):
    """What the control sent: new files, ids of stored files to drop, and the promise."""

    files: Sequence[Any] = ()
    removed: Sequence[str] = ()
    later: bool = False


class UploadControl(Control):
    """A stored file stays unless its "remove" is ticked, so an error elsewhere costs nobody a second upload."""

    template_name = TEMPLATES + "upload.html"
    use_fieldset = True
    needs_multipart_form = True

    def __init__(self, *, most: int, later: bool) -> None:
        """Take at most so many files; offer to send it later or not."""
        self.most = most
        self.later = later
        self.stored: Sequence[Stored] = ()
        super().__init__()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Sent:
        """Return what was sent, from a request's dictionaries or plain ones."""
        new = _several(files, name)
        return Sent(new, [str(item) for item in _several(data, f"{name}-remove")], bool(data.get(f"{name}-later")))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Tell whether nothing was sent; an unticked box sends nothing."""
        return not any((name in files, f"{name}-remove" in data, f"{name}-later" in data))

    def format_value(self, value: Any) -> Any:
        """Leave the value: a file cannot be shown again."""
        return value

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template."""
        attrs = {key: text for key, text in (attrs or {}).items() if key != "box"}
        context = super().get_context(name, value, attrs)
        sent = value if isinstance(value, Sent) else Sent()
        context["widget"] |= {
            "accept": ACCEPT,
            "most": self.most,
            "chosen": json.dumps(_words(), ensure_ascii=False),
            "may_wait": self.later,
            "later": sent.later,
            "stored": [{**item._asdict(), "removed": item.id in sent.removed} for item in self.stored],
        }
        return context


def _words() -> dict[str, Any]:
    """Return what the script says beside the files that were chosen and not sent yet."""
    return {
        "count": plural_forms(lambda n: ngettext("%(count)d file chosen", "%(count)d files chosen", n)),
        "remove": gettext("Remove"),
        "largest": MAX_BYTES,
        "tooBig": str(MESSAGES["too_big"]),
    }


def _several(source: Any, name: str) -> Sequence[Any]:
    if hasattr(source, "getlist"):
        items: Sequence[Any] = source.getlist(name)
        return items
    given = source.get(name) if source else None
    return given if isinstance(given, list | tuple) else [given] if given else []
