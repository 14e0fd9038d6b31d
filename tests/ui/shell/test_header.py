"""The head of a launch, by itself."""

from datetime import date

import pytest

from launchpad.app.plan_facts import plan_facts
from launchpad.ui.parts.pill import Pill
from launchpad.ui.shell.header import Header
from tests.builders import a_plan, a_task

TODAY = date(2026, 10, 12)


@pytest.fixture
def header(qtbot):
    made = Header()
    qtbot.addWidget(made)
    made.resize(1100, 64)
    made.show()
    return made


def pills(header):
    return [pill.text() for pill in header.findChildren(Pill) if pill.isVisible()]


def test_before_anything_is_known_no_empty_pill_stands_there(header):
    assert pills(header) == []


def test_a_plan_with_nothing_to_do_is_not_called_a_no_go(header):
    plan = a_plan()
    header.show_launch(plan, plan_facts(plan, TODAY))

    assert pills(header) == ["Tier 2"]


def test_before_any_work_is_due_the_head_says_so(header):
    plan = a_plan(a_task("brief", anchor="SNET:T-1"))
    header.show_launch(plan, plan_facts(plan, TODAY))

    assert "readiness\nwork 0, none expected yet" in {
        child.text() for child in header.children() if hasattr(child, "text")
    }
