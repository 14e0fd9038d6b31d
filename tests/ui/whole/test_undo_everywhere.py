"""Whatever can be edited in any screen is taken back by one Undo, also after the file was closed and opened again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from launchpad.app.export import export_session
from launchpad.storage.launch_file import read_document
from launchpad.ui.checklist.columns import COLUMNS
from launchpad.ui.goals.columns import GOAL_COLUMNS
from launchpad.ui.homecoming.dialog import HomecomingDialog
from launchpad.ui.people.people_table import FIELDS
from launchpad.ui.risks.columns import ISSUE_COLUMNS, RISK_COLUMNS
from tests.interchange.homecoming import returning
from tests.ui.whole.checklist_steps import CHECKLIST, TYPED
from tests.ui.whole.desk import Desk
from tests.ui.whole.hands import click, type_line
from tests.ui.whole.inspector_steps import INSPECTOR
from tests.ui.whole.people_steps import PEOPLE, PEOPLE_CELLS
from tests.ui.whole.plan_steps import PLAN_DIALOGS
from tests.ui.whole.register_steps import GOAL_CELLS, ISSUE_CELLS, REGISTERS, RISK_CELLS
from tests.ui.whole.review_steps import REVIEWS
from tests.ui.whole.settings_steps import SETTINGS
from tests.ui.whole.timeline_steps import TIMELINE


def old_edit_taken_back(desk: Desk) -> None:
    type_line(desk.settings.launch.name, "Loom 5")
    type_line(desk.settings.launch.product, "Looms")
    desk.before = desk.document
    history = desk.history
    history.view.selectRow(1)
    click(history.detail.take_back_button)


def workbook_brought_home(desk: Desk) -> None:
    path = desk.path.with_name("sales.xlsx")
    export_session(desk.session.session, path, desk.session.today)
    returning.fill(path, path, {"page": {"progress": 0.4, "note": "Two people on leave"}})
    desk.window.imports.bring(path)
    dialog = desk.dialog(HomecomingDialog)
    while dialog.changes is None:
        QTest.qWait(5)
    QTest.keyClick(dialog.changes.view, Qt.Key.Key_T)
    QTest.keyClick(dialog.changes.view, Qt.Key.Key_Return)


STEPS = {
    **CHECKLIST,
    **INSPECTOR,
    **REGISTERS,
    **PEOPLE,
    **SETTINGS,
    **REVIEWS,
    **TIMELINE,
    **PLAN_DIALOGS,
    "an old edit taken back": old_edit_taken_back,
    "a workbook brought home": workbook_brought_home,
}


def _some_are_slow() -> Iterator[object]:
    """Every step is tried before a release, one of eight at every check."""
    for number, what in enumerate(STEPS):
        yield pytest.param(what, marks=() if number % 8 == 0 else pytest.mark.slow)


@pytest.mark.parametrize("what", tuple(_some_are_slow()))
def test_one_undo_takes_it_back_also_after_a_restart(what, full_desk, tmp_path, monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Yes)
    desk = full_desk
    pristine = desk.before

    STEPS[what](desk)
    desk.session.flush()
    after, before = desk.document, desk.before
    desk.before = pristine
    assert desk.refusals == []
    assert after != before, "the gesture changed nothing"
    assert desk.undone_in_a_copy(tmp_path / "copy.launch") == before

    desk.undo()
    assert desk.document == before
    assert read_document(desk.path) == before
    desk.redo()
    assert desk.document == after
    while desk.document != pristine:
        desk.undo()


def test_every_column_that_can_be_edited_is_among_the_cells():
    assert {column.name for column in COLUMNS if column.editor} == TYPED.keys() | {"status"}


def test_every_field_of_the_registers_is_among_the_cells():
    for columns, cells in ((RISK_COLUMNS, RISK_CELLS), (ISSUE_COLUMNS, ISSUE_CELLS), (GOAL_COLUMNS, GOAL_CELLS)):
        assert {column.field for column in columns if column.field} == cells.keys()


def test_every_field_of_people_is_among_the_cells():
    assert FIELDS.keys() == PEOPLE_CELLS.keys()
