"""What a screen reader is told: names, roles, and what has just come into sight."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QComboBox, QPushButton

from launchpad.scenes.shapes import Scene
from launchpad.ui.charts.chart import Chart
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.refusal import Refusal
from launchpad.ui.parts.segments import Segments
from launchpad.ui.shell.notice import Notice
from launchpad.ui.shell.status import StatusBar

Role, Text = QAccessible.Role, QAccessible.Text


@pytest.fixture
def announced(monkeypatch) -> list[tuple[str, bool]]:
    """Sentences with whether they interrupt."""
    heard: list[tuple[str, bool]] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        urgent = event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
        heard.append((event.message(), urgent))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def test_what_comes_into_sight_is_read_aloud(qtbot, announced):
    status, notice, refusal = StatusBar(), Notice(), Refusal()
    for widget in (status, notice, refusal):
        qtbot.addWidget(widget)
    status.tell("Saved a copy.")
    notice.say("This is a version of the past.")
    refusal.say("There is nobody called Zaphod.")
    refusal.say("")

    assert announced == [
        ("Saved a copy.", False),
        ("This is a version of the past.", False),
        ("There is nobody called Zaphod.", True),
    ]


def test_a_choice_is_told_by_its_name_on_every_system(qtbot):
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItem("Track")
    box.setEditable(True)
    name_choice(box, "Group by")
    face, typed = QAccessible.queryAccessibleInterface(box), box.lineEdit()

    assert "Group by" in (face.text(Text.Name), face.text(Text.Description))
    assert typed is not None
    assert typed.accessibleName() == "Group by"


def test_buttons_of_which_one_is_down_are_told_as_such(qtbot):
    segments = Segments([("day", "Day"), ("week", "Week")], "Zoom")
    qtbot.addWidget(segments)

    roles = {QAccessible.queryAccessibleInterface(each).role() for each in segments.findChildren(QPushButton)}
    assert roles == {Role.RadioButton}


def test_a_card_is_told_as_a_button_where_it_is_one(qtbot):
    for clickable, role in ((True, Role.Button), (False, Role.Border)):
        card = Card("Risks", clickable=clickable)
        qtbot.addWidget(card)
        assert QAccessible.queryAccessibleInterface(card).role() is role


def test_a_tip_is_read_without_markup_and_markup_is_shown_as_written(qtbot):
    button = QPushButton("Fit")
    qtbot.addWidget(button)
    button.setToolTip(plain_tip("Costs & risks"))
    assert QAccessible.queryAccessibleInterface(button).text(Text.Description) == "Costs & risks"

    assert "<b>" not in plain_tip("<b>bold</b>")


class Ring(Chart):
    def lay_out(self, width: float, height: float) -> Scene:
        return Scene(width, height, (), summary="Readiness 48 of 100.")


@pytest.mark.parametrize(
    ("name", "told"),
    [("Readiness", "Readiness 48 of 100."), ("The launch", "The launch: Readiness 48 of 100.")],
)
def test_a_chart_says_its_name_once(qtbot, name, told):
    ring = Ring(name, QSize(40, 40))
    qtbot.addWidget(ring)
    ring.lay_out_again()

    assert ring.accessibleName() == told
