"""The first time: an empty home says what to do, the sample is a click away, a plan of one's own three."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from launchpad.storage.launch_file import read_document
from launchpad.ui.home.home import Home
from launchpad.ui.new_launch import place_field
from launchpad.ui.new_launch.dialog import NewLaunchDialog
from launchpad.ui.new_launch.template_card import TemplateCard
from launchpad.ui.shell.window import MainWindow
from tests.ui.shell.conftest import _own_home, program  # noqa: F401  a program with nobody's files
from tests.ui.whole.desk import LEFT


@pytest.fixture
def empty_home(program, qtbot) -> MainWindow:  # noqa: F811
    window: MainWindow = program.start()
    qtbot.waitUntil(lambda: window.place == "home" and bool(window.findChildren(Home)), timeout=10_000)
    return window


def button(root: QWidget, text: str) -> QPushButton:
    return next(each for each in root.findChildren(QPushButton) if each.isVisible() and each.text() == text)


def test_an_empty_home_says_what_to_do_first(empty_home):
    said = " ".join(label.text() for label in empty_home.findChildren(QLabel) if label.isVisible())

    assert "Nothing to launch yet" in said
    assert "three clicks" in said
    assert button(empty_home, "New launch").isEnabled()


def test_the_sample_is_one_click_away(empty_home, qtbot):
    QTest.mouseClick(button(empty_home, "Open the sample"), LEFT)
    qtbot.waitUntil(lambda: empty_home.session is not None, timeout=20_000)

    assert len(empty_home.session.document.tasks) > 100


def test_three_clicks_and_a_name_make_a_plan_of_ones_own(empty_home, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(place_field, "documents_folder", lambda: tmp_path)
    QTest.mouseClick(button(empty_home, "New launch"), LEFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), NewLaunchDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewLaunchDialog)
    qtbot.waitUntil(lambda: dialog.form.wish() is not None, timeout=10_000)
    assert dialog.focusWidget() is dialog.form.name, "what is typed at once is the name"
    card = next(each for each in dialog.templates.findChildren(TemplateCard) if "Tier 3" in each.text())
    QTest.mouseClick(card, LEFT)
    QTest.keyClicks(dialog.form.name, "Aria")
    qtbot.waitUntil(lambda: dialog.create_button.isEnabled() and not dialog._is_busy, timeout=10_000)
    QTest.mouseClick(dialog.create_button, LEFT)
    qtbot.waitUntil(lambda: empty_home.session is not None, timeout=20_000)

    made: Path = empty_home.session.path
    assert made == tmp_path / "Aria.launch"
    assert read_document(made).launch.name == "Aria"
