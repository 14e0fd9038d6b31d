"""A task typed in one line."""

import pytest

from launchpad.app.task_line import EXAMPLE, read_task_line
from launchpad.domain.enums import AnchorKind, Criticality
from launchpad.domain.errors import PlanError
from launchpad.domain.values import Anchor
from tests.builders import a_gate, a_person, a_plan, a_track
from tests.ui.checklist.plans import TODAY, a_checklist

PLAN = a_checklist()


def test_a_line_says_who_how_long_how_important_and_when():
    draft = read_task_line(PLAN, "Call analysts @mara 3d must T-10 #sales gate:G2", TODAY)

    assert (draft.title, draft.track) == ("Call analysts", "track:sales")
    assert draft.fields == {
        "owner": "person:mara",
        "duration": 3,
        "criticality": Criticality.MUST,
        "anchor": Anchor(AnchorKind.FNET, -10),
        "gate": "gate:G2",
    }


def test_the_example_that_is_shown_can_be_typed():
    plan = a_plan(a_person("mara"), a_track("sales"), a_gate("G3", -12))

    assert read_task_line(plan, EXAMPLE, TODAY).title == "Call analysts"


@pytest.mark.parametrize(
    "text", ["Test Tier 2 pricing", "Must we do this? Could be", "Meet at 3pm & eat", "Email a@b.example"]
)
def test_ordinary_words_stay_in_the_title(text):
    assert read_task_line(PLAN, text, TODAY).title == text


def test_weeks_are_five_working_days():
    assert read_task_line(PLAN, "Shoot 2w", TODAY).fields["duration"] == 10


@pytest.mark.parametrize(
    ("text", "says"), [("Call @zoe", "zoe"), ("Call #nowhere", "no track"), ("@mara 3d", "what is to be done")]
)
def test_a_stranger_or_no_title_is_refused(text, says):
    with pytest.raises(PlanError, match=says):
        read_task_line(PLAN, text, TODAY)
