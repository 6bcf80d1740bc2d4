"""The house rules that stop a start."""

import pytest
from django.core.checks import Error
from django.db import models
from wagtail.models import Page, RevisionMixin

from alhuda import checks
from home import contracts
from home.base import BasePage, TreeSafeMixin

pytestmark = pytest.mark.unit


def ids(messages: list[Error]) -> list[str]:
    """Return the identifiers of messages."""
    return [message.id for message in messages]


def stub(name: str, *bases: type, **attributes: object) -> type:
    """Return a class that looks like a model and makes no table."""
    return type(name, bases or (object,), attributes)


def test_this_house_keeps_its_own_rules() -> None:
    assert checks.pages_are_safe_and_translatable() == []
    assert checks.applicants_are_never_wagtail_objects() == []


def test_a_missing_provider_stops_the_start(monkeypatch) -> None:
    monkeypatch.setattr(contracts, "_providers", {})
    assert ids(checks.every_provider_is_present()) == ["alhuda.E001"] * 3


def test_every_provider_is_here() -> None:
    assert checks.every_provider_is_present() == []


def test_a_page_class_without_the_tree_guard_is_refused() -> None:
    assert ids(checks._page_errors(stub("Loose", Page, __module__="home.models", Meta=ABSTRACT))) == [
        "alhuda.E002",
        "alhuda.E003",
    ]


def test_the_tree_guard_stands_before_page() -> None:
    wrong = stub("Wrong", Page, TreeSafeMixin, __module__="home.models", Meta=ABSTRACT, override_translatable_fields=[])
    right = stub("Right", BasePage, __module__="home.models", Meta=ABSTRACT)
    assert (ids(checks._page_errors(wrong)), ids(checks._page_errors(right))) == (["alhuda.E002"], [])


def test_a_table_of_applicants_must_stay_out_of_the_reference_index() -> None:
    table = stub("Table", models.Model, __module__="forms_flow.models", Meta=ABSTRACT)
    assert ids(checks.applicant_errors([table])) == ["alhuda.E006"]


def test_a_table_of_applicants_must_not_keep_revisions() -> None:
    table = stub(
        "Kept",
        RevisionMixin,
        models.Model,
        __module__="forms_flow.models",
        Meta=ABSTRACT,
        wagtail_reference_index_ignore=True,
    )
    assert ids(checks.applicant_errors([table])) == ["alhuda.E004"]


@pytest.mark.django_db
def test_sqlite_waits_for_the_disk() -> None:
    assert checks.sqlite_is_durable(databases=["default"]) == []


ABSTRACT = type("Meta", (), {"abstract": True})
