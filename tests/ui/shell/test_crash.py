"""An error of our own leaves a report and says so once."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import Qt, QtMsgType
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

from launchpad.storage.errors import StorageError
from launchpad.ui.shell.crash import CrashHandler


@pytest.fixture
def crash(qapp, qtbot):
    return CrashHandler()


def reports(tmp_path):
    return sorted((tmp_path / "home" / "state" / "launchpad" / "crashes").glob("crash-*.txt"))


def caught(error: Exception) -> tuple[type[BaseException], BaseException, object]:
    try:
        raise error
    except Exception:
        return sys.exc_info()  # type: ignore[return-value]


def boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def test_every_error_is_reported_and_the_first_is_told(crash, tmp_path, qtbot):
    crash.on_error(*caught(ValueError("first")))
    crash.on_error(*caught(ValueError("second")))
    qtbot.waitUntil(lambda: bool(boxes()))
    qtbot.wait(20)

    assert len(boxes()) == 1
    assert len(reports(tmp_path)) == 2
    assert "ValueError: first" in reports(tmp_path)[0].read_text()
    assert str(reports(tmp_path)[0]) in boxes()[0].informativeText()
    assert "is on disk" in boxes()[0].informativeText()
    QTest.keyClick(boxes()[0], Qt.Key.Key_Return)
    assert boxes() == []


def test_what_qt_complained_about_is_in_the_report(crash, tmp_path, caplog):
    with caplog.at_level(logging.DEBUG):
        crash._on_qt_message(QtMsgType.QtWarningMsg, None, "QPainter: not active")
    crash._told = True
    crash.on_error(*caught(ValueError("x")))

    assert "QPainter: not active" in reports(tmp_path)[0].read_text()
    assert "QPainter: not active" in caplog.text


def test_an_error_in_another_thread_is_told_on_the_windows(crash, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(threading, "excepthook", crash._on_thread_error)

    def fail() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(boxes()))

    assert "in a thread" in reports(tmp_path)[0].read_text()
    QTest.keyClick(boxes()[0], Qt.Key.Key_Return)


def test_without_a_place_for_a_report_it_is_told_all_the_same(crash, tmp_path, qtbot, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    crash.on_error(*caught(ValueError("x")))
    qtbot.waitUntil(lambda: bool(boxes()))

    assert "report" not in boxes()[0].informativeText()
    QTest.keyClick(boxes()[0], Qt.Key.Key_Return)


def test_stopping_the_program_is_no_crash(crash, tmp_path, capsys):
    try:
        raise KeyboardInterrupt
    except KeyboardInterrupt:
        crash.on_error(*sys.exc_info())

    assert reports(tmp_path) == []


def test_a_file_that_could_not_be_read_is_no_error_of_ours(crash, tmp_path, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    crash.on_error(*caught(StorageError("“plan.launch” could not be read: the disk reports an error.")))
    qtbot.waitUntil(lambda: bool(boxes()))

    assert "the disk reports an error" in boxes()[0].informativeText()
    assert reports(tmp_path) == []
    QTest.keyClick(boxes()[0], Qt.Key.Key_Return)
