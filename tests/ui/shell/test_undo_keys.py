"""Ctrl+Z in a field takes back what is being typed, and the plan's newest edit once nothing is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(opened, launch_file, qtbot):
    made = opened(launch_file())
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def in_hand() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(in_hand(), key, modifiers)
    QApplication.processEvents()


def type_in(field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def settle(window) -> None:
    window.session.flush()
    QApplication.processEvents()


def test_a_number_that_was_set_is_taken_back_where_it_was_typed(window):
    window.go("settings")
    box = window.view.current.weights.boxes["should"]
    type_in(box, "9")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    settle(window)
    assert window.session.document.launch.weights.should == 9
    press(Qt.Key.Key_Z)
    assert (window.session.document.launch.weights.should, box.value()) == (3, 3)
    press(Qt.Key.Key_Z, CTRL | SHIFT)

    assert window.session.document.launch.weights.should == 9


def test_a_name_that_was_set_is_taken_back_where_it_was_typed(window):
    window.go("settings")
    before, field = window.session.document.launch.name, window.view.current.launch.name
    type_in(field, "Loom 5")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert window.session.document.launch.name == "Loom 5"
    press(Qt.Key.Key_Z)

    assert (window.session.document.launch.name, field.text()) == (before, before)


def test_what_is_being_typed_is_taken_back_first(window):
    window.go("settings")
    last, field = window.session.session.last_number, window.view.current.launch.name
    before = field.text()
    type_in(field, "Loom 5")
    press(Qt.Key.Key_Z)

    assert (field.text(), window.session.session.last_number) == (before, last)


def test_a_task_that_was_added_by_typing_is_taken_back_from_the_line(window):
    window.go("checklist")
    screen, count = window.view.current, len(window.session.document.tasks)
    screen.add_task()
    QTest.keyClicks(in_hand(), "Call the analysts")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert len(window.session.document.tasks) == count + 1
    press(Qt.Key.Key_Z)

    assert len(window.session.document.tasks) == count
