"""Plan back, does it fit, and baselines: worked by mouse and keys, with nothing done before it was seen."""

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from launchpad.app.commands.bars import stretch_bar
from launchpad.app.commands.baselines import baselines_of, promised_baseline, set_baseline
from launchpad.domain.values import Anchor
from launchpad.engines.feasibility import feasibility
from launchpad.ui.timeline.baselines_dialog import BaselinesDialog
from launchpad.ui.timeline.fit_dialog import FitDialog
from launchpad.ui.timeline.plan_back_dialog import PlanBackDialog
from tests.builders import a_gate, a_launch, a_plan, a_task, a_track, link
from tests.ui.shell.test_accessible import unnamed
from tests.ui.whole.test_keyboard import invisibly_focused, tabbed, unreached

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
D = TypeVar("D", PlanBackDialog, FitDialog, BaselinesDialog)
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(kind: type[D], qtbot: QtBot) -> D:
    """The dialog in hand, once it has worked out what it shows."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    rested(dialog, qtbot)
    return dialog


def rested(dialog, qtbot) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy)
    qtbot.wait(1)


# --- plan back -------------------------------------------------------------------------------------------------------


@pytest.fixture
def plan_back(hand, qtbot) -> PlanBackDialog:
    QTest.mouseClick(hand.screen.bar.plan_back, LEFT)
    return opened(PlanBackDialog, qtbot)


def test_planning_back_is_seen_first_and_is_one_edit(hand, plan_back, qtbot):
    number = hand.edits
    QTest.keyClicks(plan_back.buffer, "2")
    QTest.keyClick(plan_back.buffer, Key.Key_Tab)
    rested(plan_back, qtbot)
    titles = [plan_back.model.index(row, 0).data() for row in range(plan_back.model.rowCount())]

    assert "Do brief (brief)" in titles
    assert "4 tasks get a new anchor" in plan_back.effect.text()
    assert hand.edits == number
    QTest.keyClick(plan_back, Key.Key_Return)
    assert hand.edits == number + 1
    assert isinstance(hand.task("copy").anchor, Anchor)
    hand.session.undo()
    assert hand.task("copy").anchor is None


def test_escape_leaves_the_plan_as_it_is(hand, plan_back):
    number = hand.edits
    QTest.keyClick(plan_back, Key.Key_Escape)

    assert hand.edits == number
    assert not plan_back.isVisible()


def test_only_the_chosen_track_is_planned_back(hand, plan_back, qtbot):
    plan_back.scope.setFocus()
    QTest.keyClicks(plan_back.scope, "Film")
    rested(plan_back, qtbot)
    QTest.mouseClick(plan_back.accept_button, LEFT)

    assert hand.task("copy").anchor is None
    assert hand.task("film").anchor != a_task("film", anchor="SNET:T-15").anchor


def test_several_selected_tasks_are_what_is_planned(hand, qtbot):
    hand.view.select(["task:brief", "task:copy"], "task:brief")
    QTest.mouseClick(hand.screen.bar.plan_back, LEFT)
    dialog = opened(PlanBackDialog, qtbot)

    assert dialog.scope.currentText() == "2 selected tasks"
    assert len(dialog.only or ()) == 2
    dialog.reject()


def test_a_row_of_the_preview_leads_to_its_bar(hand, plan_back):
    plan_back.table.setFocus()
    plan_back.table.setCurrentIndex(plan_back.model.index(0, 0))
    task = plan_back.model.task_at(plan_back.model.index(0, 0))
    QTest.keyClick(plan_back.table, Key.Key_Return)

    assert hand.view.selected_ids() == [task]


def test_what_cannot_be_done_in_time_is_told(open_timeline, qtbot):
    plan = a_plan(a_task("a", duration=30), launch=a_launch(start=-40, as_of=date(2026, 10, 12)))
    hand = open_timeline(plan)
    hand.screen.plan_back()
    dialog = opened(PlanBackDialog, qtbot)

    assert "1 task would have to start before today." in dialog.trouble.text()
    dialog.reject()


# --- does it fit -----------------------------------------------------------------------------------------------------


@pytest.fixture
def late(open_timeline):
    """a (8 days) → b (6 days), three working days too long for launch."""
    return open_timeline(
        a_plan(
            a_track("track"),
            a_gate("G", -4),
            a_task("a", duration=14),
            a_task("b", duration=10),
            a_task("side", duration=18, gate="G"),
            link("a", "b"),
            launch=a_launch(start=-40, as_of=date(2026, 10, 12)),
        )
    )


@pytest.fixture
def fit(late, qtbot) -> FitDialog:
    late.screen.does_it_fit()
    return opened(FitDialog, qtbot)


def test_a_plan_that_does_not_fit_says_by_how_much_why_and_what_helps(late, fit):
    chain = [[fit.chain.index(row, column).data() for column in (0, 3)] for row in range(fit.chain.rowCount())]

    assert fit.verdict.text().startswith("The plan does not fit by 3 working days.")
    assert chain == [
        ["Do a (a)", "cannot begin sooner than today"],
        ["Do b (b)", "after the one above, finish to start"],
        ["Launch day", "3 working days missing"],
    ]
    assert fit.choices[0].button.text() == "Begin “Do b” 3 working days before “Do a” is done"
    assert len(fit.choices) == 3
    fit.reject()


def test_a_repair_is_looked_at_and_taken_and_the_dialog_says_what_is_left(late, fit, qtbot):
    number = late.edits
    fit.choices[0].button.setFocus()
    QTest.keyClick(fit.choices[0].button, Key.Key_Down)
    assert fit.choices[1].button.isChecked()
    assert fit.moved.rowCount() > 0
    assert late.edits == number

    QTest.mouseClick(fit.take, LEFT)
    assert late.edits == number + 1
    qtbot.waitUntil(lambda: not fit.is_busy and "by 1 working day" in fit.verdict.text())
    assert feasibility(late.session.document, late.session.today).days == 1
    late.session.undo()
    qtbot.waitUntil(lambda: not fit.is_busy and "by 3 working days" in fit.verdict.text())
    fit.reject()


def test_repairs_taken_one_after_another_end_in_a_plan_that_fits(late, fit, qtbot):
    for _ in range(3):
        rested(fit, qtbot)
        if fit.take.isEnabled():
            QTest.mouseClick(fit.take, LEFT)
            rested(fit, qtbot)

    assert fit.verdict.text().startswith("The plan fits")
    assert fit.height() < 320, "a sentence needs no sheet"
    assert not fit.take.isVisible()
    fit.reject()


def test_another_miss_can_be_looked_at(late, fit, qtbot):
    assert fit.missed.count() == 2
    fit.missed.setFocus()
    QTest.keyClick(fit.missed, Key.Key_Down)
    rested(fit, qtbot)

    assert fit.chain.index(0, 0).data() == "Do side (side)"
    assert fit.chain.index(1, 0).data() == "Gate G, Gate G"
    fit.reject()


def test_a_step_leads_to_its_bar_and_what_it_goes_past_does_not(late, fit):
    fit.chain_table.setFocus()
    fit.chain_table.setCurrentIndex(fit.chain.index(2, 0))
    QTest.keyClick(fit.chain_table, Key.Key_Return)
    assert fit.isVisible()

    QTest.keyClick(fit.chain_table, Key.Key_Up)
    QTest.keyClick(fit.chain_table, Key.Key_Return)
    assert late.view.selected_ids() == ["task:b"]


def test_all_of_it_is_worked_by_keyboard(late, fit):
    fit.activateWindow()
    QTest.qWaitForWindowActive(fit)
    seen = tabbed(fit)

    assert unreached(fit, seen) == []
    assert unnamed(fit) == []
    assert invisibly_focused(seen) == []
    fit.reject()


def test_another_screen_leads_here(late, qtbot):
    late.screen.focus_filter("fit")

    dialog = opened(FitDialog, qtbot)
    assert dialog.isVisible()
    dialog.reject()


# --- baselines -------------------------------------------------------------------------------------------------------


@pytest.fixture
def baselines(hand, qtbot) -> BaselinesDialog:
    hand.screen.show_baselines()
    return opened(BaselinesDialog, qtbot)


def names(hand) -> list[str]:
    return [row.name for row in baselines_of(hand.session.document)]


def test_the_first_baseline_is_set_with_enter_and_is_the_promise(hand, baselines, qtbot):
    assert baselines.name.text() == "Plan of 12 Oct"
    QTest.keyClick(baselines.name, Key.Key_Return)
    rested(baselines, qtbot)

    assert names(hand) == ["Plan of 12 Oct"]
    assert promised_baseline(hand.session.document) is not None
    assert hand.task("copy").baseline_finish is not None
    assert baselines.slips.index(0, 0).data().startswith("Track · 0 of 4 later")
    hand.session.undo()
    assert hand.task("copy").baseline_finish is None
    baselines.reject()


def with_two(hand, baselines, qtbot) -> None:
    """One as the promise; then the brief takes a week longer, and the plan is frozen again."""
    QTest.keyClick(baselines.name, Key.Key_Return)
    hand.session.run(stretch_bar, "task:brief", 8, hand.session.today)
    rested(baselines, qtbot)
    QTest.keyClick(baselines.name, Key.Key_A, CTRL)
    QTest.keyClicks(baselines.name, "Second")
    QTest.mouseClick(baselines.set_button, LEFT)
    rested(baselines, qtbot)


def test_a_second_one_compares_and_does_not_touch_the_promise(hand, baselines, qtbot):
    QTest.keyClick(baselines.name, Key.Key_Return)
    promised = hand.task("copy").baseline_finish
    with_two(hand, baselines, qtbot)

    assert hand.task("copy").baseline_finish == promised
    assert "Second" in names(hand)
    baselines.reject()


def test_making_another_the_promise_says_that_it_is_another_measure(hand, baselines, qtbot):
    with_two(hand, baselines, qtbot)
    assert baselines.effect.isVisible()
    assert "instead of" in baselines.effect.text() or "replace" in baselines.effect.text()

    QTest.mouseClick(baselines.promise, LEFT)
    promised = promised_baseline(hand.session.document)
    assert promised is not None
    assert promised.name == "Second"
    assert "may finish later" in (hand.session.undo_label or "")
    rested(baselines, qtbot)
    assert not baselines.promise.isEnabled()
    assert not baselines.remove.isEnabled()
    baselines.reject()


def test_a_new_one_as_the_promise_warns_before_it_is_set(hand, baselines, qtbot):
    QTest.keyClick(baselines.name, Key.Key_Return)
    hand.session.run(stretch_bar, "task:brief", 8, hand.session.today)
    rested(baselines, qtbot)
    QTest.mouseClick(baselines.as_promise, LEFT, pos=QPoint(8, baselines.as_promise.height() // 2))
    rested(baselines, qtbot)

    assert baselines.set_effect.isVisible()
    assert "“Plan of 12 Oct”" in baselines.set_effect.text()
    baselines.reject()


def test_a_baseline_is_renamed_in_its_row_and_removed_by_delete(hand, baselines, qtbot):
    with_two(hand, baselines, qtbot)
    view = baselines.list
    view.setFocus()
    assert baselines.chosen is not None
    assert baselines.chosen.name == "Second"
    QTest.keyClick(view, Key.Key_F2)
    qtbot.wait(1)
    editor = view.viewport().findChild(QLineEdit)
    assert editor is not None
    QTest.keyClick(editor, Key.Key_A, CTRL)
    QTest.keyClicks(editor, "Third")
    QTest.keyClick(editor, Key.Key_Return)
    qtbot.wait(1)
    assert "Third" in names(hand)

    view.setFocus()
    QTest.keyClick(view, Key.Key_Delete)
    assert names(hand) == ["Plan of 12 Oct"]
    hand.session.undo()
    assert "Third" in names(hand)
    baselines.reject()


def drawn(hand):
    """The days below the bars instead of the promise; None for the promise."""
    return hand.view.picture.plan.baseline


def test_the_chosen_one_is_drawn_below_the_bars(hand, baselines, qtbot):
    with_two(hand, baselines, qtbot)
    assert drawn(hand) is None
    QTest.mouseClick(baselines.draw, LEFT)

    second = next(row for row in baselines_of(hand.session.document) if row.name == "Second")
    assert drawn(hand) == second.days
    assert hand.screen.bar.shown["baseline"].text() == "Baseline: Second"
    assert hand.view.picture.plan.baseline_name == "Second", "so it is named on paper, too"
    QTest.mouseClick(baselines.draw, LEFT)
    assert drawn(hand) is None
    baselines.reject()


def test_slips_are_sorted_by_their_head_and_copied_as_text(hand, baselines, qtbot, qapp):
    QTest.keyClick(baselines.name, Key.Key_Return)
    hand.session.run(stretch_bar, "task:copy", 9, hand.session.today)
    rested(baselines, qtbot)
    header = baselines.tree.header()
    slip = header.sectionViewportPosition(3) + 10
    for _ in range(2):
        QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(slip, header.height() // 2))
    track = baselines.slips.index(0, 0)

    assert baselines.slips.index(0, 3, track).data() == "+4"
    QTest.mouseClick(baselines.copy, LEFT)
    lines = qapp.clipboard().text().split("\n")
    assert lines[0].startswith("Track\tTask\tBaseline\tNow\tSlip")
    assert any("Do copy (copy)" in line and "\t+4\t" in line for line in lines)
    baselines.reject()


def test_a_name_that_is_taken_gets_a_number_and_is_the_one_chosen(hand, baselines, qtbot):
    for _ in range(2):
        QTest.keyClick(baselines.name, Key.Key_A, CTRL)
        QTest.keyClicks(baselines.name, "Review")
        QTest.keyClick(baselines.name, Key.Key_Return)
        rested(baselines, qtbot)

    assert names(hand) == ["Review", "Review (2)"]
    assert baselines.chosen is not None
    assert baselines.chosen.name == "Review (2)"
    assert baselines.name.text() == "Plan of 12 Oct"
    baselines.reject()


def test_a_slip_leads_to_its_bar(hand, baselines, qtbot):
    QTest.keyClick(baselines.name, Key.Key_Return)
    rested(baselines, qtbot)
    baselines.tree.setFocus()
    baselines.tree.setCurrentIndex(baselines.slips.index(1, 0, baselines.slips.index(0, 0)))
    QTest.keyClick(baselines.tree, Key.Key_Return)

    assert hand.view.selected_ids() == ["task:brief"]


def test_a_plan_that_is_only_looked_at_can_be_compared_and_not_changed(hand, open_timeline, qtbot, monkeypatch):
    hand.session.run(set_baseline, "One", hand.session.today)
    monkeypatch.setattr(type(hand.session), "is_read_only", property(lambda self: True))
    hand.screen.show_baselines()
    dialog = opened(BaselinesDialog, qtbot)

    assert dialog.slips.rowCount() == 2
    assert not any(w.isEnabled() for w in (dialog.set_button, dialog.promise, dialog.remove))
    assert dialog.copy.isEnabled()
    dialog.reject()
