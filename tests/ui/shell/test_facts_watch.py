"""The date confidence is not drawn on for nobody."""

import time

import pytest

from launchpad.app import date_confidence
from launchpad.app.commands.launch import change_launch
from launchpad.app.errands import wait_for_errands
from launchpad.domain.watching import Stopped
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
