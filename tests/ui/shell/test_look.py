"""The theme changes at once, and a window comes back as it was left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame

from launchpad.app.commands.launch import change_launch
from launchpad.scenes.tokens import DARK, LIGHT
from launchpad.ui.shell import window_state
from launchpad.ui.shell.rail_item import RailItem
from launchpad.ui.shell.shortcuts import ShortcutsDialog
from launchpad.ui.shell.window import MainWindow
from launchpad.ui.theme.manager import ThemeChoice, current_theme, theme_manager
from tests.builders import a_plan, a_task


def ground(window: MainWindow) -> QColor:
    return window.rail.grab().toImage().pixelColor(20, window.rail.height() - 120)


def test_light_and_dark_change_at_once(opened, launch_file, qtbot):
    window = opened(launch_file(a_plan(a_task("brief"))))
    window._themes[ThemeChoice.DARK].trigger()
    assert ground(window) == QColor(DARK.sunken)
    window._themes[ThemeChoice.LIGHT].trigger()
    assert ground(window) == QColor(LIGHT.sunken)


def test_the_theme_is_remembered(program):
    window = program.new_window()
    window._themes[ThemeChoice.DARK].trigger()

    assert window_state.theme_choice() is ThemeChoice.DARK


def test_icons_change_with_the_theme(qapp):
    from launchpad.ui.theme.icons import icon

    sign = icon("circle", "accent")

    def colors() -> set[str]:
        image = sign.pixmap(64, 64).toImage()
        return {image.pixelColor(x, 32).name().upper() for x in range(64) if image.pixelColor(x, 32).alpha() == 255}

    theme_manager().choose(ThemeChoice.LIGHT)
    assert LIGHT.accent in colors()
    theme_manager().choose(ThemeChoice.DARK)
    assert DARK.accent in colors()


def test_the_system_is_followed_until_somebody_chooses(qapp):
    theme_manager().choose(ThemeChoice.SYSTEM)
    dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark

    assert current_theme() is (DARK if dark else LIGHT)


def test_a_window_comes_back_where_and_as_large_as_it_was(opened, launch_file, qtbot):
    path = launch_file(a_plan(a_task("brief")))
    window = opened(path)
    window.resize(970, 640)
    qtbot.waitUntil(lambda: window.height() == 640)
    window.close()

    again = opened(path)
    assert again.height() == 640


def test_a_launch_opens_at_the_screen_that_was_shown_last(opened, launch_file):
    from launchpad.ui.shell.registry import SCREENS

    path = launch_file(a_plan(a_task("brief")))
    last = SCREENS[-1].name
    window = opened(path)
    window.go(last)
    window.close()

    assert opened(path).place == last


@pytest.mark.parametrize("text", ["[General]\ngeometry=nonsense\nscreen=cellar\ntheme=plaid\n", "\x00\x01"])
def test_a_damaged_memory_is_as_good_as_none(opened, launch_file, text):
    from launchpad.app.settings import settings_file

    place = settings_file().with_name("window.ini")
    place.parent.mkdir(parents=True)
    place.write_text(text)
    window = opened(launch_file(a_plan(a_task("brief"))))

    assert window.isVisible()
    assert window_state.theme_choice() is ThemeChoice.SYSTEM


def test_full_screen_and_back(opened, launch_file, qtbot):
    window = opened(launch_file(a_plan(a_task("brief"))))
    window.offers["full_screen"].trigger()
    assert window.isFullScreen()
    window.offers["full_screen"].trigger()
    assert not window.isFullScreen()


def test_the_list_of_keys_is_made_of_the_actions(opened, launch_file, qtbot):
    window = opened(launch_file(a_plan(a_task("brief"))))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.session is not None
    window.session.run(change_launch, {"name": "Loom & Sons"})
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShortcutsDialog)
    rows: dict[str, str] = {}
    model = dialog.list.model()
    for group in (model.index(row, 0) for row in range(model.rowCount())):
        inside = range(model.rowCount(group))
        rows |= {model.index(row, 0, group).data(): model.index(row, 1, group).data() for row in inside}

    assert rows["Go to anything"] == "Ctrl+K"
    assert rows["New launch"] == "Ctrl+N"
    assert rows["Undo"] == "Ctrl+Z", "its name, not what it would take back now"
    assert len(rows) >= sum(1 for _, action in window.offers.all() if not action.shortcut().isEmpty())
    dialog.reject()


def test_in_the_smallest_window_the_names_of_tracks_are_whole(opened, launch_file):
    window = opened(launch_file())
    window.resize(1100, 700)
    QApplication.processEvents()
    items = window.rail.findChildren(RailItem)

    assert "Operations and finance" in {item.text() for item in items}
    assert [item.text() for item in items if " ".join(item.lines()) != item.text()] == []


def test_a_line_is_drawn_over_the_foot_where_places_go_on_out_of_sight(opened, launch_file, qtbot):
    window = opened(launch_file())
    edge = window.rail.findChild(QFrame, "rail_edge")
    window.resize(1100, 900)
    qtbot.waitUntil(lambda: not edge.isVisible())

    window.resize(1100, 700)
    qtbot.waitUntil(edge.isVisible)
