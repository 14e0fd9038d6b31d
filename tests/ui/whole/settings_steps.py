"""Gestures in the settings of a launch."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from launchpad.app.errands import wait_for_errands
from tests.ui.whole.desk import Desk, choose
from tests.ui.whole.hands import Step, click, held_down, type_line


def launch_day(desk: Desk) -> None:
    field = desk.settings.launch.day
    field.setFocus()
    field.setDate(QDate(2026, 11, 12))
    QTest.keyClick(field, Qt.Key.Key_Return)


def settings_combo(name: str, words: str) -> Step:
    return lambda desk: choose(getattr(desk.settings.launch, name), words)


def holiday_added(desk: Desk) -> None:
    card = desk.settings.calendar
    card.new_day.setDate(QDate(2026, 10, 29))
    type_line(card.new_name, "Company day")


def holiday_removed(desk: Desk) -> None:
    card = desk.settings.calendar
    card.view.selectRow(0)
    click(card.remove_button)


def holidays_taken(desk: Desk) -> None:
    card = desk.settings.calendar
    QTest.qWait(1)
    card.region._region = "US"
    click(card.take_button)
    for _ in range(400):
        wait_for_errands()
        QTest.qWait(5)
        if card.take_button.isEnabled():
            break


def box_held(card: str, name: str) -> Step:
    return lambda desk: held_down(getattr(desk.settings, card).boxes[name])


def usual_thresholds(desk: Desk) -> None:
    box = desk.settings.thresholds.boxes["go"]
    held_down(box, 1)
    desk.session.flush()
    desk.before = desk.document
    click(desk.settings.thresholds.usual_button)


SETTINGS: dict[str, Step] = {
    "the launch's name": lambda desk: type_line(desk.settings.launch.name, "Loom 5"),
    "the launch's product": lambda desk: type_line(desk.settings.launch.product, "Looms"),
    "launch day": launch_day,
    "the tier": settings_combo("tier", "Tier 3"),
    "the launch's status": settings_combo("status", "On hold"),
    "the working week": lambda desk: desk.settings.calendar.days[6].click(),
    "a holiday typed": holiday_added,
    "a holiday removed": holiday_removed,
    "a country's holidays": holidays_taken,
    **{f"the threshold {n} held down": box_held("thresholds", n) for n in ("conditional", "core_floor_conditional")},
    **{f"the weight {name} held down": box_held("weights", name) for name in ("must", "should", "could")},
    "the tier's own thresholds": usual_thresholds,
    "a track's weight held down": lambda desk: held_down(desk.settings.tracks.weights["track:sales"]),
    "a core track": lambda desk: desk.settings.tracks.cores["track:sales"].click(),
    "a strict sign-off": lambda desk: desk.settings.tracks.stricts["track:sales"].click(),
}  # fmt: skip
