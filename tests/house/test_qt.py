"""The Qt we stand on starts here, and does not undermine Python."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

SCRIPT = Path(__file__).with_name("steady_singletons.py")


def test_calls_into_qt_take_no_reference_from_none_true_or_false() -> None:
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, timeout=120, check=False)

    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["probes"] > 20
    assert answer["thieves"] == {}


def test_a_widget_is_shown_without_a_screen(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()

    assert QGuiApplication.platformName() == "offscreen"
    assert not widget.grab().isNull()


@pytest.mark.xcb
def test_a_widget_is_shown_in_an_x_server(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()

    assert QGuiApplication.platformName() == "xcb"
