"""An applicant with a browser that has no JavaScript: reads the page's own forms and sends what they say."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Self

from bs4 import BeautifulSoup, Tag
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from PIL import Image

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import Choice, Flow, Question, Step
from forms_flow.enums import Operator, Sensitivity
from forms_flow.records.drafts import Draft
from tests.forms_flow import factories
from tests.forms_flow.factories import text

PERSON = {
    "person-name": factories.NAME,
    "person-identity-kind": "national_id",
    "person-identity-number": factories.national_id(),
    "person-mobile": "0501234278",
}
WELL = {"health-unwell": "no"}
UNWELL = {"health-unwell": "yes"}
ILLNESS = {"illness-illness": factories.ILLNESS}
LATER = {"documents-id_card-later": "on"}
NEED = {"need-need": "كرسي متحرك لوالدتي"}


def a_flow(**changes: Any) -> Flow:
    """Return a form of five steps: the third only for those who say yes, the fourth with a document."""
    yes = ShowWhen(conditions=(Condition(question="unwell", operator=Operator.IS, values=("yes",)),))
    base = factories.a_flow()
    health, contact = Sensitivity.HEALTH, Sensitivity.ORDINARY
    steps = (
        Step(key="person", title=text("بياناتك الشخصية", "About you"), questions=base.steps[0].questions[:3]),
        _step("health", _question("unwell", "yes_no", "هل لديك حالة صحية؟", "Do you have a health condition?", health)),
        _step("illness", _question("illness", "long_text", "اشرح حالتك", "Your condition", health), show_when=yes),
        _step("documents", _question("id_card", "upload", "صورة الهوية", "Identity document", contact)),
        _step("need", _question("need", "long_text", "اشرح احتياجك", "What do you need?", contact)),
    )
    declaration = text("أقرّ بأن البيانات صحيحة", "I declare that the information is true")
    privacy = text("نستخدم بياناتك لدراسة طلبك", "We use your answers to study your application")
    return Flow(
        **{
            **{name: getattr(base, name) for name in ("key", "track", "title", "services")},
            "steps": steps,
            "declaration": declaration,
            "privacy": privacy,
            "next_steps": text("نراجع طلبك", "We look at your application"),
            **changes,
        }
    )


def a_choice_step(key: str, question: str, *, show_when: ShowWhen | None = None, **columns: Any) -> Step:
    """Return a step of one question with the choices a, b and c."""
    choices = tuple(Choice(key=name, label=text(name, name)) for name in "abc")
    item = Question(key=question, kind="single_choice", label=text(question, question), choices=choices, **columns)
    return Step(key=key, title=text(key, key), questions=(item,), show_when=show_when or ShowWhen())


def when(question: str, *values: str, operator: Operator = Operator.ONE_OF) -> ShowWhen:
    """Return the condition that the question was answered with one of the values."""
    return ShowWhen(conditions=(Condition(question=question, operator=operator, values=values),))


def a_photo(name: str = "هوية.jpg", *, size: tuple[int, int] = (8, 8)) -> SimpleUploadedFile:
    """Return a small real picture."""
    held = BytesIO()
    Image.new("RGB", size, "green").save(held, "JPEG")
    return SimpleUploadedFile(name, held.getvalue(), "image/jpeg")


def not_a_photo(name: str = "page.jpg") -> SimpleUploadedFile:
    """Return a page of HTML that calls itself a picture."""
    return SimpleUploadedFile(name, b"<html>", "image/jpeg")


class Applicant:
    """One browser."""

    def __init__(self, *, flow_key: str = factories.FLOW_KEY, language: str = "ar") -> None:
        """Open nothing yet."""
        self.client = Client(enforce_csrf_checks=True)
        self.flow_key = flow_key
        self.language = language
        self.url = ""
        self.status = 0
        self.response: Any = None
        self.page = BeautifulSoup("", "html.parser")

    def open(self, url: str) -> Self:
        """Go to an address, and on to where it leads."""
        return self._show(self.client.get(url))

    def begin(self) -> Self:
        """Read what comes and press the button."""
        with override(self.language):
            self.open(reverse("wizard:new", kwargs={"flow_key": self.flow_key}))
        return self.send()

    def answer(self, *steps: Mapping[str, Any]) -> Self:
        """Fill the pages one after another and press the button of each."""
        for values in steps:
            self.send(values)
        return self

    def send(self, values: Mapping[str, Any] | None = None, *, button: str = "") -> Self:
        """Fill the page's form and press its first button, or the one with this name."""
        return self._show(self.post(values, button=button))

    def post(self, values: Mapping[str, Any] | None = None, *, button: str = "") -> Any:
        """Send the page's form and return the answer itself."""
        data = {**self.fields(), **(values or {}), **({button: "1"} if button else {})}
        return self.client.post(self.url, {name: value for name, value in data.items() if value is not None})

    def fields(self) -> dict[str, Any]:
        """Return what the page's form would send if the button were pressed now."""
        found: dict[str, Any] = {}
        for control in self.page.select("main form input[name], main form textarea[name], main form select[name]"):
            value = _value(control)
            if value is not None:
                found[str(control["name"])] = value
        return found

    def follow(self, words: str) -> Self:
        """Press a link by its words."""
        link = next(a for a in self.page.select("main a, header a") if words in a.get_text(" ", strip=True))
        return self.open(str(link["href"]))

    def switch_language(self) -> Self:
        """Press the language link of the header."""
        return self.open(str(self.page.select_one("header a.language")["href"]))

    @property
    def step(self) -> str:
        """Return the last part of the address."""
        return self.url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]

    @property
    def draft(self) -> Draft:
        """Return the journey's row."""
        return Draft.objects.get(pk=next(part for part in self.url.split("/") if len(part) == 36))

    @property
    def heading(self) -> str:
        """Return the words of the h1."""
        return self.page.h1.get_text(" ", strip=True)

    @property
    def mistakes(self) -> list[str]:
        """Return the lines of the error summary."""
        return [line.get_text(" ", strip=True) for line in self.page.select(".error-summary li")]

    @property
    def answers(self) -> dict[str, str]:
        """Return what check-answers shows."""
        rows = self.page.select(".summary-list__row")
        return {row.dt.get_text(strip=True): row.dd.get_text(" ", strip=True) for row in rows}

    def _show(self, response: Any) -> Self:
        self.url = response.request["PATH_INFO"] + _query(response)
        while response.status_code in {301, 302, 303}:
            self.url = response.headers["Location"]
            response = self.client.get(self.url)
        self.response, self.status = response, response.status_code
        self.page = BeautifulSoup(response.content, "html.parser")
        return self


def _query(response: Any) -> str:
    query = response.request.get("QUERY_STRING", "")
    return f"?{query}" if query else ""


def _value(control: Tag) -> Any:
    if control.name == "textarea":
        return control.get_text().removeprefix("\n")
    if control.name == "select":
        chosen = control.select_one("option[selected]") or control.select_one("option")
        return str(chosen.get("value", "")) if chosen else None
    if control.get("type") in {"radio", "checkbox"}:
        return str(control.get("value", "on")) if control.has_attr("checked") else None
    return None if control.get("type") == "file" else str(control.get("value", ""))


def _step(key: str, question: Question, **columns: Any) -> Step:
    return Step(key=key, title=text(f"صفحة {key}", f"Page {key}"), questions=(question,), **columns)


def _question(key: str, kind: str, arabic: str, english: str, sensitivity: Sensitivity) -> Question:
    return Question(key=key, kind=kind, label=text(arabic, english), sensitivity=sensitivity)
