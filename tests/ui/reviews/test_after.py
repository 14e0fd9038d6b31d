"""After launch: goals against their checkpoints, notes for next time, and a template that has learned."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from launchpad.app.new_launch import new_plan
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import GoalStatus, RetroKind, TaskStatus
from launchpad.domain.ids import GoalId, MeasurementId
from launchpad.domain.register import Goal, Measurement
from launchpad.domain.review import RetroNote
from launchpad.domain.values import Checkpoint, Evidence
from launchpad.ui.reviews.lessons_dialog import LessonsDialog
from tests.builders import a_launch, a_plan, a_task


def a_launched_plan():
    """Three weeks after launch: sign-ups were fine at the first checkpoint and are behind at the second."""
    goal = Goal(
        id=GoalId("goal:1"),
        key="K-01",
        name="Sign-ups",
        baseline=0.0,
        target=900.0,
        due=date(2027, 1, 12),
        status=GoalStatus.ACTIVE,
        checkpoints=(Checkpoint(5, 100.0), Checkpoint(10, 400.0), Checkpoint(40, 900.0)),
    )
    values = [(date(2026, 11, 16), 110.0), (date(2026, 11, 24), 200.0)]
    measured = [
        Measurement(id=MeasurementId(f"value:{day}"), goal=goal.id, day=day, value=value) for day, value in values
    ]
    return a_plan(a_launch(as_of=date(2026, 12, 1)), a_task("brief"), goal, *measured)


def said(screen) -> list[str]:
    return [row.fact.said for each in screen.after.stage._lists if each.isVisible() for row in each.rows]


def test_goals_are_held_against_their_checkpoints(show_reviews):
    _session, screen = show_reviews(a_launched_plan())
    screen.show_after()
    words = said(screen)

    assert words[0].startswith("200 on 24 Nov. target 900 by 12 Jan")
    assert words[1] == "T+5, 17 Nov. 110 of 100. On track"
    assert words[2] == "T+10, 24 Nov. 200 of 400. Off track"
    assert words[3].endswith("900 expected. to come")


def test_a_goal_is_one_key_away(show_reviews, qtbot):
    _session, screen = show_reviews(a_launched_plan())
    screen.show_after()
    screen.after.stage.step(1)
    with qtbot.waitSignal(screen.screen_asked) as asked:
        screen.after.stage.ask()
    assert asked.args == ["goals", "goal:1"]


def test_notes_are_typed_changed_and_removed(show_reviews):
    session, screen = show_reviews(a_launched_plan())
    screen.show_after()
    card = screen.after.notes
    card.kinds.button("change").click()
    QTest.keyClicks(card.add, "Train sellers earlier")
    QTest.keyClick(card.add, Qt.Key.Key_Return)
    (note,) = session.document.rows(RetroNote)
    assert (note.kind, note.text, note.day) == (RetroKind.CHANGE, "Train sellers earlier", session.today)
    assert card.notes.filter.setData(card.notes.filter.index(0, 1), "Train sellers in June", Qt.ItemDataRole.EditRole)
    assert session.document.rows(RetroNote)[0].text == "Train sellers in June"
    card.notes.go_to(note.id)
    card.notes.selectRow(0)
    card.notes.setFocus()
    QTest.keyClick(card.notes, Qt.Key.Key_Delete)
    assert session.document.rows(RetroNote) == ()
    for _ in range(3):
        session.undo()
    assert not screen.after.notes.notes.isVisible()


def test_what_took_longer_becomes_a_new_template(show_reviews, tmp_path):
    plan = new_plan("tier3-minor-release", "Loom 4.1", date(2026, 11, 10), "US")
    task = next(task for task in plan.tasks if task.duration)
    proof = (Evidence("Notes", "https://example.org"),)
    done = replace(
        task,
        status=TaskStatus.DONE,
        evidence=proof,
        actual_start=date(2026, 10, 26),
        actual_finish=date(2026, 11, 4),
    )
    _session, screen = show_reviews(plan.apply(Edit("Do it", (Change(task, done),))))
    screen.show_after()
    screen.after.notes.propose.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LessonsDialog)
    rows = [row.fact for each in dialog.stage._lists for row in each.rows]
    assert any(fact.title == task.title and fact.right == f"{task.duration} → 8 days" for fact in rows)
    dialog.write(tmp_path / "learned.yaml")

    assert "duration: 8" in (tmp_path / "learned.yaml").read_text()
