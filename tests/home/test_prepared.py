"""Queries whose SQL is written once give what their querysets would."""

import pytest
from wagtail.models import Page

from home.models import StandardPage
from home.prepared import Prepared

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_rows_are_those_of_the_queryset_for_numbers_texts_and_beginnings(home, add_page) -> None:
    about = add_page("about", "عنا")
    fields = ("pk", "translation_key", "live", "last_published_at", "title")
    query = Prepared(lambda pk, slug: Page.objects.filter(pk=pk, slug=slug).values_list(*fields))
    assert query.rows(about.pk, "about") == list(Page.objects.filter(pk=about.pk).values_list(*fields))
    assert query.rows(home.pk, "about") == []
    below = Prepared(lambda path: Page.objects.filter(path__startswith=path).order_by("path").values_list("pk"))
    assert below.rows(home.path) == [(home.pk,), (about.pk,)]


def test_objects_are_those_of_the_queryset_also_with_some_columns_only(add_page, django_assert_num_queries) -> None:
    about = StandardPage.objects.get(pk=add_page("about", "عنا", intro="مقدمة").pk)
    query = Prepared(lambda pk: StandardPage.objects.filter(pk=pk))
    (found,) = query.objects(about.pk)
    assert {name: getattr(found, name) for name in ("title", "intro", "translation_key", "live", "path")} == {
        name: getattr(about, name) for name in ("title", "intro", "translation_key", "live", "path")
    }
    few = Prepared(lambda pk: StandardPage.objects.filter(pk=pk).only("title"))
    with django_assert_num_queries(1):
        assert few.objects(about.pk)[0].title == "عنا"


def test_a_row_that_says_the_same_is_the_same_object_and_a_changed_one_is_another(add_page) -> None:
    about = add_page("about", "عنا")
    query = Prepared(lambda pk: StandardPage.objects.filter(pk=pk))
    first = query.shared(about.pk)[0]
    assert query.shared(about.pk)[0] is first
    StandardPage.objects.filter(pk=about.pk).update(title="من نحن")
    assert query.shared(about.pk)[0].title == "من نحن"
