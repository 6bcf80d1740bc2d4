"""A visitor who fills every form three times: not at all, wrongly, and well."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation import override

from forms_flow.definition import Flow, Step
from forms_flow.fields.forms import post_of
from forms_flow.records.applications import Application
from tests.crawl.routes import journeys
from tests.forms_flow.wizard.walker import Applicant

NONSENSE = "؟!"


@dataclass(frozen=True)
class Seen:
    """A page as it was met: the form, the place in it, what was done there."""

    form: str
    language: str
    place: str
    situation: str
    url: str
    status: int
    html: str = field(repr=False)

    @property
    def name(self) -> str:
        """Return a name for reports."""
        return f"{self.form} {self.language} {self.place} {self.situation}"

    @property
    def soup(self) -> BeautifulSoup:
        """Return the page, read anew."""
        return BeautifulSoup(self.html, "html.parser")


class Crawler(Applicant):
    """Goes all the ways of one form in one language and tells of every page met for the first time."""

    def __init__(self, flow: Flow, *, name: str, language: str) -> None:
        """Open nothing yet."""
        super().__init__(flow_key=flow.key, language=language)
        self.flow, self.name = flow, name
        self.met: set[str] = set()

    def crawl(self) -> Iterator[Seen]:
        """Yield every page."""
        # Made-up people repeat from one language to the other; none of them has an open application here.
        Application.objects.update(practice=True)
        for answers in journeys(self.flow):
            self.client = type(self.client)(enforce_csrf_checks=True)
            yield from self._journey(answers)

    def _journey(self, answers: dict[str, Any]) -> Iterator[Seen]:
        with override(self.language):
            self.open(reverse("wizard:new", kwargs={"flow_key": self.flow_key}))
        yield from self._once("new", "fresh")
        self.send({"service": self.flow.services[0]} if self.page.select("[name=service]") else None)
        while (step := self.flow.step(self.step)) is not None:
            yield from self._step(step)
            here = self.url
            self.send(post_of(step, answers, step.key))
            if self.url.split("?")[0] == here.split("?")[0]:
                raise AssertionError((self.name, step.key, self.mistakes))
        yield from self._end()

    def _step(self, step: Step) -> Iterator[Seen]:
        """Look at a step as it is, after nothing was said, and after nonsense was."""
        if step.key in self.met:
            return
        url = self.url
        yield from self._once(step.key, "fresh")
        for situation, values in (("empty", self._nothing()), ("bad", self._nonsense())):
            self.open(url).send(values)
            if self.mistakes:
                yield self._seen(step.key, situation)
        self.open(url)

    def _end(self) -> Iterator[Seen]:
        if self.step != "check":
            yield from self._once(self.heading, "exit")
            return
        if "check" in self.met:
            return
        yield from self._once("check", "fresh")
        if self.page.select("[name=declaration]"):
            self.send()
            yield self._seen("check", "empty")
        self.send({"declaration": "on"})
        yield from self._once("receipt", "fresh")

    def _once(self, place: str, situation: str) -> Iterator[Seen]:
        if place not in self.met:
            self.met.add(place)
            yield self._seen(place, situation)

    def _seen(self, place: str, situation: str) -> Seen:
        html = self.response.content.decode()
        return Seen(self.name, self.language, place, situation, self.url, self.status, html)

    def _nothing(self) -> dict[str, Any]:
        """Return a post in which every control of the step is empty."""
        kept = {"csrfmiddlewaretoken", "row_version"}
        return {name: None for name in self.fields() if name not in kept}

    def _nonsense(self) -> dict[str, Any]:
        """Return a post in which every control says something that means nothing."""
        controls = self.page.select("main form [name]:not([type=hidden]):not([type=file]):not(button)")
        return {str(control["name"]): NONSENSE for control in controls}
