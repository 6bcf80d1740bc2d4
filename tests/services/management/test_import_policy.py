"""`manage.py import_policy` makes a draft, or says why not and makes nothing."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page, PageLogEntry

from services.models import PolicyIndexPage, PolicyPage
from services.policy_import.read import text_lines
from tests.services.factories import home, policy_list, word_file
from tests.services.html import main_of, text_of
from tests.services.policy_import.test_parse import REAL_POLICY
from tests.services.samples import LENDING, SILENCE

pytestmark = [pytest.mark.integration, pytest.mark.django_db, pytest.mark.usefixtures("given_form")]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "lending-policy.ar.txt"
    path.write_text(LENDING, encoding="utf-8")
    return path


def test_a_policy_becomes_a_draft_below_the_list_of_policies(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_policy", str(sample), "--language", "ar")
    page = PolicyPage.objects.get()
    assert (page.title, page.slug, page.live, page.status) == ("سياسة إعارة الأجهزة", "lending-policy", False, "draft")
    assert (page.meeting_number, page.meeting_date, page.registration_number) == ("", None, "77")
    assert page.get_parent().specific == PolicyIndexPage.objects.get()
    assert page.get_latest_revision_as_object().body == page.body
    out = capsys.readouterr().out
    assert [word in out for word in ("سياسة إعارة الأجهزة", "تلبى")] == [True, True]
    assert "تلبى" in page.import_notes


def test_the_log_says_that_the_page_was_made(sample: Path) -> None:
    call_command("import_policy", str(sample))
    page = PolicyPage.objects.get()
    assert list(PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True)) == ["wagtail.create"]


def test_importing_the_same_text_again_changes_nothing(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_policy", str(sample))
    sample.write_text(LENDING, encoding="utf-16")
    call_command("import_policy", str(sample))
    page = PolicyPage.objects.get()
    assert f"{page.pk})" in capsys.readouterr().out.splitlines()[-1]


def test_a_changed_text_under_the_same_name_is_another_page(sample: Path) -> None:
    call_command("import_policy", str(sample))
    sample.write_text(LENDING + "\n\nإضافة في آخر النص.", encoding="utf-8")
    call_command("import_policy", str(sample))
    slugs = sorted(PolicyPage.objects.values_list("slug", flat=True))
    assert (len(slugs), slugs[0], slugs[1].startswith("lending-policy-")) == (2, "lending-policy", True)


def test_a_policy_with_its_approval_is_marked_as_the_source_says(tmp_path: Path) -> None:
    path = tmp_path / "silence.txt"
    path.write_text(SILENCE, encoding="utf-8")
    call_command("import_policy", str(path))
    page = PolicyPage.objects.get()
    assert (page.status, page.meeting_number, page.letter_number, page.live) == ("approved", "4", "ص/12", False)


def test_a_word_file_is_imported(tmp_path: Path) -> None:
    path = tmp_path / "زيارة.docx"
    path.write_bytes(
        word_file([("Title", "سياسة الزيارات"), ("Heading 1", "الغرض"), ("List Number", "يسجل الزائر اسمه")])
    )
    call_command("import_policy", str(path))
    page = PolicyPage.objects.get()
    assert [(child.block_type) for child in page.body] == ["heading", "clauses"]
    assert page.slug.startswith("policy-")


def test_a_given_list_is_used(sample: Path) -> None:
    index = policy_list()
    call_command("import_policy", str(sample), "--parent", str(index.pk))
    assert PolicyPage.objects.get().get_parent().pk == index.pk


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\x01\x02" * 9, "é".encode("latin-1") * 40, b"%PDF-1.7", b"PK\x03\x04", b"x" * (50 * 1024 * 1024)],
)
def test_a_bad_file_is_refused_and_nothing_is_made(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    before = Page.objects.count()
    with pytest.raises(CommandError):
        call_command("import_policy", str(path))
    assert Page.objects.count() == before


@pytest.mark.parametrize("arguments", [["nothing.txt"], ["--parent", "1"]])
def test_a_wrong_argument_is_refused(sample: Path, arguments: list[str]) -> None:
    file = [] if arguments[0] == "nothing.txt" else [str(sample)]
    with pytest.raises(CommandError):
        call_command("import_policy", *file, *arguments)
    assert not PolicyPage.objects.exists()


def test_a_failure_half_way_leaves_nothing(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PolicyPage, "save_revision", _fail)
    with pytest.raises(RuntimeError):
        call_command("import_policy", str(sample))
    assert (PolicyPage.objects.count(), PolicyIndexPage.objects.count(), home().numchild) == (0, 0, 0)


def _fail(*_args: object, **_kwargs: object) -> None:
    raise RuntimeError


def test_a_language_without_a_home_page_is_refused(sample: Path) -> None:
    sample.write_text("Visitors Policy\n\nPurpose\n\nThis page says how.", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("import_policy", str(sample), "--language", "en")


@pytest.mark.skipif(not REAL_POLICY.exists(), reason="the association's own text is not part of the repository")
def test_every_line_of_the_real_policy_is_rendered_in_order_under_its_heading(client: Client) -> None:
    """Everything but the letterhead, whose parts are on the page as its record."""
    call_command("import_policy", str(REAL_POLICY), "--language", "ar")
    page = PolicyPage.objects.get()
    assert page.get_latest_revision().publish() is None
    page.refresh_from_db()
    body = main_of(client.get(page.url).content.decode())
    text = text_of(body.replace('<span class="visually-hidden">', "<!--").replace(" </span>", "-->"))
    place = text.index("<h1") if "<h1" in text else 0
    letterhead = {page.organisation, page.registration_note, f"برقم {page.registration_number}", "الرقم :", "التاريخ :"}
    for line in text_lines(REAL_POLICY.read_text(encoding="utf-8")):
        if line.text not in letterhead:
            place = text.index(" ".join(line.text.split()), place) + len(line.text)
    assert [section.title for section in page.outline] == [
        child.value for child in page.body if child.block_type == "heading"
    ]
    assert (page.organisation in text, page.registration_number in text) == (True, True)
