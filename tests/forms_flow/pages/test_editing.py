"""What the editor's form does to what it is sent."""

import pytest

from forms_flow.pages.blocks import StepsBlock
from forms_flow.pages.editing import with_plain_lines
from tests.forms_flow.pages.conftest import question, step

pytestmark = pytest.mark.unit


def test_lines_end_as_in_the_text_that_was_translated() -> None:
    """A browser sends other line ends; a text that nobody touched must stay the very same."""
    steps = StepsBlock().to_python([step("need", "الاحتياج", question("need", "long_text", "اشرح", hint="أ\r\nب"))])
    with_plain_lines(steps)
    assert steps[0].value["questions"][0].value["hint"] == "أ\nب"
    assert with_plain_lines("أ\r\nب") == "أ\nب"
    assert with_plain_lines(12) == 12
