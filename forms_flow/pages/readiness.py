"""What keeps a form from opening: the list that an editor sees, and the gate that publishing passes (req 85)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from forms_flow.definition import SERVICE_QUESTION, SOURCE_LANGUAGE, Flow, Text, say
from forms_flow.fields import registry
from forms_flow.pages.checks import problems
from forms_flow.pages.compile import compile_flow
from home.models import SiteSettings

if TYPE_CHECKING:
    from forms_flow.pages.models import FormPage

_ARABIC = range(0x0600, 0x0700)


def gaps(page: "FormPage") -> list[str]:
    """Return, in plain words, everything still missing from the published pages of this form; [] when it may open."""
    source = page.source_page()
    if source is None:
        return [_("The Arabic page is not published.")]
    return [*_structure(source), *_languages(source), *_site(source)]


def _structure(source: "FormPage") -> Iterator[str]:
    for path, message in problems(source.steps):
        block = source.steps[path[0]]
        yield _("Step “%(step)s”: %(problem)s") % {"step": block.value.get("title") or path[0], "problem": message}


def _languages(source: "FormPage") -> Iterator[str]:
    pages = source.published_languages()
    published = {page.locale.language_code for page in pages}
    flow = compile_flow(source)
    introduction = (_("introduction"), {page.locale.language_code: page.intro for page in pages})
    if not flow.steps:
        yield _("The form has no step.")
    if (asked := flow.question(SERVICE_QUESTION)) and not asked.choices:
        yield _("The form asks for the service, but no published service is ticked.")
    for code, _name in settings.LANGUAGES:
        named = {"language": get_language_info(code)["name_translated"]}
        if code not in published:
            yield _("The page in %(language)s is not published.") % named
            continue
        for place, text in (introduction, *texts_of(flow)):
            if is_missing(text, code):
                yield _("%(language)s is missing: %(place)s") % {**named, "place": place}


def _site(source: "FormPage") -> Iterator[str]:
    site = source.get_site()
    record = SiteSettings.for_site(site) if site else None
    if record is None or not (record.telephone or record.email):
        yield _("The site settings have neither telephone nor e-mail for people who need help.")
    if record is None or record.privacy_page_id is None:
        yield _("The site settings do not say which page is the privacy notice.")


def texts_of(flow: Flow) -> Iterator[tuple[str, Text]]:
    """Yield every text of a form that readers rely on, with the words by which an editor finds it."""
    yield from (
        (_("title"), flow.title),
        (_("privacy notice"), flow.privacy),
        (_("declaration"), flow.declaration),
        (_("what happens next"), flow.next_steps),
    )
    for step in flow.steps:
        yield _named(step.title, step.key), step.title
        yield from _if_any(step.key, step.body)
        for question in step.questions:
            named = _named(question.label, question.key)
            yield named, question.label
            if registry.kind(question.kind).has_answer:
                yield named, question.purpose
            yield from _if_any(named, question.hint, question.options.get("missing", {}))
            for choice in question.choices:
                yield named, choice.label
                yield from _if_any(named, choice.hint)


def is_missing(text: Text, language: str) -> bool:
    """Tell whether a language lacks the text.

    wagtail-localize fills what nobody translated with the Arabic; that is no translation either, unless the text has
    no Arabic letter in it.
    """
    own, source = text.get(language, ""), text.get(SOURCE_LANGUAGE, "")
    copied = language != SOURCE_LANGUAGE and own == source and any(ord(char) in _ARABIC for char in source)
    return not own or copied


def _if_any(place: str, *texts: Text) -> Iterator[tuple[str, Text]]:
    return ((place, text) for text in texts if text)


def _named(text: Text, key: str) -> str:
    found = say(text, SOURCE_LANGUAGE)
    return f"“{found}”" if found else key
