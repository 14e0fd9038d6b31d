"""The date confidence is not drawn on for nobody."""

import time

import pytest

from launchpad.app import date_confidence
from launchpad.app.commands.launch import change_launch
from launchpad.app.errands import wait_for_errands
from launchpad.domain.watching import Stopped
from launchpad.ui.overview.screen import OverviewScreen
from launchpad.ui.shell.facts_watch import FactsWatch

PATIENCE = 20


@pytest.fixture
def drawings(monkeypatch) -> list[str]:
    """What became of each drawing; they go on until somebody stops them."""
    found: list[str] = []

    def endless(document, today, *, watch):
        found.append("begun")
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                watch(0.5)
            except Stopped:
                found[-1] = "stopped"
                raise
            time.sleep(0.005)

    monkeypatch.setattr(date_confidence, "confidence", endless)
    return found


def test_an_edit_ends_the_drawing_of_the_plan_before(open_plan, qtbot, drawings):
    session = open_plan()
    watch = FactsWatch(session)
    qtbot.waitUntil(lambda: drawings == ["begun"])

    assert session.run(change_launch, {"name": "Loom 2"})

    qtbot.waitUntil(lambda: drawings == ["stopped", "begun"])
    watch.stop()
    wait_for_errands()
    assert drawings == ["stopped", "stopped"]


def test_the_overview_does_not_draw_on_for_nobody_either(open_plan, qtbot, drawings):
    session = open_plan()
    screen = OverviewScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: drawings == ["begun"])

    screen.hide()
    assert session.run(change_launch, {"name": "Loom 2"})
    qtbot.waitUntil(lambda: drawings == ["stopped"])
    screen.show()
    qtbot.waitUntil(lambda: drawings == ["stopped", "begun"])

    screen.stop()
    wait_for_errands()
    assert drawings == ["stopped", "stopped"]
    qtbot.waitUntil(lambda: not screen.is_busy)


def test_a_launch_that_is_closed_is_drawn_for_nobody(opened, launch_file, qtbot, drawings):
    window = opened(launch_file())
    qtbot.waitUntil(lambda: drawings.count("begun") > 0)

    window.close()
    wait_for_errands()

    assert set(drawings) == {"stopped"}
