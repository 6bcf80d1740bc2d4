"""What the inbox shows of a repeating group: readable, and masked where one of its parts is sensitive."""

import pytest

from forms_flow.definition import Flow, Question, Step
from forms_flow.enums import Sensitivity, Track
from forms_flow.inbox.sections import is_masked, sections
from tests.forms_flow import factories
from tests.forms_flow.factories import text

pytestmark = pytest.mark.unit

NUMBER = factories.national_id()
IDENTITY = {"kind": "national_id", "number": NUMBER, "raw": {"kind": "national_id", "number": NUMBER}}
ANSWER = {"value": [{"name": {"value": factories.NAME, "raw": factories.NAME}, "identity": IDENTITY}]}


def a_group(identity: Sensitivity) -> Flow:
    """Return a form with companions of whom name and identity are asked."""
    parts = (
        Question(key="name", kind="full_name", label=text("الاسم", "Name")),
        Question(key="identity", kind="identity", label=text("الهوية", "Identity"), sensitivity=identity),
    )
    group = Question(key="companions", kind="companions", label=text("المرافقون", "Companions"), parts=parts)
    step = Step(key="group", title=text("المرافقون", "Companions"), questions=(group,))
    return Flow(key="f", track=Track.ASSISTANCE, title=text("ن", "F"), steps=(step,))


def shown(flow: Flow, revealed: str = "") -> tuple[list[str], bool]:
    """Return the lines of the group, and whether they may be asked for."""
    [section] = sections(flow, {"companions": ANSWER}, "en", revealed=revealed)
    [line] = section.lines
    return line.lines, line.hidden


def test_a_group_is_masked_where_a_part_is_sensitive_and_opens_as_a_whole() -> None:
    flow = a_group(Sensitivity.IDENTITY)
    plain = ["Companion 1", f"Name: {factories.NAME}", f"Identity: National ID, {NUMBER}"]
    assert shown(flow) == ([*plain[:2], f"Identity: National ID, ******{NUMBER[-4:]}"], True)
    assert shown(flow, revealed="companions") == (plain, False)


def test_a_group_without_a_sensitive_part_is_read_in_passing() -> None:
    flow = a_group(Sensitivity.ORDINARY)
    assert not is_masked(flow.question("companions"))
    assert shown(flow)[1] is False
