"""The wheel turns pages. What stands under it keeps its value, for nobody looks at a field they scroll past."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QScrollArea, QWidget

from launchpad.ui.new_launch.form import LaunchForm


def turn_wheel(over: QWidget, steps: int = -3) -> bool:
    """Turn it over a widget; whether that took it, so that nothing around has it."""
    middle = QPointF(over.rect().center())
    turned = QPoint(0, 120 * steps)
    buttons, modifiers, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    at = over.mapToGlobal(middle)
    event = QWheelEvent(middle, at, QPoint(), turned, buttons, modifiers, phase, False)
    QApplication.sendEvent(over, event)
    return event.isAccepted()


Field = QAbstractSpinBox | QComboBox


def fields_on_pages(root: QWidget) -> list[Field]:
    """Every box in sight that a page scrolls past the pointer."""
    pages = [root] if isinstance(root, QScrollArea) else root.findChildren(QScrollArea)
    found = [box for page in pages for box in page.findChildren(QWidget) if isinstance(box, Field)]
    return [box for box in found if box.isVisible() and box.isEnabled()]


def values(fields: list[Field]) -> list[str]:
    return [box.currentText() if isinstance(box, QComboBox) else box.text() for box in fields]


@pytest.mark.parametrize("name", ["checklist", "settings"])
def test_scrolling_through_a_page_changes_no_plan(opened, launch_file, name):
    window = opened(launch_file())
    window.go(name)
    window.view.current.focus_task(window.session.document.tasks[20].id)
    QApplication.processEvents()
    fields = fields_on_pages(window.view.current)
    assert len(fields) > 4
    shown, last = values(fields), window.session.session.last_number
    for field in fields:
        field.setFocus()
        turn_wheel(field)
        turn_wheel(field, 3)
        turn_wheel(field)

    window.session.flush()
    assert (values(fields), window.session.session.last_number) == (shown, last)


def test_scrolling_through_a_new_launch_keeps_day_and_holidays(qtbot):
    form = LaunchForm(date(2026, 3, 2))
    qtbot.addWidget(form)
    form.resize(388, 200)
    form.show()
    fields = fields_on_pages(form)
    assert len(fields) >= 2
    shown = values(fields)
    for field in fields:
        turn_wheel(field)

    assert values(fields) == shown


def test_the_wheel_over_a_field_is_left_to_its_page(opened, launch_file):
    window = opened(launch_file())
    window.go("settings")
    QApplication.processEvents()

    assert not any(turn_wheel(field) for field in fields_on_pages(window.view.current))
