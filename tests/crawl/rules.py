"""What holds on every page of every form, each rule with its number in the requirements."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from bs4 import BeautifulSoup, Tag

from tests.crawl.crawler import Seen

Rule = Callable[[Seen, BeautifulSoup], Iterator[str]]
BANNED = ("غير صالح", "خطأ في الإدخال", "هذا الحقل مطلوب", "عذرًا", "يرجى", "invalid", "please", "required")
#: The token of `autocomplete` that must be one of the standard's, by what a name of a control ends with (req 29).
TOKENS = {"mobile": {"tel", "off"}, "email": {"email", "off"}, "full_name": {"name", "off"}}
FAULTY = {"empty", "bad"}
CONTROLS = "main form input:not([type=hidden]), main form select, main form textarea"


def faults(seen: Seen) -> Iterator[str]:
    """Yield one line for every rule that the page breaks."""
    soup = seen.soup
    for rule in RULES:
        for fault in rule(seen, soup):
            yield f"{seen.name}: {rule.__name__}: {fault}"


def answers_well(seen: Seen, _soup: BeautifulSoup) -> Iterator[str]:
    if seen.status != 200:
        yield str(seen.status)


def has_one_heading_in_order(_seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 11, 100."""
    levels = [int(tag.name[1]) for tag in soup.select("h1, h2, h3, h4") if not tag.find_parent(class_="error-summary")]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    main = [int(tag.name[1]) for tag in soup.select("main h1, main h2, main h3, main h4")]
    if any(after - before > 1 for before, after in pairwise(main)):
        yield f"levels {main}"


def heading_names_the_control(seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 11: with one question and no text above it, the h1 is its label or legend."""
    fields = soup.select("main form .field")
    if seen.place in {"new", "check", "receipt"} or seen.situation == "exit" or len(fields) != 1:
        return
    if not soup.select("main form .field h1") and not soup.select("main h1 + .prose, main .field--information"):
        yield soup.h1.get_text(" ", strip=True)


def leads_back(seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 12, with errors too."""
    if seen.place not in {"new", "receipt"} and not soup.select("main a.back-link[href]"):
        yield "no way back"


def says_what_the_button_does(seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 14."""
    words = [button.get_text(" ", strip=True) for button in soup.select("main form button[type=submit]")]
    if seen.place in {"new", "check", "receipt"} or seen.situation == "exit":
        return
    if words[:1] not in (["حفظ والانتقال إلى التالي"], ["Save and continue"]):
        yield str(words)


def marks_what_is_optional(_seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 19: in words, never with an asterisk."""
    yield from (label.get_text(" ", strip=True) for label in soup.select("label, legend") if "*" in label.get_text())


def asks_with_the_right_keyboard(_seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 29, 30."""
    yield from (str(control) for control in soup.select("input[type=number], input[type=date], [maxlength][type=text]"))
    for control in soup.select(CONTROLS):
        name = str(control.get("name", ""))
        for end, tokens in TOKENS.items():
            if name.endswith(f"-{end}") and control.get("autocomplete") not in tokens:
                yield f"{name}: autocomplete {control.get('autocomplete')}"
    for control in soup.select("input[autocomplete=tel], input[autocomplete^=bday]"):
        if control.get("inputmode") not in {"numeric", "tel"}:
            yield f"{control['name']}: inputmode {control.get('inputmode')}"


def lets_the_server_decide(_seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 38."""
    yield from (f"{form.get('action', '')} without novalidate" for form in soup.select("main form:not([novalidate])"))
    yield from (str(control.get("name")) for control in soup.select("main [required]"))


def sums_up_its_errors(seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 33, 34: above the heading, with links that lead to something, and in the title."""
    summary = soup.select_one(".error-summary")
    word = "خطأ:" if seen.language == "ar" else "Error:"
    if soup.title.get_text(strip=True).startswith(word) != bool(summary):
        yield f"title {soup.title.get_text(strip=True)!r}"
    if summary is None:
        return
    if seen.situation not in FAULTY:
        yield "errors without a fault"
    if summary.get("tabindex") != "-1" or summary.sourceline > soup.h1.sourceline:
        yield "not where the focus goes"
    for link in summary.select("li a"):
        target = str(link["href"]).rpartition("#")[2]
        if str(link["href"]).startswith("#") and soup.find(id=target) is None:
            yield f"{link['href']} leads nowhere"


def says_the_same_at_the_field(_seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 35."""
    above = [line.get_text(" ", strip=True) for line in soup.select(".error-summary li")]
    at_fields = [_message(tag) for tag in soup.select(".field__error")]
    if sorted(above) != sorted(at_fields):
        yield f"{above} and {at_fields}"
    for error in soup.select(".field__error"):
        described = soup.select(f'[aria-describedby~="{error.get("id")}"]')
        if not described:
            yield f"{error.get('id')} describes nothing"
    if above and not soup.select('[aria-invalid="true"]'):
        yield "nothing is marked at fault"


def speaks_kindly(_seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 36."""
    words = " ".join(line.get_text(" ", strip=True) for line in soup.select(".error-summary li, .field__error"))
    yield from (word for word in BANNED if re.search(rf"\b{word}\b", words, re.IGNORECASE))


def keeps_what_was_typed(seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 37."""
    if seen.situation != "bad":
        return
    for control in soup.select("main form input.control[type=text], main form textarea"):
        shown = control.get("value") if control.name == "input" else control.get_text(strip=True)
        if not shown and control.get("name"):
            yield str(control["name"])


def offers_help_in_its_place(_seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 98."""
    if not soup.select("header a[href^='tel:'], footer a[href^='tel:']"):
        yield "no telephone"


def has_its_landmarks(_seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 100: the skip link first, one of each landmark; req 115: language and direction."""
    first = soup.select_one("body a")
    if first is None or first.get("href") != "#main":
        yield "the first link does not skip to the content"
    yield from (
        f"{len(soup.select(name))} {name}" for name in ("main", "header", "footer") if len(soup.select(name)) < 1
    )
    if soup.html.get("dir") != ("rtl" if soup.html.get("lang") == "ar" else "ltr"):
        yield "direction"


def names_every_control(_seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 94."""
    for control in soup.select(CONTROLS):
        labelled = control.get("aria-label") or control.get("aria-labelledby") or control.find_parent("label")
        if not labelled and not soup.select(f'label[for="{control.get("id")}"]'):
            yield str(control.get("name"))
    ids = [tag["id"] for tag in soup.select("[id]")]
    yield from {f"id {name} twice" for name in ids if ids.count(name) > 1}


def has_no_inline_style_or_script(_seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 112."""
    yield from (str(tag)[:80] for tag in soup.select("[style], style, script:not([src]):not([type]), [onclick]"))


def change_links_have_names_of_their_own(seen: Seen, soup: BeautifulSoup) -> Iterator[str]:
    """Req 52."""
    if seen.place == "check":
        names = [link.get_text(" ", strip=True) for link in soup.select(".summary-list a")]
        yield from {name for name in names if names.count(name) > 1}


def _message(error: Tag) -> str:
    hidden = error.select_one(".visually-hidden")
    if hidden:
        hidden.extract()
    return error.get_text(" ", strip=True)


RULES: tuple[Rule, ...] = (
    answers_well,
    has_one_heading_in_order,
    heading_names_the_control,
    leads_back,
    says_what_the_button_does,
    marks_what_is_optional,
    asks_with_the_right_keyboard,
    lets_the_server_decide,
    sums_up_its_errors,
    keeps_what_was_typed,
    offers_help_in_its_place,
    has_its_landmarks,
    names_every_control,
    has_no_inline_style_or_script,
    change_links_have_names_of_their_own,
    speaks_kindly,
    says_the_same_at_the_field,
)
