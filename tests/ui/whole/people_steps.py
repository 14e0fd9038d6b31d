"""Gestures in the list of people."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from launchpad.ui.people.days_off import DaysOffDialog
from launchpad.ui.people.people_table import TITLES
from launchpad.ui.people.people_table import Column as PeopleColumn
from tests.ui.whole.desk import Desk
from tests.ui.whole.hands import Step, type_line

PEOPLE_CELLS = {
    PeopleColumn.NAME: "Mara Linde",
    PeopleColumn.ROLE: "Launch lead",
    PeopleColumn.EMAIL: "mara@example.org",
    PeopleColumn.STATUS: "Left",
    PeopleColumn.DEPUTY: "June Park",
    PeopleColumn.CAPACITY: "2.5",
}


def person_cell(column: PeopleColumn) -> Step:
    return lambda desk: desk.edit_cell(desk.people.view, desk.people.table.index(0, column), PEOPLE_CELLS[column])


def days_off(desk: Desk) -> None:
    view = desk.people.view
    view.setFocus()
    view.setCurrentIndex(desk.people.table.index(0, PeopleColumn.DAYS_OFF))
    QTest.keyClick(view, Qt.Key.Key_F2)
    asked = desk.dialog(DaysOffDialog)
    asked.lines[0].last.setDate(QDate(2026, 10, 23))
    asked.add_days()
    asked.accept()


def person_removed(desk: Desk) -> None:
    type_line(desk.people.new_name, "Ada Byron")
    desk.before = desk.document
    desk.people.view.selectRow(3)
    action = next(each for each in desk.people.actions() if each.text() == "Remove person")
    assert isinstance(action, QAction)
    action.trigger()


PEOPLE: dict[str, Step] = {
    **{f"the {TITLES[column]} of a person": person_cell(column) for column in PEOPLE_CELLS},
    "days off": days_off,
    "a person typed": lambda desk: type_line(desk.people.new_name, "Ada Byron"),
    "a person removed": person_removed,
}
