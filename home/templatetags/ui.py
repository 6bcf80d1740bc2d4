"""What the public templates need: icons, languages, dates, digits."""

import re
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from home import dates, drawing, languages
from home.contracts import CardFacts, Promise
from home.digits import to_ascii_digits
from home.shell import MenuItem

register = template.Library()

#: Stands in a frame for the language switch until a page puts its own there.
_SWITCH = SafeString("<!--language switch-->")

#: Emergency lines, numbers that begin with a plus and the country, and the Kingdom's own long ones; a text may isolate
#: the direction of a number with marks, which the link makes unnecessary.
_TELEPHONE = re.compile(
    r"\u2066?(?<![0-9.,-])("
    r"911|997|998|993|937|\+[0-9](?:[0-9]| (?=[0-9])){6,}|(?:800|9200|05)[0-9]{5,8}"
    r")(?![0-9]|[.,-][0-9])\u2069?"
)


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw a symbol of static/img/icons.svg. It is decoration: the words beside it say the same."""
    return drawing.once(("icon", name), lambda: _icon(name))


def _icon(name: str) -> SafeString:
    return format_html(
        '<svg class="icon icon--{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        name,
        static("img/icons.svg"),
        name,
    )


@register.simple_tag
def card(facts: CardFacts, level: int = 3) -> SafeString:
    """Draw a page as a card; the level is that of its heading."""
    return drawing.once((facts, level), lambda: drawing.part("components/card.html", card=facts, level=level))


@register.simple_tag(takes_context=True)
def frame(context: template.Context, name: str) -> SafeString:
    """Draw a part of what stands around every page: the same for all pages at the same place of the menu.

    Only the language switch is the page's own.
    """
    shell, request = context["shell"], context.get("request")
    here = (current(context, item) for item in shell.menu)
    ends = (request and request.path in {shell.home_url, shell.search_url} and request.path,)
    said = {"shell": shell, "request": request, "switch": _SWITCH}
    drawn = drawing.once((name, shell.mark, *here, *ends), lambda: drawing.part(name, **said))
    if _SWITCH not in drawn:
        return drawn
    switch = drawing.part("components/language_switch.html", links=language_links(context))
    return SafeString(drawn.replace(_SWITCH, switch))


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> list[languages.LanguageLink]:
    """Return every language of this place, for the switcher. It keeps the page, and a search keeps its words."""
    request: HttpRequest | None = context.get("request")
    page = context.get("page")
    if context.get("error_page") or request is None:
        return list(languages.links_for_path(languages.in_language("/", get_language())))
    if isinstance(page, Page) and page.pk:
        return list(languages.links_for_page(page, _relatives(request, page)))
    links = languages.links_for_path(request.path)
    query = request.GET.urlencode() if context.get("keep_query") else ""
    return [link._replace(url=f"{link.url}?{query}") if query else link for link in links]


@register.simple_tag(takes_context=True)
def alternates(context: template.Context) -> list[tuple[str, str]]:
    """Return (hreflang, full address) of each language this page exists in, and of the default one."""
    exact = [link for link in language_links(context) if link.exact]
    pairs = [(link.code, absolute(link.url)) for link in exact]
    default = [("x-default", url) for code, url in pairs if code == settings.LANGUAGE_CODE]
    return pairs + default if len(pairs) > 1 else []


@register.simple_tag(takes_context=True)
def canonical(context: template.Context) -> str:
    """Return the full address of this place, without a query."""
    page = context.get("page")
    path = languages.page_path(page) if isinstance(page, Page) and page.pk else None
    return absolute(path or context["request"].path)


@register.filter
def absolute(path: str) -> str:
    """Put the site's origin before a path. The request's own host is never trusted for that."""
    return f"{settings.SITE_ORIGIN}{path}"


@register.simple_tag(takes_context=True)
def trail(context: template.Context) -> list[tuple[str, str]]:
    """Return (title, address) of the pages above this one, the home page first."""
    page = context.get("page")
    if not isinstance(page, Page) or not page.pk or "request" not in context:
        return []
    above = languages.ancestors(page, _relatives(context["request"], page))
    return [(found.title, languages.page_path(found) or "") for found in above]


@register.simple_tag(takes_context=True)
def current(context: template.Context, item: MenuItem) -> str:
    """Return the ``aria-current`` of a menu entry: the page itself, or a page above it."""
    request: HttpRequest | None = context.get("request")
    path = request.path if request else ""
    if path == item.url:
        return "page"
    return "true" if path.startswith(item.url) else ""


@register.simple_tag
def segments(step: int, total: int) -> list[str]:
    """Return the state of each part of a progress bar: done, now, or next."""
    return ["done" if number < step else "now" if number == step else "next" for number in range(1, total + 1)]


@register.filter
def both_calendars(value: date | datetime | None) -> str:
    """Show a day in both calendars."""
    return dates.both_calendars(value) if value else ""


@register.filter
def gregorian(value: date | datetime | None) -> str:
    """Show a day in words, Gregorian only."""
    return dates.gregorian(value) if value else ""


@register.filter
def hijri(value: date | datetime | None) -> str:
    """Show the Hijri date of a day."""
    return dates.hijri(value) if value else ""


@register.filter
def within(promise: Promise) -> str:
    """Show an answer time as "within 10 working days"."""
    return dates.within(promise.amount, promise.unit)


@register.filter
def duration(promise: Promise) -> str:
    """Show an answer time as "10 working days"."""
    return dates.duration(promise.amount, promise.unit)


@register.filter
def western(value: Any) -> str:
    """Show a number in the digits 0-9, ungrouped, whatever the language."""
    return to_ascii_digits(str(value))


@register.filter
def tel(number: str) -> str:
    """Return a telephone number as a ``tel:`` link wants it."""
    return "".join(char for char in to_ascii_digits(number) if char.isdigit() or char == "+")


@register.filter
def call_links(text: str) -> SafeString:
    """Show the lines of a plain text as paragraphs in which one touch on a telephone number calls it (req 7)."""
    lines = (line for line in text.splitlines() if line.strip())
    return format_html_join("\n", "<p>{}</p>", ((_with_links(line),) for line in lines))


def _with_links(line: str) -> SafeString:
    parts = _TELEPHONE.split(line)  # what stands between the numbers, and the numbers
    pieces = (_link(part) if place % 2 else part for place, part in enumerate(parts))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _link(number: str) -> SafeString:
    return format_html('<a href="tel:{}"><bdi dir="ltr">{}</bdi></a>', tel(number), number)


def _relatives(request: HttpRequest, page: Page) -> list[languages.Relative]:
    """Look a page's relatives up once a request; head, header and breadcrumbs all want them."""
    kept = request.__dict__.setdefault("_relatives", {})
    if page.pk not in kept:
        kept[page.pk] = languages.relatives(page)
    return kept[page.pk]
