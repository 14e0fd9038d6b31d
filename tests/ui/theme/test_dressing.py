"""Another theme costs no more than it must, and leaves everything where it stands."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from launchpad.ui.theme.manager import ThemeChoice, theme_manager

DEEP = 12


class StyleWatch(QObject):
    """Counts how often each widget is told of another style."""

    def __init__(self) -> None:
        super().__init__()
        self.told: Counter[QWidget] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.told[watched] += 1
        return False


@pytest.fixture
def light(qapp: QApplication) -> Iterator[None]:
    theme_manager().choose(ThemeChoice.LIGHT)
    yield
    theme_manager().choose(ThemeChoice.LIGHT)


def a_deep_window() -> QWidget:
    window = around = QWidget()
    for _ in range(DEEP):
        column = QVBoxLayout(around)
        column.addWidget(QLabel("Ready"))
        around = QWidget()
        column.addWidget(around)
    return window


def test_another_theme_dresses_a_widget_twice_however_deep_it_stands(qapp: QApplication, qtbot: QtBot, light: None):
    window = a_deep_window()
    qtbot.addWidget(window)
    window.show()
    watch = StyleWatch()
    qapp.installEventFilter(watch)
    theme_manager().choose(ThemeChoice.DARK)
    qapp.removeEventFilter(watch)

    widgets = window.findChildren(QWidget)
    assert len(widgets) == 2 * DEEP
    assert {watch.told[each] for each in widgets} == {2}


def test_what_is_scrolled_stays_where_it_is_when_the_theme_changes(qapp: QApplication, qtbot: QtBot, light: None):
    area, rows = QScrollArea(), QListWidget()
    buttons = QWidget()
    column = QVBoxLayout(buttons)
    for number in range(60):
        column.addWidget(QPushButton(f"Button {number}"))
    area.setWidget(buttons)
    area.setWidgetResizable(True)
    rows.addItems([f"Row {number}" for number in range(200)])
    for each in (area, rows):
        qtbot.addWidget(each)
        each.resize(300, 200)
        each.show()
    QCoreApplication.processEvents()
    bars = [area.verticalScrollBar(), rows.verticalScrollBar()]
    for bar in bars:
        bar.setValue(bar.maximum())
    before = [bar.value() for bar in bars]

    theme_manager().choose(ThemeChoice.DARK)
    qtbot.wait(20)

    assert min(before) > 100
    assert [bar.value() for bar in bars] == before
