"""The blank form: the questions of a version as a person with a pen answers them.

For people without a telephone, and for representatives without a network (practice 14). It is public and says nothing
of anybody, so it is made once and kept; see :mod:`forms_flow.papers.kept`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import override

from forms_flow.definition import SERVICE_QUESTION, Flow, Question, Step, say
from forms_flow.enums import Channel
from forms_flow.fields import registry
from forms_flow.papers import kept, press
from forms_flow.papers.boxes import Box, box_of
from forms_flow.papers.documents import papers_of
from forms_flow.papers.words import Words
from forms_flow.records.versions import FormVersion
from home.contracts import ServiceProvider, provider_of
from home.shell import Shell

COMPANIONS = "companions"
#: Rows of the table of companions; whoever has more adds a sheet.
COMPANION_ROWS = 5
#: The digits of a reference as it is read aloud.
REFERENCE_GROUPS = (4, 3, 4)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One question with its number; a text between the questions has none."""

    number: int
    label: str
    hint: str
    condition: str
    optional: bool
    box: Box
    columns: "Sequence[Item]" = ()


@dataclass(frozen=True, kw_only=True)
class Part:
    """One step."""

    title: str
    body: str
    condition: str
    items: Sequence[Item]
    exits: Sequence[tuple[str, str, str]]


def newest(flow_key: UUID) -> FormVersion | None:
    """Return the version to print. A closed form may be printed too: its desk and its representatives still take it."""
    return FormVersion.objects.filter(flow_key=flow_key).order_by("-number").first()


def blank_form(version: FormVersion, *, language: str, shell: Shell) -> bytes:
    """Return the PDF, printed now if nobody asked for it before. Raises press.NotPrintedError."""
    html = blank_html(version, language=language, shell=shell)
    return kept.once(f"{version.flow_key}-{language}", html, lambda: press.printed(html))


def blank_html(version: FormVersion, *, language: str, shell: Shell) -> str:
    """Return the page of the blank form."""
    with override(language):
        context = _context(version.flow, language)
    return press.html_of("blank", {**context, "version": version, "shell": shell}, language=language)


def file_name(version: FormVersion, language: str) -> str:
    """Return the name of the download, in ASCII so that every system keeps it."""
    return f"form-{version.flow.track.replace('_', '-')}-{version.number}-{language}.pdf"


def _context(flow: Flow, language: str) -> dict[str, Any]:
    words = Words(flow, _numbers(flow), language)
    parts = [_part(step, words) for step in flow.steps if not _is_of_documents(step)]
    return {
        "title": say(flow.title, language),
        "parts": parts,
        "papers": papers_of(flow, words),
        "services": [] if flow.question(SERVICE_QUESTION) else _services(flow, language),
        "privacy": say(flow.privacy, language),
        "declaration": say(flow.declaration, language),
        "channels": [channel.label for channel in Channel if channel != Channel.WEBSITE],
        "reference_groups": REFERENCE_GROUPS,
        "companion_rows": range(1, COMPANION_ROWS + 1),
    }


def _numbers(flow: Flow) -> dict[str, int]:
    """Return the number of each question on the paper; documents are a list of their own."""
    asked = [question for step in flow.steps for question in step.questions if _is_asked(question)]
    return {question.key: number for number, question in enumerate(asked, start=1)}


def _is_asked(question: Question) -> bool:
    return question.kind == COMPANIONS or (question.kind != "upload" and _has_answer(question.kind))


def _has_answer(kind: str) -> bool:
    found = registry.kinds().get(kind)
    return found is None or found.has_answer


def _services(flow: Flow, language: str) -> list[str]:
    titles = provider_of(ServiceProvider).titles(language)
    return [titles[key] for key in flow.services if key in titles]


def _is_of_documents(step: Step) -> bool:
    """Tell whether the step asks for documents alone; they are a list of their own at the end."""
    return bool(step.questions) and all(question.kind == "upload" for question in step.questions)


def _part(step: Step, words: Words) -> Part:
    return Part(
        title=say(step.title, words.language),
        body=say(step.body, words.language),
        condition=words.only_if(step.show_when),
        items=[_item(question, words) for question in step.questions if question.kind != "upload"],
        exits=[
            (words.clauses(item.when), say(item.title, words.language), say(item.body, words.language))
            for item in step.exits
        ],
    )


def _item(question: Question, words: Words) -> Item:
    inner = Words(words.flow, words.numbers, words.language, parts=question.parts)
    hint_is_text = question.kind in {"consent", "declaration", "information"}
    return Item(
        number=words.numbers.get(question.key, 0),
        label=say(question.label, words.language),
        hint="" if hint_is_text else say(question.hint, words.language),
        condition=words.only_if(question.show_when),
        optional=not question.required and _is_asked(question),
        box=box_of(question, words.language),
        columns=[_item(part, inner) for part in question.parts],
    )
