"""Making a launch from a plan of another program."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from launchpad.app.errands import wait_for_errands
from launchpad.storage.launch_file import read_document
from launchpad.ui.new_launch.import_dialog import ImportDialog
from tests.interchange.foreign.samples import GAN, TABLE

TODAY = date(2026, 3, 3)
Opening = Callable[[str, str], ImportDialog]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opening:
    def opening(name: str, text: str) -> ImportDialog:
        (tmp_path / name).write_text(text, encoding="utf-8")
        dialog = ImportDialog(tmp_path / name, TODAY)
        qtbot.addWidget(dialog, before_close_func=lambda _: wait_for_errands())
        dialog.show()
        settle(qtbot, dialog)
        return dialog

    return opening


def settle(qtbot: QtBot, dialog: ImportDialog) -> None:
    wait_for_errands()
    qtbot.waitUntil(lambda: dialog.count.text() != "Reading the file…", timeout=10_000)
    qtbot.wait(10)


def test_two_steps_make_a_launch_of_another_programs_plan(qtbot: QtBot, opened: Opening, tmp_path: Path):
    dialog = opened("loom.gan", GAN)

    assert dialog.name.text() == "Loom"
    assert dialog.day.date() == QDate(2026, 3, 12)
    assert dialog.count.text() == "3 tasks in 2 tracks, 2 people."
    assert "holiday that returns every year" in dialog.notices.toPlainText()
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "Loom Two")
    with qtbot.waitSignal(dialog.created, timeout=10_000) as made:
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)

    assert made.args == [tmp_path / "Loom Two.launch"]
    plan = read_document(tmp_path / "Loom Two.launch")
    assert (plan.launch.name, len(plan.tasks)) == ("Loom Two", 3)


def test_a_date_that_could_be_either_way_round_is_settled_by_a_choice(qtbot: QtBot, opened: Opening):
    dialog = opened("plan.csv", "Task,Due\nPage,03/04/2026\n")

    assert "could be either way round" in dialog.count.text()
    assert not dialog.create_button.isEnabled()
    dialog.order.setFocus()
    qtbot.keyClick(dialog.order, Qt.Key.Key_Down)
    settle(qtbot, dialog)

    assert dialog.create_button.isEnabled()
    assert dialog.day.date() == QDate(2026, 4, 6)


def test_launch_day_can_be_told(qtbot: QtBot, opened: Opening):
    dialog = opened("plan.csv", TABLE)
    dialog.day.setDate(QDate(2026, 4, 7))
    settle(qtbot, dialog)
    with qtbot.waitSignal(dialog.created, timeout=10_000) as made:
        qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)

    assert read_document(made.args[0]).launch.launch_date == date(2026, 4, 7)


def test_a_file_in_the_way_is_left_as_it_is(qtbot: QtBot, opened: Opening, tmp_path: Path):
    dialog = opened("plan.csv", TABLE)
    taken = tmp_path / "taken.launch"
    taken.write_bytes(b"mine")
    dialog.place.line.selectAll()
    qtbot.keyClicks(dialog.place.line, str(taken))
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)

    assert "exists already" in dialog.place.problem.text()
    assert taken.read_bytes() == b"mine"


def test_a_launch_that_is_called_off_while_it_is_made_is_not_left_behind(qtbot: QtBot, opened: Opening, tmp_path: Path):
    dialog = opened("loom.gan", GAN)
    made: list[Path] = []
    dialog.created.connect(made.append)
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    wait_for_errands()
    assert (tmp_path / "Loom.launch").exists()
    qtbot.waitUntil(lambda: not (tmp_path / "Loom.launch").exists(), timeout=10_000)

    assert not made
    assert [each.name for each in tmp_path.iterdir()] == ["loom.gan"]
