"""The overview: score, tracks, gains, stops, gates and curves, and where each leads."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from launchpad.app.commands.tasks import change_task, remove_task
from launchpad.domain.enums import TaskStatus
from launchpad.domain.task import Task
from launchpad.domain.values import Evidence
from launchpad.engines.readiness.reasons import Verdict
from launchpad.ui.overview.explanation import FIT
from launchpad.ui.overview.next_cards import SHORT
from tests.builders import a_gate, a_plan, a_task, a_track, link

LEFT = Qt.MouseButton.LeftButton


def test_the_sample_shows_its_score_its_forecast_and_its_sentence(shown):
    screen = shown()
    board = screen.board

    assert board.score.ring.scene.words[0].text == "48.6"
    assert board.score.pill.text() == "G3 at risk"
    assert board.score.sentence.text() == (
        "Work is 9.3 points behind plan. G3 on 23 Oct is at risk: 1 must is blocked, 7 are late, 1 is not proven."
    )
    assert board.risks.points.text() == "−5.9"
    assert [row.gate for row in board.gates.rows] == ["G0", "G1", "G2", "G3", "G4", "GL", "G5", "G6"]
    assert board.gates.rows[0].pill.text() == "Passed"
    assert board.gates.rows[3].note.text() == "23 Oct · 19 of 52 done"


def test_the_curve_and_the_date_arrive_from_the_background(shown):
    screen = shown()
    board = screen.board

    assert "today" in {words.text for words in board.curve.chart.scene.words}
    assert "10 Nov · 100 %" in {words.text for words in board.confidence.chart.scene.words}


def test_a_track_leads_to_its_checklist_by_click_and_by_enter(qtbot: QtBot, shown):
    screen = shown()
    card = screen.board.tracks.cards[2]

    with qtbot.waitSignal(screen.screen_asked) as asked:
        qtbot.mouseClick(card, LEFT)
    assert asked.args == ["checklist", "track=engineering"]

    with qtbot.waitSignal(screen.screen_asked) as asked:
        qtbot.keyClick(screen.board.tracks.cards[3], Qt.Key.Key_Return)
    assert asked.args == ["checklist", "track=marketing"]


def test_a_gain_and_a_stop_lead_to_their_task(qtbot: QtBot, shown):
    screen = shown()
    tasks = screen.session.document.table(Task)

    with qtbot.waitSignal(screen.task_asked) as asked:
        qtbot.mouseClick(screen.board.raises.rows[0], LEFT)
    assert tasks[asked.args[0]].title == "Rehearse the rollback"

    with qtbot.waitSignal(screen.task_asked) as asked:
        qtbot.keyClick(screen.board.unblocks.rows[0], Qt.Key.Key_Space)
    assert tasks[asked.args[0]].title == "Test upgrade and data migration"


def test_the_tasks_of_a_card_and_those_after_launch_are_those_of_the_checklist(shown):
    screen = shown()
    document = screen.session.document
    for card, track in zip(screen.board.tracks.cards, document.tracks, strict=True):
        tasks = [task for task in document.tasks if task.track == track.id]
        left_out = sum(task.status is TaskStatus.NOT_APPLICABLE for task in tasks)
        counted = int(card.counts.text().split()[2])
        later = [
            int(words.split()[0]) for words in card.quiet.text().split(" · ") if "launch" in words or "later" in words
        ]

        assert counted + sum(later) + left_out == len(tasks), track.name


def test_the_ring_and_the_risks_lead_on(qtbot: QtBot, shown):
    screen = shown()

    qtbot.mouseClick(screen.board.score.ring, LEFT, pos=QPoint(60, 60))
    assert screen.explainer.panel.title == "How this is scored"
    with qtbot.waitSignal(screen.screen_asked) as asked:
        qtbot.mouseClick(screen.board.risks, LEFT)
    assert asked.args == ["risks", None]


def test_an_edit_and_its_undo_are_seen_at_once(qtbot: QtBot, shown):
    screen = shown()
    session = screen.session
    task = session.document.task("eng.security")
    done = {"status": TaskStatus.DONE, "evidence": (Evidence("Report", "report.pdf", None),)}

    session.run(change_task, task, done, date(2026, 10, 12))
    raised = screen.board.score.ring.scene.words[0].text
    qtbot.waitUntil(lambda: not screen.is_busy, timeout=20_000)

    assert float(raised) > 48.6
    assert screen.board.unblocks.more.text() == "All 37"
    session.undo()
    assert screen.board.score.ring.scene.words[0].text == "48.6"
    qtbot.waitUntil(lambda: not screen.is_busy, timeout=20_000)


def test_tracks_and_gates_come_and_go(qtbot: QtBot, shown):
    screen = shown(a_plan(a_task("a"), a_track("other"), a_gate("G1", -5)))

    assert [card.name.text() for card in screen.board.tracks.cards] == ["Other", "Track"]
    assert screen.board.tracks.cards[0].expected.text() == "no data"
    assert len(screen.board.gates.rows) == 1


def test_an_empty_plan_says_what_to_do_first_and_fills_with_its_first_task(qtbot: QtBot, shown):
    plan = a_plan(a_task("a"))
    screen = shown(plan)
    screen.session.run(remove_task, plan.task("a"))

    assert screen.empty.isVisible()
    with qtbot.waitSignal(screen.screen_asked) as asked:
        qtbot.mouseClick(screen.empty.findChild(QPushButton), LEFT)
    assert asked.args == ["checklist", None]
    screen.session.undo()
    assert screen.board.isVisible()
    qtbot.waitUntil(lambda: not screen.is_busy, timeout=20_000)


@pytest.mark.parametrize("size", [QSize(1256, 776), QSize(916, 580), QSize(1700, 1000)])
def test_nothing_is_wider_than_the_screen(shown, size: QSize):
    screen = shown(size=size)

    right = screen.board.mapTo(screen, QPoint(screen.board.width(), 0)).x()
    assert right <= screen.width()
    for label in screen.board.findChildren(QLabel):
        if label.isVisible():
            assert label.mapTo(screen.board, QPoint(label.width(), 0)).x() <= screen.board.width()


@pytest.mark.parametrize("size", [QSize(1224, 783), QSize(900, 583)])
def test_the_names_of_gates_are_told_whole(shown, size: QSize):
    rows = shown(size=size).board.gates.rows

    cut = [row.name.text() for row in rows if row.name.sizeHint().width() > row.name.width()]
    assert cut == ([] if size.width() > 1000 else ["Story and product checkpoint"])


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_title_over_the_stops_is_told_whole_beside_any_verdict(shown, verdict: Verdict):
    screen = shown(size=QSize(906, 600))
    card = screen.board.unblocks
    card.verdict.show_text(SHORT.get(verdict, verdict.label), "warn")
    card.more.setText("All 38")
    QApplication.processEvents()

    assert card.title.width() >= card.title.sizeHint().width()


def test_with_eight_gates_the_board_fits_into_an_ordinary_window(shown):
    screen = shown(size=QSize(1240, 783))

    assert screen.board.height() <= screen.height()


@pytest.mark.parametrize("opens", ["confidence.more", "unblocks.more", "gates.rows.3"])
def test_what_is_said_of_a_plan_that_does_not_fit_leads_to_its_repairs(qtbot: QtBot, shown, opens: str):
    screen = shown()
    task = screen.session.document.task("sal.crm")
    screen.session.run(change_task, task, {"duration": 20}, date(2026, 10, 12))
    qtbot.waitUntil(lambda: not screen.is_busy, timeout=20_000)
    assert screen.board.confidence.fit.text().endswith("short")

    widget = screen.board
    for step in opens.split("."):
        widget = widget[int(step)] if step.isdigit() else getattr(widget, step)
    qtbot.mouseClick(widget, LEFT)
    lines = screen.explainer.panel.findChild(QWidget, "lines")
    lines.setCurrentItem(lines.topLevelItem(0).child(0))
    assert lines.currentItem().text(0).startswith("The plan does not fit by")
    with qtbot.waitSignal(screen.screen_asked) as asked:
        qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert asked.args == ["timeline", FIT]


def test_everything_that_takes_the_keyboard_has_a_name(shown):
    screen = shown()

    nameless = [
        widget
        for widget in screen.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", lambda: "")()
    ]
    assert nameless == []


def test_tab_goes_from_the_score_over_the_tracks_to_the_gates(qtbot: QtBot, shown):
    screen = shown()
    board = screen.board
    wanted = [board.score.ring, board.score.how, board.confidence.fit, board.confidence.more, board.risks]
    wanted += board.tracks.cards

    widget, seen = screen, []
    for _ in range(400):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            seen.append(widget)
        widget = widget.nextInFocusChain()
    assert seen[: len(wanted)] == wanted
    assert seen.index(board.gates.rows[0]) > seen.index(board.raises.rows[0])


def test_a_large_plan_says_that_a_change_is_not_reckoned_with_until_it_is(shown, qtbot, monkeypatch):
    monkeypatch.setattr("launchpad.ui.overview.screen.SMALL", 0)
    screen = shown()
    before = screen.board.score.ring.scene.words[0].text
    todo = next(task for task in screen.session.document.tasks if task.status is TaskStatus.NOT_STARTED)

    assert screen.session.run(remove_task, todo)
    assert screen.board.score.pill.text() == "Updating…"
    assert screen.board.score.ring.scene.words[0].text == before

    qtbot.waitUntil(lambda: not screen.is_busy, timeout=20_000)
    assert screen.board.score.pill.text() == "G3 at risk"
    assert screen.board.tracks.cards[0].counts.text() != ""
    assert screen._answer.document is screen.session.document


def test_a_large_plan_whose_links_form_a_circle_says_so_later(shown, qtbot, monkeypatch):
    monkeypatch.setattr("launchpad.ui.overview.screen.SMALL", 0)
    screen = shown(a_plan(a_task("a"), a_task("b"), link("a", "b"), link("b", "a")))

    assert screen.trouble.isVisible()


def test_whether_the_plan_fits_is_asked_at_the_timeline(qtbot: QtBot, shown):
    screen = shown()
    with qtbot.waitSignal(screen.screen_asked) as asked:
        qtbot.mouseClick(screen.board.confidence.fit, LEFT)

    assert asked.args == ["timeline", FIT]
