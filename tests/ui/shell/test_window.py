"""A person opens launches, looks around, takes things back, and closes the window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from launchpad.app.commands.launch import change_launch
from launchpad.app.today import local_today
from launchpad.domain.enums import TaskStatus
from launchpad.storage.launch_file import read_document
from launchpad.ui.shell.rail_item import RailItem
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.shell.window import MainWindow
from launchpad.ui.timeline.fit_dialog import FitDialog
from tests.builders import a_launch, a_plan, a_task

LEFT = Qt.MouseButton.LeftButton


def a_small_plan(**launch):
    tasks = a_task("brief", status=TaskStatus.DONE), a_task("draft", duration=3)
    return a_plan(*tasks, launch=a_launch(**{"as_of": date(2026, 10, 12), **launch}))


def choose(window: MainWindow, menu_name: str, start: str) -> None:
    """Open a menu and press Enter on the item that starts so."""
    menu = window.offers.menu(menu_name)
    menu.popup(window.pos())
    action = next(action for action in menu.actions() if action.text().replace("&", "").startswith(start))
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_the_sample_is_one_choice_away(program, qtbot):
    window = program.start()
    qtbot.waitUntil(lambda: window.place == "home" and window.isVisible())
    choose(window, "File", "Open the sample")
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)

    assert window.windowTitle() == "Loomtrack 4 – Launchpad"
    assert len(program.windows) == 1


def test_every_screen_is_reached_by_a_click_and_by_its_key(opened, launch_file, qtbot):
    window = opened(launch_file(a_small_plan()))
    for entry in SCREENS:
        QTest.mouseClick(window.rail.item(entry.name), LEFT)
        assert window.place == entry.name
        assert window.rail.item(entry.name).isChecked()
    for entry in reversed(SCREENS):
        window.offers[f"screen:{entry.name}"].trigger()
        assert window.place == entry.name

    QTest.mouseClick(window.rail.item("home"), LEFT)
    assert window.place == "home"


def test_keys_lead_to_screens(opened, launch_file, qtbot):
    window = opened(launch_file(a_small_plan()))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.place == "home"
    for number, entry in enumerate(SCREENS[:1], start=1):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.place == entry.name


def test_the_rail_and_the_status_bar_say_what_is_left(opened, launch_file):
    window = opened(launch_file())

    assert window.view is not None
    lines = [item.text() for item in window.rail.findChildren(RailItem)]
    first = lines.index("Launch management")
    assert lines[first : first + 2] == ["Launch management", "Product"]
    said = " ".join(label.text() for label in window.status.findChildren(QPushButton))
    assert "as of 12 Oct" in said
    texts = [label.text() for label in window.status.children() if hasattr(label, "text")]
    assert "All changes saved · plan.launch" in texts
    assert "120 tasks · 50 done" in texts
    assert any(text.startswith("Working week Mon–Fri, 4 holidays") for text in texts)


def test_the_header_says_how_the_launch_stands(opened, launch_file, qtbot):
    window = opened(launch_file())
    window.resize(1440, 700)
    assert window.view is not None
    texts = {child.text() for child in window.view.header.children() if hasattr(child, "text")}

    assert {"Loomtrack 4", "Tier 1", "49", "readiness\nwork 54 of 64 expected", "▲ G3 at risk"} <= texts
    assert "Launches Tue 10 Nov 2026 · T−21 working days" in " ".join(texts)
    line = next(
        child for child in window.view.header.children() if getattr(child, "text", str)().startswith("Launches")
    )
    qtbot.waitUntil(lambda: "80 % confident by" in line.text(), timeout=10_000)
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: line.text() == "10 Nov · T−21 · 80 % by 10 Nov")
    assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width()


@pytest.mark.parametrize("name", ["risks", "goals", "people", "history", "checklist"])
def test_coming_to_a_screen_from_another_the_keyboard_is_at_what_is_used_first(opened, launch_file, qtbot, name):
    window = opened(launch_file())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("settings")
    assert window.view.current.isAncestorOf(QApplication.focusWidget())
    window.go(name)

    assert QApplication.focusWidget() is window.view.current.first


def test_the_menu_takes_back_and_does_again_also_after_a_restart(opened, launch_file, program, qtbot):
    path = launch_file(a_small_plan())
    window = opened(path)
    assert window.session is not None
    window.session.run(change_launch, {"name": "Loom & Sons"})
    assert window.offers["undo"].text().startswith("&Undo ")
    window.close()

    window = opened(path)
    choose(window, "Edit", "Undo")
    assert read_document(path).launch.name == "Loom"
    assert window.windowTitle() == "Loom – Launchpad"
    assert not window.offers["undo"].isEnabled()
    choose(window, "Edit", "Redo")
    assert read_document(path).launch.name == "Loom & Sons"
    qtbot.waitUntil(lambda: "Loom & Sons" in window.windowTitle())


def test_the_real_date_is_one_click_away(opened, launch_file, qtbot):
    window = opened(launch_file(a_small_plan()))
    button = next(each for each in window.status.findChildren(QPushButton) if "as of" in each.text())
    QTest.mouseClick(button, LEFT)

    assert window.session is not None
    assert window.session.today == local_today()
    qtbot.waitUntil(lambda: button.text().endswith("use 12 Oct"))
    QTest.mouseClick(button, LEFT)
    assert window.session.today == date(2026, 10, 12)


def test_what_a_plan_cannot_be_is_told_as_plain_text(opened, launch_file, qtbot):
    window = opened(launch_file(a_small_plan()))
    assert window.session is not None
    window.session.run(change_launch, {"name": "  "})
    box = QApplication.activeModalWidget()

    assert box is not None
    assert box.property("textFormat") == Qt.TextFormat.PlainText
    assert "cannot be empty" in box.property("informativeText")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.session.document.launch.name == "Loom"


def test_closing_a_window_writes_what_is_held_and_lets_go_of_the_file(opened, launch_file, program, qtbot):
    path = launch_file(a_small_plan())
    window = opened(path)
    assert window.session is not None
    window.session.hold("name", change_launch, {"name": "Loom 5"})
    window.close()

    assert read_document(path).launch.name == "Loom 5"
    assert opened(path).session.is_read_only is False


def test_a_window_stays_open_when_what_is_held_was_refused(opened, launch_file, qtbot):
    window = opened(launch_file(a_small_plan()))
    window.session.hold("name", change_launch, {"name": " "})

    assert not window.close()
    box = QApplication.activeModalWidget()
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.isVisible()
    assert window.close()


def test_every_menu_can_be_opened_by_the_keyboard(opened, launch_file):
    window = opened(launch_file(a_small_plan()))

    titles = [action.text() for action in window.menuBar().actions()]
    assert all("&" in title for title in titles)
    assert all(isinstance(action.menu(), QMenu) for action in window.menuBar().actions())


def test_no_two_actions_share_a_key_on_any_screen(opened, launch_file):
    window = opened(launch_file(a_small_plan()))
    for entry in SCREENS:
        window.go(entry.name)
        keys = [action.shortcut().toString() for _, action in window.all_actions() if not action.shortcut().isEmpty()]

        assert len(keys) == len(set(keys)), entry.name


def test_every_action_has_a_key_or_is_in_the_palette(opened, launch_file):
    window = opened(launch_file(a_small_plan()))
    window.offers["palette"].trigger()
    listed = {window.palette_._things[n].title for n in range(len(window.palette_._things))}

    def words(action: QAction) -> str:
        return action.text().replace("&", "").rstrip("…")

    for _, action in window.offers.all():
        assert not action.shortcut().isEmpty() or words(action) in listed or not action.isEnabled(), words(action)


def test_days_that_are_missing_lead_to_what_could_be_done(opened, launch_file, qtbot):
    short = a_plan(a_task("long", duration=30), launch=a_launch(as_of=date(2026, 10, 12), start=-20))
    window = opened(launch_file(short))
    link = next(each for each in window.status.findChildren(QPushButton) if each.text() == "10 days short")
    QTest.mouseClick(link, LEFT)
    dialog = QApplication.activeModalWidget()

    assert isinstance(dialog, FitDialog)
    assert window.place == "timeline"
    qtbot.waitUntil(lambda: not dialog.is_busy)
    dialog.reject()


def test_a_plan_with_time_to_spare_is_not_short_of_days(opened, launch_file):
    window = opened(launch_file(a_small_plan()))

    assert not any("short" in each.text() and each.isVisible() for each in window.status.findChildren(QPushButton))


def test_what_moved_is_a_choice_of_the_menu(opened, launch_file):
    window = opened(launch_file(a_small_plan()))
    choose(window, "View", "What moved and why")
    assert window.place == "timeline"
    assert window.view.current.moved.isVisible()

    choose(window, "View", "What moved and why")
    assert not window.view.current.moved.isVisible()
