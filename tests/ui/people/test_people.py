"""People: the register, the load and what is on somebody's plate."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from launchpad.app.commands.people import change_person
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import PersonStatus
from launchpad.domain.values import DateRange
from launchpad.storage.launch_file import read_document
from launchpad.ui.people.days_off import DaysOffDialog
from launchpad.ui.people.hand_over import HandOverDialog
from launchpad.ui.people.people_table import Column, range_text
from launchpad.ui.people.screen import PeopleScreen
from tests.builders import a_launch, a_person, a_plan, a_task

TODAY = date(2026, 10, 12)
Open = Callable[..., PlanSession]


def a_document() -> Document:
    return a_plan(
        a_launch(as_of=TODAY),
        a_person("mara", capacity=1),
        a_person("otis"),
        a_task("a", owner="mara", anchor="SNET:2026-10-12", duration=2),
        a_task("b", owner="mara", anchor="SNET:2026-10-13", duration=2),
        a_task("c", owner="mara", anchor="SNET:2026-10-26", duration=1),
        a_task("d", owner="otis", anchor="SNET:2026-10-12", duration=1),
    )


@pytest.fixture
def screen(qtbot: QtBot, open_plan: Open) -> PeopleScreen:
    made = PeopleScreen(open_plan(a_document()))
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.table, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    QAbstractItemModelTester(made.plate.tasks, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(1200, 760)
    made.show()
    qtbot.waitUntil(lambda: bool(made.chart.scene.keys), timeout=10_000)
    return made


def on_disk(screen: PeopleScreen) -> Document:
    return read_document(screen.session.path)


def edit(qtbot: QtBot, screen: PeopleScreen, row: int, column: Column) -> QLineEdit | QComboBox:
    screen.view.setCurrentIndex(screen.table.index(row, column))
    screen.view.setFocus()
    qtbot.keyClick(screen.view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit | QComboBox)
    return editor


def type_into(qtbot: QtBot, screen: PeopleScreen, row: int, column: Column, text: str) -> None:
    editor = edit(qtbot, screen, row, column)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt commits what was typed once the key has been dealt with


def titles(screen: PeopleScreen) -> list[str]:
    return [screen.plate.tasks.index(row, 0).data() for row in range(screen.plate.tasks.rowCount())]


def test_a_cell_is_typed_over_and_is_on_disk(qtbot: QtBot, screen: PeopleScreen):
    type_into(qtbot, screen, 1, Column.NAME, "Otis Bloom")
    type_into(qtbot, screen, 1, Column.ROLE, "Engineer")
    type_into(qtbot, screen, 1, Column.EMAIL, "otis@example.com")
    type_into(qtbot, screen, 1, Column.CAPACITY, "2.5")

    otis = on_disk(screen).person("otis")
    assert (otis.name, otis.role, otis.email, otis.capacity) == ("Otis Bloom", "Engineer", "otis@example.com", 2.5)
    assert screen.table.index(1, Column.NAME).data() == "Otis Bloom"
    screen.session.undo()
    assert on_disk(screen).person("otis").capacity == 6


def test_status_and_deputy_are_chosen_from_lists(qtbot: QtBot, screen: PeopleScreen):
    status = edit(qtbot, screen, 0, Column.STATUS)
    assert isinstance(status, QComboBox)
    status.setCurrentIndex(1)
    status.activated.emit(1)
    deputy = edit(qtbot, screen, 0, Column.DEPUTY)
    assert isinstance(deputy, QComboBox)
    assert [deputy.itemText(place) for place in range(deputy.count())] == ["Nobody", "Otis"]
    deputy.setCurrentIndex(1)
    deputy.activated.emit(1)

    mara = on_disk(screen).person("mara")
    assert mara.status is PersonStatus.AWAY
    assert mara.deputy == on_disk(screen).person("otis").id


def test_of_two_people_of_one_name_the_one_chosen_becomes_the_deputy(qtbot: QtBot, screen: PeopleScreen):
    namesake = a_person("otis2", name="Otis", order="z")  # as an import may bring one
    screen.session.run(lambda document: Edit("Import", (Change(None, namesake),)))
    deputy = edit(qtbot, screen, 0, Column.DEPUTY)
    assert isinstance(deputy, QComboBox)
    offered = [deputy.itemText(place) for place in range(deputy.count())]
    deputy.setCurrentIndex(2)
    deputy.activated.emit(2)

    assert offered == ["Nobody", "Otis (otis)", "Otis (otis2)"]
    assert on_disk(screen).person("mara").deputy == namesake.id
    assert screen.table.index(0, Column.DEPUTY).data() == "Otis"


def test_what_cannot_be_is_refused_in_a_sentence(qtbot: QtBot, screen: PeopleScreen):
    with qtbot.waitSignal(screen.session.refused) as refused:
        type_into(qtbot, screen, 0, Column.CAPACITY, "many")
    assert "not a number" in refused.args[0]
    with qtbot.waitSignal(screen.session.refused) as refused:
        type_into(qtbot, screen, 0, Column.NAME, "otis")
    assert "already" in refused.args[0]
    assert screen.table.index(0, Column.NAME).data() == "Mara"


def test_somebody_new_is_typed_and_chosen(qtbot: QtBot, screen: PeopleScreen):
    qtbot.keyClicks(screen.new_name, "June Park")
    qtbot.keyClick(screen.new_name, Qt.Key.Key_Return)

    assert on_disk(screen).person("June Park").key == "june"
    assert screen.view.currentIndex().row() == 2
    assert screen.new_name.text() == ""


def test_only_somebody_without_work_is_removed(qtbot: QtBot, screen: PeopleScreen):
    with qtbot.waitSignal(screen.session.refused) as refused:
        qtbot.mouseClick(screen.remove_button, Qt.MouseButton.LeftButton)
    assert refused.args[0].startswith("Mara is still named by 3 tasks")

    qtbot.keyClicks(screen.new_name, "June")
    qtbot.mouseClick(screen.add_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.remove_button, Qt.MouseButton.LeftButton)
    assert [person.name for person in on_disk(screen).people] == ["Mara", "Otis"]


def test_days_off_move_the_tasks_of_the_person(qtbot: QtBot, screen: PeopleScreen):
    screen.view.setCurrentIndex(screen.table.index(1, Column.DAYS_OFF))
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget() or screen.findChild(DaysOffDialog)
    assert isinstance(dialog, DaysOffDialog)
    dialog.add_days()
    (line,) = dialog.lines
    line.first.setDate(QDate(2026, 10, 14))
    assert line.last.date() == QDate(2026, 10, 14)
    line.first.setDate(QDate(2026, 10, 12))
    dialog.add_days()
    assert dialog.lines[-1].first.date() == QDate(2026, 10, 15), "the day after the last"
    qtbot.mouseClick(dialog.lines[-1].remove, Qt.MouseButton.LeftButton)
    dialog.accept()

    assert on_disk(screen).person("otis").days_off == (DateRange(date(2026, 10, 12), date(2026, 10, 14)),)
    assert screen.table.index(1, Column.DAYS_OFF).data() == "12–14 Oct 2026"
    task = on_disk(screen).task("d")
    assert screen.session.schedule.tasks[task.id].start == date(2026, 10, 15)


def test_overload_is_marked_and_a_week_lists_what_makes_it(qtbot: QtBot, screen: PeopleScreen):
    assert "Too much for Mara" in screen._load_note.text()
    assert titles(screen) == ["Do a", "Do b", "Do c"]

    mara = screen.session.document.person("mara").id
    spot = next(spot for spot in screen.chart.scene.spots if spot.key == f"{mara}@2026-10-26")
    at = QPoint(round(spot.box.x + 8), round(spot.box.y + 20))
    qtbot.mouseClick(screen.chart, Qt.MouseButton.LeftButton, pos=at)

    assert titles(screen) == ["Do c"]
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    assert titles(screen) == ["Do d"]


def test_a_click_on_a_task_goes_to_it(qtbot: QtBot, screen: PeopleScreen):
    at = screen.plate.view.visualRect(screen.plate.tasks.index(1, 0)).center()
    with qtbot.waitSignal(screen.task_asked) as asked:
        qtbot.mouseClick(screen.plate.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == ["task:b"]


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2026, 10, 5), date(2026, 10, 5), "5 Oct 2026"),
        (date(2026, 10, 5), date(2026, 10, 9), "5–9 Oct 2026"),
        (date(2026, 10, 30), date(2026, 11, 2), "30 Oct – 2 Nov 2026"),
        (date(2026, 12, 24), date(2027, 1, 1), "24 Dec – 1 Jan 2027"),
        (date(2026, 12, 24), date(2028, 1, 1), "24 Dec 2026 – 1 Jan 2028"),
    ],
)
def test_days_are_written_shortly(first: date, last: date, text: str):
    assert range_text(DateRange(first, last)) == text


def test_open_work_is_handed_over_as_one_step(qtbot: QtBot, screen: PeopleScreen):
    before = screen.session.document
    screen.view.selectRow(0)
    screen.view.setFocus()
    qtbot.mouseClick(screen.hand_over_button, Qt.MouseButton.LeftButton)
    dialog = next(each for each in screen.findChildren(HandOverDialog) if each.isVisible())
    assert [dialog.to.itemText(row) for row in range(dialog.to.count())] == ["Otis"]
    qtbot.keyClick(dialog.to, Qt.Key.Key_Return)

    assert {task.owner for task in on_disk(screen).tasks} == {before.person("otis").id}
    assert screen.session.undo_label == "Hand over 3 open items of Mara to Otis"
    screen.session.undo()
    assert screen.session.document == before


def test_nobody_yet_says_what_to_do_first(qtbot: QtBot, open_plan: Open):
    made = PeopleScreen(open_plan(a_plan(a_launch(as_of=TODAY), a_task("a"))))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    button = next(each for each in made.findChildren(QPushButton) if each.text() == "Add a person")
    assert button.isVisible()
    assert not made.remove_button.isEnabled()
    assert not made.chart.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(made.new_name, "Mara Lind")
    qtbot.keyClick(made.new_name, Qt.Key.Key_Return)
    assert not button.isVisible()
    assert [each.name for each in on_disk(made).people] == ["Mara Lind"]


def test_roles_have_the_room_that_addresses_do_not_need(qtbot: QtBot, screen: PeopleScreen):
    role = "Product marketing manager"
    screen.session.run(change_person, screen.session.document.person("mara").id, {"role": role})
    screen.resize(900, 600)
    screen.view.resize(860, 300)

    assert screen.view.fontMetrics().horizontalAdvance(role) + 10 < screen.view.columnWidth(Column.ROLE)
