"""Parts of pages that look the same whenever the same is said: drawn once, then copied.

Nothing here can be old: what a part says is the name under which it is kept.
"""

from collections.abc import Callable, Hashable

from django.conf import settings
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

#: Frames in each language and menu place, and cards; a site that has more begins again.
MOST = 1000
_drawn: dict[Hashable, SafeString] = {}


def once(name: Hashable, draw: Callable[[], SafeString]) -> SafeString:
    """Return what was drawn under this name in this language; while templates are worked on, draw each time."""
    if settings.DEBUG:
        return draw()
    key = (get_language(), name)
    if key not in _drawn:
        if len(_drawn) >= MOST:
            _drawn.clear()
        _drawn[key] = draw()
    return _drawn[key]


def part(template: str, **said: object) -> SafeString:
    """Draw a template that needs nothing but what is said to it."""
    return get_template(template).render(said)
