"""A small form, as an editor would build it, and a services guide to build it on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Locale, Page, Site

from alhuda.demo.streams import stored
from alhuda.demo.translating import translate
from forms_flow.pages.models import FormPage
from home import contracts
from home.contracts import DocumentFacts, Promise, PromiseUnit, ServiceFacts, ServiceProvider
from home.models import HomePage, SiteSettings

ENGLISH = {
    "طلب مساعدة": "Assistance application",
    "نموذج قصير": "A short form",
    "نص الخصوصية": "Privacy text",
    "نص الإقرار": "Declaration text",
    "ما يلي ذلك": "What follows",
    "الخدمة": "Service",
    "ما الخدمة؟": "Which service?",
    "نوجهك إلى النموذج المناسب": "To show you the right questions",
    "الصحة": "Health",
    "هل لديك حالة صحية؟": "Do you have a health condition?",
    "لنراعيها": "So that we can take care",
    "التفاصيل": "Details",
    "اشرح الحالة": "Explain the condition",
    "اللون": "Colour",
    "أخضر": "Green",
    "رملي": "Sand",
    "لنختار": "So that we can choose",
    "المستندات": "Documents",
    "للتحقق": "To verify",
}


class Guide:
    """A services guide of two services; `names` may be changed by a test."""

    def __init__(self) -> None:
        """Begin with two services."""
        self.names: dict[str, Mapping[str, str]] = {
            "wheelchair": {"ar": "الكراسي المتحركة", "en": "Wheelchairs"},
            "relief": {"ar": "الإغاثة العاجلة", "en": "Urgent relief"},
        }
        self.identity = {"ar": "صورة الهوية", "en": "Copy of the identity"}
        self.facts: dict[str, Any] = {}

    def titles(self, language: str) -> Mapping[str, str]:
        """Return key -> title."""
        return {key: titles[language] for key, titles in self.names.items()}

    def keys(self) -> list[tuple[str, str]]:
        """Return (key, Arabic title)."""
        return [(key, titles["ar"]) for key, titles in self.names.items()]

    def services(self, keys: Iterable[str], language: str) -> Mapping[str, ServiceFacts]:
        """Return the facts of several services."""
        found = {key: self.service(key, language) for key in keys}
        return {key: facts for key, facts in found.items() if facts}

    def service(self, key: str, language: str) -> ServiceFacts | None:
        """Return the facts in a language."""
        titles = self.names.get(key)
        if titles is None:
            return None
        identity = DocumentFacts(key="id-card", label=self.identity[language])
        report = DocumentFacts(key="report", label={"ar": "التقرير", "en": "Report"}[language], required=False)
        return ServiceFacts(
            key=key,
            title=titles.get(language, titles["ar"]),
            url=f"/{key}/",
            promise=Promise(amount=3, unit=PromiseUnit.WORKING_DAY),
            documents=[identity, report] if key == "relief" else [identity],
            department_key="relations",
            open=True,
            **self.facts,
        )


@pytest.fixture
def guide() -> Iterator[Guide]:
    """Put a services guide in the place of the real one."""
    before = contracts._providers.get(ServiceProvider)
    found = Guide()
    contracts.register(ServiceProvider, found)
    yield found
    contracts.register(ServiceProvider, before)


def block(name: str, **values: Any) -> dict[str, Any]:
    return {"type": name, "value": values}


def condition(question: str, answers: str = "", operator: str = "is") -> dict[str, Any]:
    return block("condition", question=question, operator=operator, answers=answers)


def question(key: str, kind: str, label: str, purpose: str = "لنختار", **values: Any) -> dict[str, Any]:
    return block("question", key=key, kind=kind, label=label, purpose=purpose, **values)


def step(key: str, title: str, *questions: dict[str, Any], **values: Any) -> dict[str, Any]:
    return block("step", key=key, title=title, questions=list(questions), **values)


def colour(key: str = "colour") -> dict[str, Any]:
    choices = [block("choice", key="green", label="أخضر"), block("choice", key="sand", label="رملي")]
    return question(key, "single_choice", "اللون", choices=choices)


def good_steps() -> list[dict[str, Any]]:
    """Return the steps of a form without a mistake."""
    unwell = question("unwell", "yes_no", "هل لديك حالة صحية؟", "لنراعيها", sensitivity="health")
    illness = question("illness", "long_text", "اشرح الحالة", "لنراعيها", sensitivity="health")
    return [
        step("service", "الخدمة", question("service", "single_choice", "ما الخدمة؟", "نوجهك إلى النموذج المناسب")),
        step("health", "الصحة", unwell),
        step("details", "التفاصيل", illness, conditions=[condition("unwell", "yes")]),
        step("colour", "اللون", colour()),
        step("documents", "المستندات", block("service_documents", purpose="للتحقق", sensitivity="identity")),
    ]


@pytest.fixture
def home(db: None, guide: Guide) -> HomePage:
    """Return the Arabic home page of a site with the contact details that a form needs; English stands beside it."""
    page = HomePage.objects.get(locale__language_code="ar")
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(
        site=site, defaults={"telephone": "+966 12 000 0000", "privacy_page": Page.objects.get(pk=page.pk)}
    )
    translate(page, {})
    return page


@pytest.fixture
def make_page(home: HomePage) -> Callable[..., FormPage]:
    """Return a maker of published Arabic form pages."""

    def make(steps: list[dict[str, Any]] | None = None, *, publish: bool = True, **values: Any) -> FormPage:
        page = FormPage(
            title="طلب مساعدة",
            slug=values.pop("slug", "assistance"),
            locale=Locale.objects.get(language_code="ar"),
            intro="نموذج قصير",
            services=values.pop("services", ["wheelchair", "relief"]),
            privacy_text="نص الخصوصية",
            declaration_text="نص الإقرار",
            next_steps_text="ما يلي ذلك",
            live=False,
            owner=get_user_model().objects.get_or_create(username="responsible")[0],
            **values,
        )
        page.steps = FormPage.steps.field.to_python(stored(good_steps() if steps is None else steps, "test"))
        HomePage.objects.get(pk=home.pk).add_child(instance=page)
        revision = page.save_revision()
        if publish:
            revision.publish()
        return FormPage.objects.get(pk=page.pk)

    return make


@pytest.fixture
def page(make_page: Callable[..., FormPage]) -> FormPage:
    """Return a published Arabic form without a mistake, not translated yet."""
    return make_page()


@pytest.fixture
def open_page(page: FormPage) -> FormPage:
    """Return the same form with its English published."""
    assert translate(page, ENGLISH) == []
    return page


def republish(page: FormPage, steps: list[dict[str, Any]] | None = None, **values: Any) -> FormPage:
    """Save changes as an editor does, and publish them."""
    fresh = FormPage.objects.get(pk=page.pk)
    if steps is not None:
        fresh.steps = FormPage.steps.field.to_python(stored(steps, "test"))
    for name, value in values.items():
        setattr(fresh, name, value)
    fresh.save_revision().publish()
    return FormPage.objects.get(pk=page.pk)


def draft(page: FormPage, steps: list[dict[str, Any]] | None = None, **values: Any) -> FormPage:
    """Save changes as an editor does, and publish nothing."""
    fresh = FormPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    if steps is not None:
        fresh.steps = FormPage.steps.field.to_python(stored(steps, "test"))
    for name, value in values.items():
        setattr(fresh, name, value)
    fresh.save_revision()
    return fresh


def english_of(page: FormPage) -> FormPage:
    """Return the English page as the database has it."""
    return FormPage.objects.get(translation_key=page.translation_key, locale__language_code="en")
