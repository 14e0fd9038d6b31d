"""Where windows open."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QMainWindow

from launchpad.ui.shell import window_state


@pytest.fixture
def windows(qtbot):
    made = QMainWindow(), QMainWindow()
    for window in made:
        qtbot.addWidget(window)
        window.show()
    return made


def test_a_second_window_stands_a_step_aside(windows):
    first, second = windows
    first.move(40, 40)
    second.resize(300, 200)
    window_state.place_beside(second, first)

    assert second.pos() == QPoint(72, 72)
    assert second.size() == QSize(300, 200)


@pytest.mark.parametrize("size", [(300, 200), (5000, 5000)])
def test_a_second_window_is_never_partly_off_the_screen(windows, size):
    first, second = windows
    room = first.screen().availableGeometry()
    first.move(room.bottomRight() - QPoint(50, 50))
    second.resize(*size)
    window_state.place_beside(second, first)

    assert room.contains(second.frameGeometry())


def test_what_a_window_was_like_is_remembered(windows):
    first, second = windows
    first.setGeometry(60, 70, 420, 330)
    window_state.remember(first, "people")
    window_state.restore(second)

    assert (second.pos(), window_state.last_screen()) == (first.pos(), "people")
