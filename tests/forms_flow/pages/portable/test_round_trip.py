"""A form that goes out and comes in again is the same form."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from alhuda.demo import tree
from alhuda.demo.content.forms import FORMS
from alhuda.demo.translating import translate
from alhuda.demo.words import dictionary
from forms_flow.pages.compile import compile_flow
from forms_flow.pages.models import FormPage
from forms_flow.pages.portable.export import as_json, export
from forms_flow.pages.portable.load import load
from forms_flow.pages.portable.read import read
from home.models import HomePage
from tests.forms_flow import factories
from tests.forms_flow.pages.portable.makers import any_document

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def written(document: dict[str, Any]) -> dict[str, Any]:
    """Return what is read from the file."""
    return read(as_json(document).encode())


def without_address(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "fields": {**document["fields"], "slug": ""}}


def publish(page: FormPage) -> FormPage:
    """Publish every language of a form, Arabic first."""
    for one in [page, *page.get_translations()]:
        one.get_latest_revision().publish()
    return FormPage.objects.get(pk=page.pk)


@settings(max_examples=12, deadline=None, suppress_health_check=[*HealthCheck])
@given(document=any_document())
def test_whatever_the_editor_can_build_comes_back_as_it_went(home: HomePage, document: dict[str, Any]) -> None:
    with transaction.atomic():
        page = load(written(document), parent=home).page
        out = export(page)
        assert out == document
        again = export(load(written(out), parent=home).page)
        assert without_address(again) == without_address(document)
        transaction.set_rollback(True)


@pytest.mark.parametrize("form", FORMS, ids=[form["slug"] for form in FORMS])
def test_the_forms_of_the_demonstration_come_back_as_they_went(home: HomePage, form: Mapping[str, Any]) -> None:
    department = factories.a_department(form.get("department_key") or "intake")
    page = tree.put(FormPage, home, {**form, "services": ["wheelchair"]}, publish=False)
    assert translate(page, dictionary(form), publish=False) == []
    out = export(page)
    assert out["fields"]["department_key"] in {"", department.key}
    again = export(load(written(out), parent=home).page)
    assert again["fields"]["slug"] == f"{page.slug}-2"
    assert without_address(again) == without_address(out)


def test_another_site_runs_the_very_same_form(home: HomePage, open_page: FormPage) -> None:
    """Compiled in all languages, questions, rules and words are equal; only the key of the form is its own."""
    out, before = export(open_page), compile_flow(open_page)
    for page in [*open_page.get_translations(inclusive=True)]:
        page.delete()
    assert not FormPage.objects.exists()
    new = publish(load(written(out), parent=home).page)
    after = compile_flow(new)
    assert after.key != before.key
    assert replace(after, key=before.key) == before
    assert {*after.title} == {"ar", "en"}
