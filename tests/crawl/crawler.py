"""A visitor who fills every form three times: not at all, wrongly, and well."""

from collections.abc import Iterator, Sequence
from typing import Any

from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from forms_flow.definition import Flow, Question, Step
from forms_flow.fields import registry
from forms_flow.fields.companions import entries_of
from forms_flow.fields.forms import post_of
from forms_flow.models import Application
from tests.crawl import posts
from tests.crawl.routes import end_of
from tests.crawl.seen import Seen
from tests.forms_flow.wizard.walker import Applicant


class CountingClient(Client):
    """Knows how many queries the last page took."""

    queries = 0

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Fetch a page."""
        with CaptureQueriesContext(connection) as captured:
            response = super().get(*args, **kwargs)
        self.queries = len(captured)
        return response


class Crawler(Applicant):
    """Goes all the ways of one form in one language and tells of every page met for the first time."""

    def __init__(self, flow: Flow, ways: Sequence[dict[str, Any]], *, name: str, language: str) -> None:
        """Open nothing yet. `ways` are the answers of each journey."""
        super().__init__(flow_key=flow.key, language=language)
        self.flow, self.ways, self.name = flow, ways, name
        self.met: set[str] = set()

    def crawl(self) -> Iterator[Seen]:
        """Yield every page."""
        Application.objects.update(practice=True)  # what an earlier crawl sent does not stand in the way of this one
        for answers in self.ways:
            yield from self.walk(answers)
            yield from self._end(answers)

    def walk(self, answers: dict[str, Any]) -> Iterator[Seen]:
        """Begin a journey and yield its pages up to where the answers lead."""
        self.client = CountingClient(enforce_csrf_checks=True)
        with override(self.language):
            self.open(reverse("wizard:new", kwargs={"flow_key": self.flow_key}))
        yield from self.once("new", "fresh")
        if self.page.select("[name=service]:not([type=hidden])") and "new/empty" not in self.met:
            self.met.add("new/empty")
            self.send()
            yield self.seen("new", "empty")
        self.send({"service": self.flow.services[0]} if self.page.select("[name=service]") else None)
        while (step := self.flow.step(self.step)) is not None:
            yield from self._step(step)
            here = self.url.split("?")[0]
            if step.group:
                yield from self._entries(step, step.group, answers)
            self.send(post_of(step, answers, step.key))
            if self.url.split("?")[0] == here:
                raise AssertionError((self.name, step.key, self.mistakes))

    def once(self, place: str, situation: str, questions: Sequence[Question] = ()) -> Iterator[Seen]:
        """Yield the page at hand when no such page was met before."""
        if f"{place}/{situation}" not in self.met:
            self.met.add(f"{place}/{situation}")
            yield self.seen(place, situation, questions)

    def seen(self, place: str, situation: str, questions: Sequence[Question] = (), **more: Any) -> Seen:
        """Return the page at hand."""
        step = self.step if self.flow.step(self.step) else place.partition("/")[0]
        return Seen(
            self.name,
            self.language,
            place,
            situation,
            self.url,
            self.status,
            self.response.content.decode(),
            queries=getattr(self.client, "queries", 0),
            kinds={f"{step}-{question.key}": question.kind for question in questions},
            **more,
        )

    def _step(self, step: Step) -> Iterator[Seen]:
        """Look at a step as it is, after nothing was said, and after nonsense was."""
        if f"{step.key}/fresh" not in self.met:
            url = self.url
            self.open(url)  # anew, to count its queries
            yield from self.once(step.key, "fresh", step.questions)
            yield from self._wrongly(url, step.key, step.questions)
            yield from self._overtaken(url, step)
            self.open(url)

    def _wrongly(self, url: str, place: str, questions: Sequence[Question]) -> Iterator[Seen]:
        for situation, values_of in (("empty", posts.nothing), ("bad", posts.nonsense)):
            self.open(url)
            must_fail = posts.must_be_refused(questions, situation)
            self.send(values_of(self.page))
            if self.mistakes:
                yield self.seen(place, situation, questions)
            elif must_fail:
                yield self.seen(place, f"{situation} let through")

    def _overtaken(self, url: str, step: Step) -> Iterator[Seen]:
        """Send a page that is older than what is saved, once a form."""
        if "stale" not in self.met and not step.group:
            self.met.add("stale")
            self.open(url).send({**posts.nothing(self.page), "row_version": "0"})
            if self.mistakes and self.status == 200:
                self.open(url).send({**posts.nonsense(self.page), "row_version": "0"})
            yield self.seen(step.key, "stale", step.questions)

    def _entries(self, step: Step, group: Question, answers: dict[str, Any]) -> Iterator[Seen]:
        """Add the entries of a repeating group; the first time, look at all its pages and take one back."""
        place, listed = f"{step.key}/entry", self.url
        entries = entries_of(answers.get(group.key))
        if entries and f"{place}/fresh" not in self.met:
            self._add()
            yield from self.once(place, "fresh", group.parts)
            entry = self.url
            yield from self._wrongly(entry, place, group.parts)
            self.open(listed).send()
            yield from self.once(step.key, "unsaved", step.questions)
            self.open(entry).send(posts.entry(step, group, entries[0]))
            yield from self.once(step.key, "listed", step.questions)
            yield from self._removed(step)
        for one in entries:
            self._add()
            self.send(posts.entry(step, group, one))

    def _add(self) -> None:
        """Press the button that adds an entry."""
        self.open(str(self.page.select_one("main fieldset.field a.button")["href"]))

    def _removed(self, step: Step) -> Iterator[Seen]:
        self.open(str(self.page.select_one(".summary-list__action a:last-child")["href"]))
        yield from self.once(f"{step.key}/remove", "fresh")
        self.send()
        yield from self.once(step.key, "emptied", step.questions)

    def _end(self, answers: dict[str, Any]) -> Iterator[Seen]:
        end = end_of(self.flow, answers)
        if end != "check" or "check/fresh" in self.met:
            yield from self.once(end, "fresh" if self.step == ("exit" if end != "check" else "check") else "elsewhere")
            return
        yield from self.once("check", "fresh")
        yield from self._gone_wrong(answers)
        if self.page.select("[name=declaration]"):
            self.send()
            yield self.seen("check", "empty")
        self.send({"declaration": "on"})
        yield from self.once("receipt", "fresh")
        if self.flow.one_open:
            list(self.walk(answers))
            yield from self.once("already-open", "fresh")

    def _gone_wrong(self, answers: dict[str, Any]) -> Iterator[Seen]:
        """Look at check-answers when an answer that once passed passes no more."""
        check, draft = self.url, self.draft
        question = posts.plain_question(self.flow, answers)
        if question is None:
            return
        state = draft.state
        draft.state = {**state, "answers": {**state["answers"], question.key: {"value": "", "raw": ""}}}
        draft.save(update_fields=["state"])
        self.open(check)
        page, links = self.seen("check", "wrong"), [str(link["href"]) for link in self.page.select(".error-summary a")]
        beyond = {link: self.open(link.partition("#")[0]).response.content.decode() for link in links}
        yield Seen(**{**vars(page), "beyond": beyond})
        draft.state = state
        draft.save(update_fields=["state"])
        self.open(check)


def is_free(question: Question) -> bool:
    """Tell whether a person may write anything at all."""
    return question.kind in posts.FREE or not registry.kind(question.kind).has_answer


def page_of(html: str) -> BeautifulSoup:
    """Return a page, read."""
    return BeautifulSoup(html, "html.parser")
