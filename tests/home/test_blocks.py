"""Stream fields: blocks out of migrations, content that survives, texts that wagtail-localize can translate."""

from importlib import import_module
from io import StringIO

import pytest
from django.core.management import call_command
from django.template.loader import get_template
from wagtail.blocks import Block, StreamValue

from home.blocks import ContentBlock, HomeSectionsBlock
from home.fields import LooseStreamField
from home.models import HomePage, StandardPage

pytestmark = pytest.mark.integration

CONTENT = [
    ("heading", {"text": "عنوان", "level": "2"}),
    ("paragraph", "<p>نص</p>"),
    ("list", {"heading": "قائمة", "look": "steps", "items": ["أول", "ثان"]}),
    ("callout", {"tone": "warning", "heading": "تنبيه", "text": "<p>انتبه</p>"}),
    ("question", {"question": "متى؟", "answer": "<p>الآن</p>"}),
    ("contact_channels", {"heading": "تواصل", "intro": ""}),
]


def all_blocks(block: Block) -> list[Block]:
    """Return a block and everything in it."""
    inner = list(getattr(block, "child_blocks", {}).values()) or [getattr(block, "child_block", None)]
    return [block, *(found for child in inner if child for found in all_blocks(child))]


def test_no_migration_names_a_block() -> None:
    field = LooseStreamField(ContentBlock(), blank=True)
    field.set_attributes_from_name("body")
    assert field.deconstruct() == ("body", "home.fields.LooseStreamField", [[]], {"blank": True})


@pytest.mark.django_db
def test_the_migrations_are_complete() -> None:
    out = StringIO()
    call_command("makemigrations", "home", check=True, dry_run=True, stdout=out, skip_checks=True)
    assert out.getvalue().strip() == "No changes detected in app 'home'"


def test_a_migration_sees_the_raw_list_and_writes_it_back_unchanged() -> None:
    raw = [{"type": "paragraph", "value": "<p>نص</p>", "id": "a"}]
    field = LooseStreamField([])
    assert field.get_prep_value(field.to_python(raw)) == raw


@pytest.mark.parametrize("stream", [ContentBlock(), HomeSectionsBlock()])
def test_no_block_has_a_child_that_wagtail_localize_trips_over(stream) -> None:
    names = {name for block in all_blocks(stream) for name in getattr(block, "child_blocks", {})}
    assert names & {"value", "type"} == set()


@pytest.mark.parametrize("stream", [ContentBlock(), HomeSectionsBlock()])
def test_every_block_template_can_be_loaded(stream) -> None:
    names = {block.meta.template for block in all_blocks(stream) if getattr(block.meta, "template", None)}
    assert [get_template(name).template.name for name in sorted(names)] == sorted(names)


@pytest.mark.django_db
def test_every_text_of_every_block_is_translated_and_every_key_kept(add_page, translate) -> None:
    page = add_page("about", "عن الجمعية", body=CONTENT)
    english = translate(page)
    values = {block.block_type: block.value for block in english.body}
    assert values["heading"]["level"] == "2"
    assert values["callout"]["tone"] == "warning"
    assert values["list"]["look"] == "steps"
    assert list(values["list"]["items"]) == ["EN أول", "EN ثان"]
    assert values["question"]["question"] == "EN متى؟"
    assert values["heading"]["text"] == "EN عنوان"


@pytest.mark.django_db
def test_the_stages_of_the_first_home_page_are_translated_too(home, translate) -> None:
    english = translate(home)
    steps = next(block for block in english.body if block.block_type == "steps")
    assert [step["title"] for step in steps.value["steps"]] == [
        "EN تقديم الطلب",
        "EN التحقق",
        "EN الدراسة",
        "EN النتيجة والخدمة",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_block_is_shown_in_both_languages(language, add_page, translate, home, client) -> None:
    translate(home)
    page = add_page("about", "عن الجمعية", body=CONTENT, show_contents=True)
    translate(page)
    prefix = "" if language == "ar" else "/en"
    text = client.get(f"{prefix}/about/").content.decode()
    mark = "" if language == "ar" else "EN "
    assert [mark + word in text for word in ("عنوان", "أول", "تنبيه", "متى؟")] == [True] * 4
    assert f'href="#s-{page.body[0].id}"' in text


@pytest.mark.django_db
def test_the_home_page_and_pages_share_no_block_definition_by_accident() -> None:
    assert isinstance(HomePage().body, StreamValue)
    assert isinstance(StandardPage().body, StreamValue)


def test_the_first_home_page_uses_only_blocks_that_exist() -> None:
    migration = import_module("home.migrations.0002_first_home_page")
    assert {block["type"] for block in migration.BODY} <= set(HomeSectionsBlock().child_blocks)
