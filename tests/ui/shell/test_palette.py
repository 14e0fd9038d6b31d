"""The palette finds any action and any task by a few typed letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from launchpad.ui.shell.palette import Palette
from launchpad.ui.shell.palette_list import Found, FoundModel
from tests.builders import a_plan, a_task

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(opened, launch_file, qtbot):
    plan = a_plan(a_task("press", title="Brief the press"), a_task("price", title="Approve the price page"))
    window = opened(launch_file(plan))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def found(window) -> list[str]:
    model = window.palette_.model
    return [model.at(row).title for row in range(model.rowCount())]


def open_palette(window, text: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert window.palette_.isVisible()
    QTest.keyClicks(window.palette_.field, text)


def test_an_action_is_found_and_run(window, program, qtbot):
    open_palette(window, "about")
    assert found(window)[0] == "About Launchpad"
    QTest.keyClick(window.palette_.field, Qt.Key.Key_Return)
    dialog = window.findChild(QWidget, "") and next(
        child for child in window.children() if type(child).__name__ == "AboutDialog"
    )

    assert dialog.isVisible()
    assert not window.palette_.isVisible()
    dialog.reject()


def test_a_task_is_found_by_scattered_letters_and_asked_for(window, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(window.view, "go_to_task", asked.append)
    open_palette(window, "brfprs")
    assert found(window)[0] == "Brief the press"
    QTest.keyClick(window.palette_.field, Qt.Key.Key_Return)

    assert asked == ["task:press"]


def test_arrows_choose_and_go_round(window):
    open_palette(window, "")
    field, view = window.palette_.field, window.palette_.list
    assert view.currentIndex().row() == 0
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert view.currentIndex().row() == window.palette_.model.rowCount() - 1
    QTest.keyClick(field, Qt.Key.Key_PageDown)
    assert view.currentIndex().row() == window.palette_.model.rowCount() - 1


def test_escape_gives_the_keyboard_back(window):
    window.rail.item("home").setFocus()
    open_palette(window, "x")
    QTest.keyClick(window.palette_.field, Qt.Key.Key_Escape)

    assert not window.palette_.isVisible()
    assert window.rail.item("home").hasFocus()


def test_it_closes_when_the_hand_goes_elsewhere(window):
    open_palette(window, "x")
    window.rail.item("home").setFocus()

    assert not window.palette_.isVisible()


def test_it_says_when_nothing_is_called_that(window):
    open_palette(window, "qqqq")

    assert found(window) == []
    QTest.keyClick(window.palette_.field, Qt.Key.Key_Return)
    assert window.palette_.isVisible()


def test_a_click_chooses(window, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(window.view, "go_to_task", asked.append)
    open_palette(window, "price page")
    view = window.palette_.list
    at = view.visualRect(window.palette_.model.index(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert asked == ["task:price"]


def test_what_cannot_be_done_now_is_not_offered(window):
    open_palette(window, "redo")

    assert "Redo" not in found(window)


def test_it_stays_inside_a_small_window(window, qtbot):
    open_palette(window, "")
    window.resize(960, 600)
    qtbot.waitUntil(lambda: window.width() == 960)

    assert window.rect().contains(window.palette_.geometry())


def test_the_model_keeps_the_rules_of_models(qapp):
    model = FoundModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([Found("Undo", "Edit", "undo-2", lambda: None, "Ctrl+Z"), Found("Quit", "File", "x", lambda: None)])
    model.show([])
    del tester

    assert model.rowCount() == 0


def test_one_of_ten_thousand_tasks_is_found_by_its_number(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    palette = Palette(host)
    palette.ask([Found(f"Task number {n}", f"k{n} · Track", "flag", lambda: None) for n in range(10_000)])

    palette.field.setText("number 9999")

    assert palette.model.index(0, 0).data() == "Task number 9999"
