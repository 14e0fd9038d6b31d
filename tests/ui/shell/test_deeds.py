"""What a screen can do is in a menu with its keys, in the list of keys, and in the palette from anywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from launchpad.app.commands.launch import change_launch
from launchpad.app.session import Session
from launchpad.ui.risks.screen import ISSUES
from launchpad.ui.shell.actions import plain
from launchpad.ui.shell.launch_deeds import AT_SCREENS
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.shell.shortcuts import ShortcutsDialog
from launchpad.ui.shell.status import TOO_LATE

CTRL, NO = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
FIXED = ["File", "Edit", "View", "Plan", "Review", "Help"]


@pytest.fixture
def window(opened, launch_file, qtbot):
    made = opened(launch_file())
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    for entry in SCREENS:  # what is otherwise done a moment after the start
        entry.load()
    return made


def menus(window) -> dict[str, QMenu]:
    found = {plain(action.text()): action.menu() for action in window.menuBar().actions()}
    return {name: menu for name, menu in found.items() if isinstance(menu, QMenu)}


def words(actions: list[QAction]) -> list[str]:
    return [action.text() for action in actions if not action.isSeparator()]


def run_from_palette(window, text: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(window.palette_.field, text)
    QTest.keyClick(window.palette_.field, Qt.Key.Key_Return)


@pytest.mark.parametrize("entry", SCREENS, ids=lambda entry: entry.name)
def test_everything_a_screen_can_do_is_in_a_menu_named_after_it(window, entry):
    window.go(entry.name)
    screen = window.view.current
    able = words([action for action in screen.actions() if action.text()])

    assert words(menus(window)[entry.title].actions() if able else []) == able
    assert {deed.text for deed in screen.deeds} <= {text.partition("\t")[0] for text in able}


def test_the_menu_is_gone_with_its_screen(window):
    window.go("timeline")
    assert list(menus(window)) == [*FIXED[:-1], "Timeline", "Help"]
    window.go("home")

    assert list(menus(window)) == FIXED


def test_the_menu_does_what_it_says(window):
    window.go("timeline")
    view = window.view.current.view
    before = view.axis.day_width
    next(each for each in menus(window)["Timeline"].actions() if each.text() == "Zoom in").trigger()

    assert view.axis.day_width > before


def test_what_another_screen_can_do_is_found_from_anywhere(window):
    window.go("overview")
    run_from_palette(window, "add an issue")

    assert window.place == "risks"
    assert window.view.current.which.current == ISSUES
    assert QApplication.focusWidget() is window.view.current.add


def test_what_is_done_to_a_chosen_row_is_not_done_from_elsewhere(window):
    window.go("overview")
    before = window.session.document
    run_from_palette(window, "remove person")

    assert window.place == "people"
    assert window.session.document is before


def test_a_setting_is_found_by_what_one_wants_to_do(window):
    run_from_palette(window, "move launch day")

    assert window.place == "settings"
    assert QApplication.focusWidget() is window.view.current.launch.day


def test_a_plan_only_looked_at_is_not_offered_to_be_changed(opened, launch_file):
    path = launch_file()
    holder = Session.open(path)
    looked_at = opened(path)
    assert looked_at.session.is_read_only
    texts = {deed.text for _, deed in looked_at.deeds.elsewhere()}

    assert "Move launch day" not in texts
    assert "Find tasks" in texts
    holder.close()


def test_the_list_of_keys_has_those_of_every_screen(window):
    window.go("overview")
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShortcutsDialog)
    listed: dict[tuple[str, str], str] = {}
    model = dialog.list.model()
    for group in (model.index(place, 0) for place in range(model.rowCount())):
        inside = range(model.rowCount(group))
        listed |= {
            (group.data(), model.index(row, 0, group).data()): model.index(row, 1, group).data() for row in inside
        }

    assert listed["Timeline", "Zoom in"] == "Ctrl+="
    assert listed["Checklist", "Mark done, or reopen"] == "Space"
    assert listed["People", "Days off"] == "Ctrl+Shift+D"
    dialog.reject()


def test_a_change_can_be_done_again_with_either_key(window):
    for key, modifiers in ((Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)):
        window.session.run(change_launch, {"name": f"Loom {key}"})
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
        QTest.keyClick(window, key, modifiers)

        assert window.session.document.launch.name == f"Loom {key}"


def test_a_key_fills_the_screen_and_gives_it_back(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_F11, NO)
    qtbot.waitUntil(window.isFullScreen)
    QTest.keyClick(window, Qt.Key.Key_F11, NO)

    qtbot.waitUntil(lambda: not window.isFullScreen())


@pytest.mark.parametrize("entry", SCREENS, ids=lambda entry: entry.name)
def test_whatever_leads_to_a_screen_leads_to_a_method_of_it(window, entry):
    window.go(entry.name)
    led = [way for way in window.view.header._ways.values() if way[0] == entry.name]
    led += [where for where in AT_SCREENS.values() if where[0] == entry.name]
    led += [(entry.name, deed.method) for deed in entry.deeds]

    assert [method for _, method in led if not callable(getattr(window.view.current, method, None))] == []


def test_the_score_in_the_head_is_explained_from_any_screen(window, qtbot):
    window.go("people")
    qtbot.mouseClick(window.view.header._score, Qt.MouseButton.LeftButton)

    assert window.place == "overview"
    assert window.view.current.explainer.panel.title == "How this is scored"


@pytest.mark.parametrize(
    ("number", "place", "typed"),
    [(0, "checklist", ""), (1, "checklist", "critical"), (2, "settings", None)],
    ids=["tasks", "critical path", "working week"],
)
def test_a_number_at_the_foot_leads_to_what_it_counts(window, qtbot, number, place, typed):
    window.go("people")
    qtbot.mouseClick(window.status._numbers[number], Qt.MouseButton.LeftButton)

    assert window.place == place
    assert typed is None or window.view.current.bar.field.text() == typed


def test_a_click_meant_for_cancel_that_comes_too_late_leads_nowhere(window, qtbot):
    window.go("people")
    window.status.make_room(True)
    window.status.make_room(False)
    qtbot.mouseClick(window.status._numbers[2], Qt.MouseButton.LeftButton)
    assert window.place == "people"

    qtbot.wait(TOO_LATE + 50)
    qtbot.mouseClick(window.status._numbers[2], Qt.MouseButton.LeftButton)
    assert window.place == "settings"
