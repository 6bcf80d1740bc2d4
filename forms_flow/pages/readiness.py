"""What keeps a form from opening: the list that an editor sees, and the gate that publishing passes (req 85)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from forms_flow.definition import SERVICE_QUESTION, SOURCE_LANGUAGE, Flow, Text
from forms_flow.pages.checks import problems
from forms_flow.pages.compile import compile_pages, pages_by_language
from forms_flow.pages.said import Said, texts_of
from forms_flow.records.versions import FormVersion
from home.models import SiteSettings

if TYPE_CHECKING:
    from forms_flow.pages.models import FormPage

    Pages = Mapping[str, FormPage]

_ARABIC = range(0x0600, 0x0700)


def gaps(page: "FormPage") -> list[str]:
    """Return, in plain words, everything still missing from the published pages of this form; [] when it may open."""
    pages = pages_by_language(page)
    if SOURCE_LANGUAGE not in pages:
        return [_("The Arabic page is not published.")]
    unpublished = [
        _("The page in %(language)s is not published.") % {"language": language_name(code)}
        for code, _name in settings.LANGUAGES
        if code not in pages
    ]
    return [*gaps_of(pages, unpublished), *_older(pages)]


def gaps_of(pages: "Pages", absent: Iterable[str] = ()) -> list[str]:
    """Return what these pages lack, one for each language and the Arabic among them, published or not.

    `absent` says in words which languages have no page at all.
    """
    source = pages[SOURCE_LANGUAGE]
    found = (*_structure(source), *absent, *_texts(pages), *_handling(source), *_site(source))
    return list(dict.fromkeys(found))  # a question without any English lacks several texts and is named once


def _structure(source: "FormPage") -> Iterator[str]:
    for path, message in problems(source.steps):
        block = source.steps[path[0]]
        yield _("Step “%(step)s”: %(problem)s") % {"step": block.value.get("title") or path[0], "problem": message}


def _texts(pages: "Pages") -> Iterator[str]:
    flow = compile_pages(pages)
    if flow is None or not flow.steps:
        yield _("The form has no step.")
    if flow is None:
        return
    if (asked := flow.question(SERVICE_QUESTION)) and not asked.choices:
        yield _("The form asks for the service, but no published service is ticked.")
    introduction = {code: page.intro for code, page in pages.items()}
    texts = [(said.name, said.text) for said in _awaited(flow)]
    for code in pages:
        named = {"language": language_name(code)}
        for place, text in ((_("introduction"), introduction), *texts):
            if is_missing(text, code):
                yield _("%(language)s is missing: %(place)s") % {**named, "place": place}


def _awaited(flow: Flow) -> Iterator[Said]:
    """Yield the texts without which a form does not go out.

    An open form never waits for the words of a service's documents: the list on the service's page and the one that
    the form asks for must not differ for a day (req 2), so an untranslated one is called by its Arabic name.
    """
    is_open = FormVersion.objects.current(flow.key) is not None
    return (said for said in texts_of(flow) if said.is_own or not (is_open and said.place[1].startswith("doc_")))


def _older(pages: "Pages") -> Iterator[str]:
    """Yield the texts whose Arabic was changed after the other language was published, and which that still says.

    The version before tells what they said. Whoever publishes the other language after the Arabic has looked at it.
    """
    newest = FormVersion.objects.filter(flow_key=pages[SOURCE_LANGUAGE].flow_key).order_by("-number").first()
    flow = compile_pages(pages)
    if newest is None or flow is None:
        return
    before = {said.place: said.text for said in texts_of(newest.flow)}
    for code, page in pages.items():
        if not _is_behind(page, pages[SOURCE_LANGUAGE]):
            continue
        for said in texts_of(flow):
            if said.is_own and _kept(said.text, before.get(said.place, {}), code):
                named = {"language": language_name(code), "place": said.name}
                yield _("%(language)s still says what it said before the Arabic was changed: %(place)s") % named


def _is_behind(page: "FormPage", source: "FormPage") -> bool:
    times = (page.last_published_at, source.last_published_at)
    return page.pk != source.pk and None not in times and times[0] < times[1]


def _kept(now: Text, before: Text, code: str) -> bool:
    """Tell whether the Arabic changed and this language did not."""
    is_changed = before.get(SOURCE_LANGUAGE) not in {None, now.get(SOURCE_LANGUAGE)}
    return is_changed and now.get(code) == before.get(code)


def _handling(source: "FormPage") -> Iterator[str]:
    if source.owner is None or not source.owner.is_active:
        yield _("Nobody is named as responsible for the form.")
    if not source.retention_months:
        yield _("It does not say how many months the answers are kept.")


def _site(source: "FormPage") -> Iterator[str]:
    site = source.get_site()
    record = SiteSettings.for_site(site) if site else None
    if record is None or not (record.telephone or record.email):
        yield _("The site settings have neither telephone nor e-mail for people who need help.")
    if record is None or record.privacy_page_id is None:
        yield _("The site settings do not say which page is the privacy notice.")


def is_missing(text: Text, language: str) -> bool:
    """Tell whether a language lacks the text.

    wagtail-localize fills what nobody translated with the Arabic; that is no translation either, unless the text has
    no Arabic letter in it.
    """
    own, source = text.get(language, ""), text.get(SOURCE_LANGUAGE, "")
    copied = language != SOURCE_LANGUAGE and own == source and any(ord(char) in _ARABIC for char in source)
    return not own or copied


def language_name(code: str) -> str:
    """Return what a language is called in the language at hand."""
    name: str = get_language_info(code)["name_translated"]
    return name
