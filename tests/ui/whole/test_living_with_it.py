"""A window that is used in any order shows the plan, writes the plan, and never stumbles."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis
import numpy  # noqa: F401  hypothesis looks at it while the window's threads are still importing it
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.exceptions import capture_exceptions, format_captured_exceptions

from launchpad.app.task_facts import TaskFacts
from launchpad.domain.enums import TaskStatus
from launchpad.domain.people import Person
from launchpad.domain.register import Goal, Issue, Risk
from launchpad.domain.task import Task
from launchpad.scenes.gantt.bars import Part
from launchpad.storage.check import replay_problems
from launchpad.storage.launch_file import read_document
from launchpad.ui.checklist.arrangement import Grouping, Shape, arrange
from launchpad.ui.checklist.columns import COLUMNS
from launchpad.ui.checklist.quick_filters import QUICK_FILTERS
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from tests.ui.whole.conftest import settle
from tests.ui.whole.desk import Desk, retype
from tests.ui.whole.plans import a_full_plan
from tests.ui.whole.timeline_steps import hand_on

TITLES = st.sampled_from(["Write", "Rehearse", "a < b & c", "“Süß” 漢字", "x" * 180])
FILTERS = st.sampled_from(["", "owner:mara", "due<2w must", "status:done", "blocked", "track:sales do", "no", "((("])
VALUES = st.one_of(TITLES, st.sampled_from(["mara", "T-5", "2026-11-02", ""]))
STATUSES = st.sampled_from([TaskStatus.IN_PROGRESS, TaskStatus.IN_REVIEW, TaskStatus.NOT_STARTED])
LINES = st.sampled_from(["Call analysts @mara 3d must T-10 #sales", "Order cake", "@nobody sing", "2d", "Sing T-400"])
PLACES = st.sampled_from([entry.name for entry in SCREENS])
ANY = st.integers(0, 10_000)
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier
ARROWS = [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down]
LETTERS = [Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_L, Qt.Key.Key_K, Qt.Key.Key_R, Qt.Key.Key_Escape]
PRESSES = [
    *((key, keys) for key in ARROWS for keys in (NO_KEYS, ALT, ALT | SHIFT)),
    *((key, NO_KEYS) for key in LETTERS),
]


class LivingWithIt(RuleBasedStateMachine):
    """One person, one launch file, any order of doing things."""

    @initialize()
    def open_the_window(self) -> None:
        self.caught = capture_exceptions()
        self.exceptions = self.caught.__enter__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk.on(Path(self.folder.name) / "plan.launch", a_full_plan())

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.put_away()
            del self.desk
            settle()
            self.folder.cleanup()
            self.caught.__exit__(None, None, None)

    def task(self, number: int) -> str | None:
        tasks = self.desk.document.tasks
        return tasks[number % len(tasks)].id if tasks else None

    def shown_task(self, number: int) -> str | None:
        shown = [task.id for group in self.desk.checklist.model.groups for task in group.tasks]
        return shown[number % len(shown)] if shown else None

    # --- edits in the checklist --------------------------------------------------------------------------------------

    @rule(which=ANY, column=st.sampled_from(["title", "owner", "start", "due"]), text=VALUES)
    def type_into_a_cell(self, which: int, column: str, text: str) -> None:
        task = self.shown_task(which)
        if task is not None:
            number = next(n for n, each in enumerate(COLUMNS) if each.name == column)
            screen = self.desk.checklist
            screen.view.expandAll()
            self.desk.edit_cell(screen.view, screen.model.index_of(task, number), text)

    @rule(line=LINES)
    def type_a_task(self, line: str) -> None:
        field = self.desk.checklist.add_line.field
        retype(field, line)
        QTest.keyClick(field, Qt.Key.Key_Return)

    @rule(
        which=ANY,
        other=ANY,
        status=st.sampled_from([TaskStatus.IN_PROGRESS, TaskStatus.IN_REVIEW, TaskStatus.NOT_STARTED]),
    )
    def set_a_status(self, which: int, other: int, status: TaskStatus) -> None:
        ids = list(dict.fromkeys(filter(None, (self.task(which), self.task(other)))))
        self.desk.checklist.edits.set_status(ids, status)

    @rule(which=ANY, key=st.sampled_from([Qt.Key.Key_Space, Qt.Key.Key_Delete]), answers=st.booleans())
    def press_a_key_on_a_task(self, which: int, key: Qt.Key, answers: bool) -> None:
        self.pick(which)
        QTest.keyClick(self.desk.checklist.view, key)
        QTest.qWait(1)
        if answers:
            self.desk.say_yes()
        self.desk.close_dialogs()

    @rule(which=ANY, down=st.booleans())
    def shift(self, which: int, down: bool) -> None:
        self.pick(which)
        key = Qt.Key.Key_Down if down else Qt.Key.Key_Up
        QTest.keyClick(self.desk.checklist.view, key, Qt.KeyboardModifier.AltModifier)

    @rule(which=ANY, to=ANY, cut=st.booleans())
    def copy_or_move(self, which: int, to: int, cut: bool) -> None:
        self.pick(which)
        screen = self.desk.checklist
        QTest.keyClick(screen.view, Qt.Key.Key_X if cut else Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        self.pick(to)
        QTest.keyClick(screen.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    @rule(which=ANY, times=st.integers(1, 5))
    def hold_the_days_down(self, which: int, times: int) -> None:
        self.pick(which)
        spin = self.desk.checklist.inspector.main.controls["days"]
        if spin.isVisible():
            for _ in range(times):
                QTest.keyClick(spin, Qt.Key.Key_Up)

    def pick(self, which: int) -> None:
        task = self.shown_task(which)
        if task is not None:
            self.desk.checklist.view.show_task(task)
            QTest.qWait(1)

    # --- edits on the timeline ---------------------------------------------------------------------------------------

    @rule(which=ANY, days=st.integers(-9, 9), part=st.sampled_from([Part.BODY, Part.END, Part.KNOB_AFTER]))
    def drag_a_bar(self, which: int, days: int, part: Part) -> None:
        hand = hand_on(self.desk)
        tasks = [row for row in hand.screen.rows.rows.rows if isinstance(row, Task)]
        if tasks and days:
            hand.drag_days(tasks[which % len(tasks)].key, days, part)

    @rule(which=ANY, press=st.sampled_from(PRESSES), times=st.integers(1, 3))
    def press_a_key_on_a_bar(self, which: int, press: tuple[Qt.Key, Qt.KeyboardModifier], times: int) -> None:
        hand = hand_on(self.desk)
        tasks = [row for row in hand.screen.rows.rows.rows if isinstance(row, Task)]
        if tasks:
            hand.view.setFocus()
            hand.view.select([tasks[which % len(tasks)].id], tasks[which % len(tasks)].id)
            for _ in range(times):
                hand.key(*press)

    @rule(end=st.sampled_from([Qt.Key.Key_Return, Qt.Key.Key_Escape]), days=st.integers(-4, 4))
    def move_launch_day(self, end: Qt.Key, days: int) -> None:
        hand = hand_on(self.desk)
        hand.view.setFocus()
        hand.key(Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
        for _ in range(abs(days)):
            hand.key(Qt.Key.Key_Right if days > 0 else Qt.Key.Key_Left)
        hand.key(end)

    # --- edits elsewhere ---------------------------------------------------------------------------------------------

    @rule(title=TITLES, where=st.sampled_from(["risks", "issues", "goals"]))
    def type_into_a_register(self, title: str, where: str) -> None:
        screen: Any = self.desk.goals if where == "goals" else self.desk.risks
        if where != "goals":
            screen.focus_filter(where)
        retype(screen.add, title)
        QTest.keyClick(screen.add, Qt.Key.Key_Return)

    @rule(kind=st.sampled_from(["risks", "issues", "goals"]))
    def remove_from_a_register(self, kind: str) -> None:
        view = self.desk.goals.goals if kind == "goals" else getattr(self.desk.risks, kind)
        if kind != "goals":
            self.desk.risks.focus_filter(kind)
        if view.isVisible() and view.model().rowCount():
            view.selectRow(0)
            QTest.keyClick(view, Qt.Key.Key_Delete)

    @rule(name=TITLES)
    def type_a_person(self, name: str) -> None:
        field = self.desk.people.new_name
        retype(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)

    @rule(name=st.one_of(TITLES, st.just("  ")))
    def rename_the_launch(self, name: str) -> None:
        field = self.desk.settings.launch.name
        retype(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)

    @rule(day=st.integers(1, 7))
    def change_the_week(self, day: int) -> None:
        self.desk.settings.calendar.days[day].click()

    @rule(step=st.sampled_from([Qt.Key.Key_Up, Qt.Key.Key_Down]))
    def hold_a_weight(self, step: Qt.Key) -> None:
        QTest.keyClick(self.desk.settings.weights.boxes["should"], step)

    # --- looking around ----------------------------------------------------------------------------------------------

    @rule()
    def undo(self) -> None:
        self.desk.undo()

    @rule()
    def redo(self) -> None:
        self.desk.redo()

    @rule(text=FILTERS)
    def filter(self, text: str) -> None:
        retype(self.desk.checklist.bar.field, text)

    @rule(name=st.sampled_from([each.name for each in QUICK_FILTERS if each.name != "mine"]))
    def filter_quickly(self, name: str) -> None:
        self.desk.checklist.bar.quick.button(name).click()

    @rule(number=st.integers(0, len(Grouping) - 1))
    def regroup(self, number: int) -> None:
        self.desk.checklist.bar.grouping.setCurrentIndex(number)

    @rule(column=st.sampled_from([-1, 0, 3, 4]), down=st.booleans())
    def sort(self, column: int, down: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.desk.checklist.view.header().setSortIndicator(column, order)

    @rule(name=PLACES)
    def go(self, name: str) -> None:
        self.desk.window.go(name)

    @rule(dark=st.booleans())
    def dress(self, dark: bool) -> None:
        theme_manager().choose(ThemeChoice.DARK if dark else ThemeChoice.LIGHT)

    @rule(wide=st.booleans())
    def resize(self, wide: bool) -> None:
        self.desk.window.resize(1440 if wide else 1100, 900 if wide else 700)

    @rule()
    def close_and_open_again(self) -> None:
        self.desk.reopen()

    # --- what always holds -------------------------------------------------------------------------------------------

    @invariant()
    def nothing_went_wrong(self) -> None:
        QTest.qWait(1)
        assert not self.exceptions, format_captured_exceptions(self.exceptions)

    @invariant()
    def what_is_on_disk_is_what_the_session_has(self) -> None:
        assert read_document(self.desk.path) == self.desk.document
        assert replay_problems(self.desk.document, self.desk.session.session.file.entries()) == ()

    @invariant()
    def the_screen_in_sight_shows_the_plan(self) -> None:
        screen: Any = self.desk.view.current
        check = SHOWN.get(screen.name)
        if check is not None:
            check(screen, self.desk)

    @invariant()
    def the_window_bears_the_name_of_the_launch(self) -> None:
        assert self.desk.window.windowTitle() == f"{self.desk.document.launch.name} – Launchpad"


# --- what each screen should show ------------------------------------------------------------------------------------


def _checklist(screen: Any, desk: Desk) -> None:
    facts = TaskFacts(desk.document, desk.session.today)
    groups = arrange(facts, screen._shape())
    model = screen.model
    assert [group.key for group in model.groups] == [group.key for group in groups]
    for number, group in enumerate(groups):
        heading = model.index(number, 0)
        assert heading.data() == group.title
        shown = [
            [model.index(n, c, heading).data() for c in range(len(COLUMNS))] for n in range(model.rowCount(heading))
        ]
        assert shown == [[column.read(task, facts) for column in COLUMNS] for task in group.tasks]
    chosen = screen.view.selected_tasks()
    if len(chosen) == 1 and screen.inspector.isVisible():
        task = desk.document.tasks[[each.id for each in desk.document.tasks].index(chosen[0].id)]
        assert screen.inspector.title.toPlainText() == task.title
        assert screen.inspector.main.controls["status"].currentData() == task.status.value


def _register(name: str, kind: type) -> Callable[[Any, Desk], None]:
    def check(screen: Any, desk: Desk) -> None:
        register = getattr(screen, name).register
        assert list(register.rows) == list(desk.document.rows(kind))

    return check


def _risks(screen: Any, desk: Desk) -> None:
    _register("risks", Risk)(screen, desk)
    _register("issues", Issue)(screen, desk)


def _people(screen: Any, desk: Desk) -> None:
    people = desk.document.rows(Person)
    assert [screen.table.person(row) for row in range(screen.table.rowCount())] == list(people)


def _timeline(screen: Any, desk: Desk) -> None:
    assert screen.view.picture.plan.document is desk.document
    groups = arrange(TaskFacts(desk.document, desk.session.today), Shape(screen.bar.chosen_grouping, lambda *_: True))
    shown = [row for row in screen.rows.rows.rows if isinstance(row, Task)]
    assert shown == [task for group in groups for task in group.tasks]
    assert screen.hands.drag is None or screen.view.aim.is_on or screen.hands.is_held


def _history(screen: Any, desk: Desk) -> None:
    assert screen.table.index(0, 0).data() == str(desk.session.session.last_number)


def _settings(screen: Any, desk: Desk) -> None:
    launch, calendar = desk.document.launch, desk.document.calendar
    assert screen.launch.name.text() == launch.name
    assert {day for day, box in screen.calendar.days.items() if box.isChecked()} == set(calendar.workdays)
    if desk.session._held is None:
        assert screen.weights.boxes["should"].value() == launch.weights.should


SHOWN: dict[str, Callable[[Any, Desk], None]] = {
    "checklist": _checklist,
    "risks": _risks,
    "goals": _register("goals", Goal),
    "people": _people,
    "timeline": _timeline,
    "history": _history,
    "settings": _settings,
}


@pytest.mark.hypothesis
def test_living_with_the_window(qapp, monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Yes)
    soak = hypothesis.settings().max_examples > 50
    examples, steps = (max(1, hypothesis.settings().max_examples // 20), 100) if soak else (3, 25)
    run_state_machine_as_test(
        LivingWithIt,
        settings=hypothesis.settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(hypothesis.HealthCheck),
        ),
    )
