"""Gestures in the checklist."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from launchpad.domain.enums import TaskStatus
from launchpad.domain.people import Person
from launchpad.ui.checklist.arrangement import Grouping
from launchpad.ui.checklist.columns import COLUMNS, NUMBERS
from launchpad.ui.checklist.remove_dialog import RemoveDialog
from launchpad.ui.checklist.status_dialogs import BlockedDialog, DoneDialog, NotApplicableDialog, WaivedDialog
from tests.ui.whole.desk import Desk, choose, retype
from tests.ui.whole.hands import ALT, CONTROL, Step, click, type_line

TYPED = {
    "title": "Build the launch page",
    "key": "launch.page",
    "track": "Sales",
    "owner": "june",
    "progress": "35",
    "start": "T-20",
    "due": "T-3",
    "offset": "T-4",
    "days": "7",
    "expected_finish": "2026-11-02",
    "criticality": "Could",
    "weight": "7",
    "gate": "No gate",
    "approver": "otis",
    "note": "Ask the studio",
}


def cell(name: str) -> Step:
    def step(desk: Desk) -> None:
        screen = desk.checklist
        if name != "title":
            screen.view.head.want_column(name, True)
        desk.edit_cell(screen.view, screen.model.index_of("task:page", NUMBERS[name]), TYPED[name])
        if not COLUMNS[NUMBERS[name]].is_shown:
            screen.view.head.want_column(name, False)

    return step


def status_cell(desk: Desk) -> None:
    screen = desk.checklist
    desk.edit_cell(screen.view, screen.model.index_of("task:page", NUMBERS["status"]), "In progress")


def done_with_proof(desk: Desk) -> None:
    QTest.keyClick(desk.select("task:page").view, Qt.Key.Key_Space)
    asked = desk.dialog(DoneDialog)
    QTest.keyClicks(asked.proof, "https://example.org/page")
    asked.approved.click()
    QTest.keyClick(asked.proof, Qt.Key.Key_Return)


def in_review(desk: Desk) -> None:
    QTest.keyClick(desk.select("task:page").view, Qt.Key.Key_Space)
    click(desk.dialog(DoneDialog).review)


def reopened(desk: Desk) -> None:
    QTest.keyClick(desk.select("task:brief").view, Qt.Key.Key_Space)


def blocked(desk: Desk) -> None:
    desk.select("task:page").edits.set_status(["task:page"], TaskStatus.BLOCKED)
    asked = desk.dialog(BlockedDialog)
    QTest.keyClicks(asked.reason, "No prices")
    retype(asked.person, "June Park")
    retype(asked.day, "fri")
    QTest.keyClick(asked.day, Qt.Key.Key_Return)


def not_applicable(desk: Desk) -> None:
    desk.select("task:page").edits.set_status(["task:page"], TaskStatus.NOT_APPLICABLE)
    asked = desk.dialog(NotApplicableDialog)
    QTest.keyClicks(asked.reason, "No page this time")
    QTest.keyClick(asked.reason, Qt.Key.Key_Return)


def waived(desk: Desk) -> None:
    desk.select("task:page").edits.set_status(["task:page"], TaskStatus.WAIVED)
    asked = desk.dialog(WaivedDialog)
    QTest.keyClicks(asked.title, "Go without a page")
    retype(asked.person, "Otis Reed")
    click(asked.accept_button)


def added(desk: Desk) -> None:
    type_line(desk.checklist.add_line.field, "Call analysts @mara 3d must T-10 #sales gate:G1")


def removed(desk: Desk) -> None:
    QTest.keyClick(desk.select("task:video").view, Qt.Key.Key_Delete)


def removed_with_links(desk: Desk) -> None:
    QTest.keyClick(desk.select("task:deck").view, Qt.Key.Key_Delete)
    click(desk.dialog(RemoveDialog).accept_button)


def shifted(desk: Desk) -> None:
    QTest.keyClick(desk.select("task:page").view, Qt.Key.Key_Down, ALT)


def pasted(desk: Desk) -> None:
    desk.select("task:page")
    QGuiApplication.clipboard().setText("Task\tOwner\tDays\nBook hall\tmara\t2\nBook crew\totis\t1")
    QTest.keyClick(desk.checklist.view, Qt.Key.Key_V, CONTROL)


def cut_and_pasted(desk: Desk) -> None:
    QTest.keyClick(desk.select("task:video").view, Qt.Key.Key_X, CONTROL)
    QTest.keyClick(desk.select("task:deck").view, Qt.Key.Key_V, CONTROL)


def copied_and_pasted(desk: Desk) -> None:
    QTest.keyClick(desk.select("task:video").view, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(desk.checklist.view, Qt.Key.Key_V, CONTROL)


def dropped_on_another_group(desk: Desk) -> None:
    screen = desk.checklist
    choose(screen.bar.grouping, Grouping.OWNER.label)
    mime = screen.model.mimeData([screen.model.index_of("task:page")])
    june = desk.document.table(Person)["person:june"]
    headings = (screen.model.index(row, 0) for row in range(screen.model.rowCount()))
    there = next(heading for heading in headings if june.name in heading.data())
    screen.model.dropMimeData(mime, Qt.DropAction.MoveAction, -1, 0, there)
    QTest.qWait(5)
    choose(screen.bar.grouping, Grouping.TRACK.label)


def dropped_on_another_week(desk: Desk) -> None:
    screen = desk.checklist
    choose(screen.bar.grouping, Grouping.WEEK.label)
    index = screen.model.index_of("task:page")
    mime = screen.model.mimeData([index])
    headings = (screen.model.index(row, 0) for row in range(screen.model.rowCount()))
    there = next(heading for heading in headings if heading != index.parent())
    screen.model.dropMimeData(mime, Qt.DropAction.MoveAction, -1, 0, there)
    QTest.qWait(5)
    choose(screen.bar.grouping, Grouping.TRACK.label)


CHECKLIST: dict[str, Step] = {
    **{f"the {name} of a task in its cell": cell(name) for name in TYPED},
    "a status in its cell": status_cell,
    "a task marked done with proof and approval": done_with_proof,
    "a task marked in review": in_review,
    "a task reopened": reopened,
    "a task blocked": blocked,
    "a task not applicable": not_applicable,
    "a task waived by a new decision": waived,
    "a task typed": added,
    "a task removed": removed,
    "a task removed with what waited for it": removed_with_links,
    "a task moved in its track": shifted,
    "rows of a spreadsheet pasted": pasted,
    "a task cut and pasted": cut_and_pasted,
    "a task copied and pasted": copied_and_pasted,
    "a task dropped on somebody": dropped_on_another_group,
    "a task dropped on another week": dropped_on_another_week,
}
