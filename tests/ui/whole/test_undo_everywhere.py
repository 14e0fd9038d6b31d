"""Whatever can be edited in any screen is taken back by one Undo, also after the file was closed and opened again."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMessageBox, QSpinBox, QToolButton, QWidget

from launchpad.app.errands import wait_for_errands
from launchpad.app.export import export_session
from launchpad.domain.enums import TaskStatus
from launchpad.storage.launch_file import read_document
from launchpad.ui.checklist.arrangement import Grouping
from launchpad.ui.checklist.columns import COLUMNS, NUMBERS
from launchpad.ui.checklist.remove_dialog import RemoveDialog
from launchpad.ui.checklist.status_dialogs import BlockedDialog, DoneDialog, NotApplicableDialog, WaivedDialog
from launchpad.ui.goals.columns import GOAL_COLUMNS
from launchpad.ui.goals.values_card import CHECKPOINTS
from launchpad.ui.homecoming.dialog import HomecomingDialog
from launchpad.ui.inspector.link_dialog import LinkDialog
from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.people.days_off import DaysOffDialog
from launchpad.ui.people.people_table import FIELDS, TITLES
from launchpad.ui.people.people_table import Column as PeopleColumn
from launchpad.ui.risks.columns import ISSUE_COLUMNS, RISK_COLUMNS
from launchpad.ui.risks.screen import ISSUES, RISKS
from tests.interchange.homecoming import returning
from tests.ui.whole.desk import LEFT, Desk, choose, retype
from tests.ui.whole.plan_steps import PLAN_DIALOGS
from tests.ui.whole.review_steps import REVIEWS
from tests.ui.whole.timeline_steps import TIMELINE

Step = Callable[[Desk], object]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def type_line(field: QWidget, text: str) -> None:
    retype(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def named(root: QWidget, start: str, kind: type[QWidget] = QWidget) -> QWidget:
    for _ in range(100):
        for each in root.findChildren(kind):
            if each.isVisible() and each.accessibleName().startswith(start):
                return each
        QTest.qWait(5)
    raise AssertionError(f"nothing is called “{start}”")


# --- the checklist ---------------------------------------------------------------------------------------------------

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


def test_every_column_that_can_be_edited_is_among_the_cells():
    assert {column.name for column in COLUMNS if column.editor} == TYPED.keys() | {"status"}


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
    click(desk.dialog(RemoveDialog).remove)


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
    there = screen.model.index_of_group("person:june")
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
}


# --- the inspector ---------------------------------------------------------------------------------------------------

LINES = {
    "owner": "June Park",
    "start": "T-20",
    "due": "T-3",
    "expected_finish": "2026-11-02",
    "key": "launch.page",
    "weight": "7",
    "approver": "Otis Reed",
    "actual_start": "2026-10-05",
    "actual_finish": "2026-10-09",
    "optimistic": "2",
    "pessimistic": "9",
    "applies_if": "has_page",
}
BLOCKED_LINES = {"blocked_reason": "No ink", "unblocked_by": "Mara Lind", "unblock_by": "2026-10-21"}
NA_LINES = {"na_reason": "Fair is canceled", "na_approved_by": "Mara Lind"}
CHOICES = {"status": "In progress", "criticality": "Should", "gate": "No gate", "track": "Sales"}
TEXTS = {"acceptance": "It is live", "deliverable": "A page", "note": "Ask first", "private_note": "Hush"}


def form_of(desk: Desk, name: str) -> QWidget:
    inspector = desk.checklist.inspector
    forms = (inspector.several,) if len(inspector._ids) > 1 else (inspector.main, inspector.texts, inspector.more)
    return next(form.controls[name] for form in forms if name in form.controls)


def inspector_line(task: str, name: str, text: str) -> Step:
    def step(desk: Desk) -> None:
        desk.select(task)
        type_line(form_of(desk, name), text)

    return step


def inspector_choice(name: str, *tasks: str) -> Step:
    def step(desk: Desk) -> None:
        desk.select(*tasks)
        combo = form_of(desk, name)
        assert isinstance(combo, QComboBox)
        choose(combo, CHOICES[name])

    return step


def inspector_text(name: str) -> Step:
    def step(desk: Desk) -> None:
        desk.select("task:page")
        field = form_of(desk, name)
        field.setFocus()
        QTest.keyClicks(field, TEXTS[name])
        QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)

    return step


def inspector_title(desk: Desk) -> None:
    title = desk.select("task:page").inspector.title
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(title, "Launch page")
    QTest.keyClick(title, Qt.Key.Key_Return)


def held_down(spin: QWidget, times: int = 6) -> None:
    spin.setFocus()
    for _ in range(times):
        QTest.keyClick(spin, Qt.Key.Key_Up)


def inspector_days(desk: Desk) -> None:
    desk.select("task:page")
    held_down(form_of(desk, "days"))


def inspector_progress(desk: Desk) -> None:
    desk.select("task:deck")
    spin = form_of(desk, "progress").findChild(QSpinBox)
    assert spin is not None
    held_down(spin)


def inspector_evidence(desk: Desk) -> None:
    type_line(desk.select("task:page").inspector.evidence.field, "https://example.org/proof")


def inspector_evidence_removed(desk: Desk) -> None:
    section = desk.select("task:brief").inspector.evidence
    click(named(section, "Remove", QToolButton))


def inspector_approval(desk: Desk) -> None:
    desk.select("task:page").inspector.approval.box.click()


def inspector_link(desk: Desk) -> None:
    picker = desk.select("task:video").inspector.links.before.picker
    QTest.keyClicks(picker, "deck")
    popup = picker.completer().popup()
    assert popup is not None
    popup.hide()
    QTest.keyClick(picker, Qt.Key.Key_Return)


def inspector_link_changed(desk: Desk) -> None:
    section = desk.select("task:train").inspector.links.before
    click(named(section, "Change the link"))
    asked = desk.dialog(LinkDialog)
    asked.lag.setValue(3)
    QTest.keyClick(asked, Qt.Key.Key_Return)


def inspector_link_removed(desk: Desk) -> None:
    section = desk.select("task:train").inspector.links.before
    click(named(section, "Remove the link", QToolButton))


def several_owner(desk: Desk) -> None:
    desk.select("task:page", "task:train")
    type_line(form_of(desk, "owner"), "June Park")


def several_days(desk: Desk) -> None:
    desk.select("task:page", "task:train")
    type_line(form_of(desk, "days"), "8")


INSPECTOR: dict[str, Step] = {
    **{f"the {name} of a task": inspector_line("task:page", name, text) for name, text in LINES.items()},
    **{f"the {name} of a task": inspector_line("task:print", name, text) for name, text in BLOCKED_LINES.items()},
    **{f"the {name} of a task": inspector_line("task:fair", name, text) for name, text in NA_LINES.items()},
    **{f"the choice of {name}": inspector_choice(name, "task:page") for name in CHOICES},
    **{f"the choice of {n} for two": inspector_choice(n, "task:page", "task:deck") for n in CHOICES if n != "status"},
    **{f"the text {name}": inspector_text(name) for name in TEXTS},
    "the title": inspector_title,
    "days held down": inspector_days,
    "progress held down": inspector_progress,
    "evidence": inspector_evidence,
    "evidence removed": inspector_evidence_removed,
    "an approval": inspector_approval,
    "a link": inspector_link,
    "a link's lag": inspector_link_changed,
    "a link removed": inspector_link_removed,
    "the owner of two": several_owner,
    "the days of two": several_days,
}  # fmt: skip


# --- registers -------------------------------------------------------------------------------------------------------

RISK_CELLS = {
    "title": "Prices rise", "probability": "2", "impact": "1", "track": "Sales", "owner": "Otis Reed",
    "response": "Mitigate", "plan": "Buy early", "trigger": "A letter", "review": "2026-10-30", "status": "Closed",
    "residual": "4", "closing_note": "Gone",
}  # fmt: skip
ISSUE_CELLS = {
    "title": "Studio burnt", "severity": "1", "track": "Sales", "owner": "Otis Reed", "action": "Rent another",
    "due": "2026-10-30", "status": "Closed", "opened": "2026-10-01", "closed": "2026-10-11",
}  # fmt: skip
GOAL_CELLS = {
    "name": "Sign-ups by launch", "target": "950", "unit": "people", "due": "2026-12-02", "owner": "June Park",
    "type": "Guardrail", "direction": "Down", "baseline": "10", "status": "Dropped", "metric": "Sign-ups",
    "source": "The shop",
}  # fmt: skip


def field_cell(view: RegisterView, field: str) -> int:
    return next(place for place, column in enumerate(view.register.columns) if column.field == field)


def fill(desk: Desk, view: RegisterView, field: str, text: str) -> None:
    desk.edit_cell(view, view.model().index(0, field_cell(view, field)), text)


def risk_cell(field: str) -> Step:
    return lambda desk: fill(desk, show_risks(desk), field, RISK_CELLS[field])


def show_risks(desk: Desk) -> RegisterView:
    desk.risks.focus_filter(RISKS)
    return desk.risks.risks


def show_issues(desk: Desk) -> RegisterView:
    desk.risks.focus_filter(ISSUES)
    return desk.risks.issues


def issue_cell(field: str) -> Step:
    return lambda desk: fill(desk, show_issues(desk), field, ISSUE_CELLS[field])


def goal_cell(field: str) -> Step:
    return lambda desk: fill(desk, desk.goals.goals, field, GOAL_CELLS[field])


def delete_first(view: RegisterView) -> None:
    view.setFocus()
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_Delete)


def risk_typed(desk: Desk) -> None:
    show_risks(desk)
    type_line(desk.risks.add, "Rain")


def issue_typed(desk: Desk) -> None:
    show_issues(desk)
    type_line(desk.risks.add, "Rain fell")


def risk_happened(desk: Desk) -> None:
    show_risks(desk).selectRow(0)
    click(desk.risks.happened)


def show_checkpoints(desk: Desk) -> RegisterView:
    desk.goals.goals.selectRow(0)
    desk.goals.values.which.choose(CHECKPOINTS)
    desk.goals.values._show_page()
    return desk.goals.values.checkpoints


def values(desk: Desk) -> RegisterView:
    desk.goals.goals.selectRow(0)
    return desk.goals.values.values


def add_checkpoint(desk: Desk) -> None:
    show_checkpoints(desk)
    type_line(desk.goals.values.add, "T+7 500")


def paste_values(desk: Desk) -> None:
    values(desk)
    QGuiApplication.clipboard().setText("2026-10-07\t50\n2026-10-09\t60")
    click(desk.goals.values.paste)


def add_value(desk: Desk) -> None:
    values(desk)
    type_line(desk.goals.values.add, "9 Oct 60")


REGISTERS: dict[str, Step] = {
    **{f"the {field} of a risk": risk_cell(field) for field in RISK_CELLS},
    **{f"the {field} of an issue": issue_cell(field) for field in ISSUE_CELLS},
    **{f"the {field} of a goal": goal_cell(field) for field in GOAL_CELLS},
    "a risk typed": risk_typed,
    "an issue typed": issue_typed,
    "a risk that happened": risk_happened,
    "a risk that happened, by its status": lambda desk: fill(desk, show_risks(desk), "status", "Happened"),
    "a risk removed": lambda desk: delete_first(show_risks(desk)),
    "an issue removed": lambda desk: delete_first(show_issues(desk)),
    "a goal typed": lambda desk: type_line(desk.goals.add, "Fewer tickets"),
    "a goal removed with its values": lambda desk: delete_first(desk.goals.goals),
    "a value typed": add_value,
    "values pasted": paste_values,
    "a value changed": lambda desk: fill(desk, values(desk), "value", "44"),
    "the day of a value": lambda desk: fill(desk, values(desk), "day", "2026-10-06"),
    "the note of a value": lambda desk: fill(desk, values(desk), "note", "a guess"),
    "a value removed": lambda desk: delete_first(values(desk)),
    "a checkpoint typed": add_checkpoint,
    "the day of a checkpoint": lambda desk: fill(desk, show_checkpoints(desk), "at", "T-4"),
    "a checkpoint changed": lambda desk: fill(desk, show_checkpoints(desk), "expected", "120"),
    "a checkpoint removed": lambda desk: delete_first(show_checkpoints(desk)),
}


def test_every_field_of_the_registers_is_among_the_cells():
    for columns, cells in ((RISK_COLUMNS, RISK_CELLS), (ISSUE_COLUMNS, ISSUE_CELLS), (GOAL_COLUMNS, GOAL_CELLS)):
        assert {column.field for column in columns if column.field} == cells.keys()


# --- people and settings ---------------------------------------------------------------------------------------------

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


def launch_day(desk: Desk) -> None:
    field = desk.settings.launch.day
    field.setFocus()
    field.setDate(QDate(2026, 11, 12))
    QTest.keyClick(field, Qt.Key.Key_Return)


def settings_combo(name: str, words: str) -> Step:
    return lambda desk: choose(getattr(desk.settings.launch, name), words)


def holiday_added(desk: Desk) -> None:
    card = desk.settings.calendar
    card.new_day.setDate(QDate(2026, 10, 29))
    type_line(card.new_name, "Company day")


def holiday_removed(desk: Desk) -> None:
    card = desk.settings.calendar
    card.view.selectRow(0)
    click(card.remove_button)


def holidays_taken(desk: Desk) -> None:
    card = desk.settings.calendar
    QTest.qWait(1)
    card.region._region = "US"
    click(card.take_button)
    for _ in range(400):
        wait_for_errands()
        QTest.qWait(5)
        if card.take_button.isEnabled():
            break


def box_held(card: str, name: str) -> Step:
    return lambda desk: held_down(getattr(desk.settings, card).boxes[name])


def usual_thresholds(desk: Desk) -> None:
    box = desk.settings.thresholds.boxes["go"]
    held_down(box, 1)
    desk.session.flush()
    desk.before = desk.document
    click(desk.settings.thresholds.usual_button)


REST: dict[str, Step] = {
    **{f"the {TITLES[column]} of a person": person_cell(column) for column in PEOPLE_CELLS},
    "days off": days_off,
    "a person typed": lambda desk: type_line(desk.people.new_name, "Ada Byron"),
    "a person removed": person_removed,
    "the launch's name": lambda desk: type_line(desk.settings.launch.name, "Loom 5"),
    "the launch's product": lambda desk: type_line(desk.settings.launch.product, "Looms"),
    "launch day": launch_day,
    "the tier": settings_combo("tier", "Tier 3"),
    "the launch's status": settings_combo("status", "On hold"),
    "the working week": lambda desk: desk.settings.calendar.days[6].click(),
    "a holiday typed": holiday_added,
    "a holiday removed": holiday_removed,
    "a country's holidays": holidays_taken,
    **{f"the threshold {n} held down": box_held("thresholds", n) for n in ("conditional", "core_floor_conditional")},
    **{f"the weight {name} held down": box_held("weights", name) for name in ("must", "should", "could")},
    "the tier's own thresholds": usual_thresholds,
    "a track's weight held down": lambda desk: held_down(desk.settings.tracks.weights["track:sales"]),
    "a core track": lambda desk: desk.settings.tracks.cores["track:sales"].click(),
    "a strict sign-off": lambda desk: desk.settings.tracks.stricts["track:sales"].click(),
}  # fmt: skip


def test_every_field_of_people_is_among_the_cells():
    assert FIELDS.keys() == PEOPLE_CELLS.keys()


# --- the history -----------------------------------------------------------------------------------------------------


def old_edit_taken_back(desk: Desk) -> None:
    type_line(desk.settings.launch.name, "Loom 5")
    type_line(desk.settings.launch.product, "Looms")
    desk.before = desk.document
    history = desk.history
    history.view.selectRow(1)
    click(history.detail.take_back_button)


# --- workbooks -------------------------------------------------------------------------------------------------------


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
    **REST,
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
