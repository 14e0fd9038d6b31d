"""The head of a launch, by itself."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from launchpad.app.plan_facts import plan_facts
from launchpad.ui.parts.pill import Pill
from launchpad.ui.shell.header import Header
from tests.builders import a_gate, a_launch, a_plan, a_task

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


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Loom", ["settings", "rename"]),
        ("Launches", ["settings", "move_launch_day"]),
        ("0", ["overview", "explain_score"]),
        ("readiness", ["overview", "explain_score"]),
        ("●", ["overview", "explain_standing"]),
    ],
)
def test_what_the_head_says_leads_to_where_it_is_made_or_set(header, qtbot, words, way):
    gate = a_gate("G1", -5)
    plan = a_plan(a_task("brief", anchor="SNET:T-9", gate="gate:G1"), gate, launch=a_launch(name="Loom"))
    header.show_launch(plan, plan_facts(plan, TODAY))
    part = next(each for each in header.findChildren(QLabel) if each.isVisible() and each.text().startswith(words))
    with qtbot.waitSignal(header.asked) as asked:
        qtbot.mouseClick(part, Qt.MouseButton.LeftButton)

    assert asked.args == way
