"""What the documents say is so."""

import re
import tomllib
from pathlib import Path

import pytest
from django.core.management import get_commands

from alhuda import env
from tests.docs.reading import DOCS, ROOT, first_column, pages, part, text_of

pytestmark = pytest.mark.unit
OUR_APPS = frozenset({"alhuda", "home", "services", "forms_flow"})
#: Commands of the contract, so that none is forgotten: each exists or is said to be missing.
CONTRACT = frozenset(
    """
    demo make_applications work deliver_notices housekeeping reconcile verify_history retention rotate_keys
    import_policy start_site backup restore
    """.split()  # noqa: SIM905 - one name after another reads best
)
#: The words of the house; the glossary holds more.
WORDS = [
    "applicant",
    "beneficiary",
    "application",
    "reference",
    "step",
    "question",
    "declaration",
    "attachment",
    "channel",
    "department",
    "referral",
    "study",
    "decision",
    "registration",
    "delivery",
    "due date",
    "notice",
    "satisfaction",
    "board approval",
]
#: Where a path that a document names may begin.
BASES = ("", "forms_flow", "site")
MOST_LINES_OF_A_DECISION = 40
PAGES = [str(path.relative_to(ROOT)) for path in pages()]
LINK = re.compile(r"\]\(([^)\s]+)\)")
FILE = re.compile(r"`([\w./-]+(?:\.(?:py|sh|html|md|toml|yml|yaml|css)|/))`")


def our_commands() -> set[str]:
    return {name for name, app in get_commands().items() if app in OUR_APPS}


def missing_commands() -> set[str]:
    [line] = re.findall(r"^Not yet: (.*)\.$", part(text_of("operations.md"), "Commands"), re.MULTILINE)
    return set(re.findall(r"`(\w+)`", line))


def anchors(path: Path) -> set[str]:
    """Return the anchors that the headings of a page make."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_variable_is_documented_and_no_other() -> None:
    assert first_column(part(text_of("operations.md"), "Environment")) == env.variable_names()


def test_every_command_is_documented_and_no_other() -> None:
    documented = [cell.split()[0] for cell in first_column(part(text_of("operations.md"), "Commands"))]
    assert sorted(documented) == sorted(our_commands())


def test_commands_said_to_be_missing_are_missing() -> None:
    assert missing_commands() & our_commands() == set()
    assert CONTRACT - our_commands() == missing_commands()


def test_no_page_tells_people_to_run_a_command_that_is_not_there() -> None:
    told = {
        name
        for page in PAGES
        for name in re.findall(r"^\s*python manage\.py (\w+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert told - set(get_commands()) == set()


def test_every_target_of_make_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = {
        name
        for page in PAGES
        for name in re.findall(r"(?:`|^)make ([a-z-]+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert told - targets == set()


def test_the_glossary_holds_every_word_of_the_house() -> None:
    written = first_column(part(text_of("glossary.md"), "Words"))
    assert [word for word in WORDS if word not in written] == []
    assert len(written) == len(set(written))


def test_the_layers_are_those_that_the_linter_holds() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {item["name"]: item for item in settings["tool"]["importlinter"]["contracts"]}
    layers = contracts["Inside forms_flow imports run one way"]["layers"]
    [block] = re.findall(r"```text\n(inbox\n.*?)```", text_of("architecture.md"), re.DOTALL)
    assert block.split("\n")[:-1] == layers


def test_the_markers_are_those_of_the_settings() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    markers = [line.split(":")[0] for line in settings["tool"]["pytest"]["ini_options"]["markers"]]
    assert first_column(part(text_of("testing.md"), "Markers")) == markers


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    path = ROOT / page
    broken = []
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name) if name else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_exists(page: str) -> None:
    named = FILE.findall((ROOT / page).read_text(encoding="utf-8"))
    kept = [name for name in named if not name.startswith(("var/", "apply/", "/", "docs/pictures/"))]
    near = (ROOT / page).parent.relative_to(ROOT)
    lost = [name for name in kept if not any((ROOT / base / name).exists() for base in (*BASES, near))]
    assert lost == []


@pytest.mark.parametrize("path", sorted((DOCS / "adr").glob("0*.md")), ids=lambda path: path.stem)
def test_a_decision_is_short_and_has_its_parts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(path.name[:4])}. ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= MOST_LINES_OF_A_DECISION


def test_every_decision_is_in_the_list() -> None:
    listed = re.findall(r"\]\((0\d+[\w-]+\.md)\)", (DOCS / "adr" / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in (DOCS / "adr").glob("0*.md"))


@pytest.mark.parametrize("page", PAGES)
def test_pages_name_no_place_on_somebodys_machine(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert re.findall(r"(?<![\w.])/(?:home|root|Users|work)/\S*", text) == []
