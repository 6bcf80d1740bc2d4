"""Keys: what data is stored under. They are the same in every language and are never shown to applicants."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

KEY_LENGTH = 40


class KeyBlock(blocks.RegexBlock):
    """A key that an editor gives once."""

    def __init__(self, *, dashes: bool = False, **kwargs: Any) -> None:
        """Take underscores between words, or dashes where the key is part of an address."""
        joint = "-" if dashes else "_"
        kwargs.setdefault("label", _("Key"))
        kwargs.setdefault(
            "help_text", _("Small Latin letters and digits. The same in every language, and never shown.")
        )
        kwargs.setdefault("default", "")
        super().__init__(
            regex=rf"^[a-z][a-z0-9{joint}]{{0,{KEY_LENGTH - 1}}}\Z",
            error_messages={"invalid": _("Use small Latin letters and digits, and begin with a letter.")},
            **kwargs,
        )
        self.field.widget.attrs["dir"] = "ltr"


class KeysBlock(blocks.RegexBlock):
    """Several keys with commas between them."""

    def __init__(self, *, capitals: bool = False, **kwargs: Any) -> None:
        """Take an empty list as well; with `capitals` also codes such as those of countries, and numbers."""
        kwargs.setdefault("default", "")
        key = "[A-Za-z0-9_.-]" if capitals else "[a-z0-9_-]"
        super().__init__(
            regex=rf"^{key}*(?:\s*[,،]\s*{key}+)*\Z",
            required=False,
            error_messages={"invalid": _("Write the keys with commas between them.")},
            **kwargs,
        )
        self.field.widget.attrs["dir"] = "ltr"


class DayBlock(blocks.RegexBlock):
    """A day in either calendar, the same in every language. Whether the calendar has it, the checks tell."""

    def __init__(self, **kwargs: Any) -> None:
        """Take no day as well."""
        kwargs.setdefault("default", "")
        super().__init__(
            regex=r"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\Z",
            required=False,
            error_messages={"invalid": _("Write year, month and day, with dashes between them.")},
            **kwargs,
        )
        self.field.widget.attrs["dir"] = "ltr"


def split_keys(text: str | None) -> tuple[str, ...]:
    """Return the keys of a :class:`KeysBlock`."""
    return tuple(part.strip() for part in (text or "").replace("،", ",").split(",") if part.strip())
