"""Everything that can have the keyboard has a name, and the keyboard gets everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QCalendarWidget, QComboBox, QWidget

from launchpad.ui.shell.about import AboutDialog
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.shell.shortcuts import ShortcutsDialog
from tests.builders import a_plan, a_task

INSIDE = (QAbstractSpinBox, QCalendarWidget, QComboBox)
"""Widgets of Qt that speak for what is inside them."""


def unnamed(root: QWidget) -> list[str]:
    """Focusable widgets in sight that a screen reader has no name for."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        if isinstance(widget.parent(), INSIDE) or widget.objectName() == "qt_scrollarea_viewport":
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if face is not None and not face.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("dialog", [AboutDialog, lambda: ShortcutsDialog([])], ids=["about", "shortcuts"])
def test_dialogs_have_names_everywhere(qtbot, dialog):
    shown = dialog()
    shown.show()

    assert unnamed(shown) == []
    shown.reject()


def test_the_shell_has_names_everywhere(opened, launch_file):
    window = opened(launch_file())
    shell = [window.rail, window.status, window.menuBar(), window.palette_, window.view.header, window.view.notice]

    assert [name for part in shell for name in unnamed(part)] == []


@pytest.mark.parametrize("name", [entry.name for entry in SCREENS])
def test_every_screen_has_names_everywhere(opened, launch_file, name):
    window = opened(launch_file())
    window.go(name)

    assert unnamed(window.view.current) == []


def test_a_count_is_said_with_its_place(opened, launch_file):
    window = opened(launch_file())
    for name, said in (("checklist", "69 open tasks"), ("risks", "8 open")):
        if name in {entry.name for entry in SCREENS}:
            assert window.rail.item(name).accessibleName().endswith(said)


def test_tab_leads_through_the_rail_into_the_header(opened, launch_file, qtbot):
    window = opened(launch_file(a_plan(a_task("brief"))))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.rail.item("home").setFocus()
    seen = set()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None:
            seen.add(focus.accessibleName() or getattr(focus, "text", str)())

    assert {entry.title for entry in SCREENS} <= {name.partition(",")[0] for name in seen}
    assert "Export" in seen


def test_space_on_a_rail_item_goes_there(opened, launch_file, qtbot):
    window = opened(launch_file(a_plan(a_task("brief"))))
    window.rail.item("home").setFocus()
    QTest.keyClick(window.rail.item("home"), Qt.Key.Key_Space)

    assert window.place == "home"
