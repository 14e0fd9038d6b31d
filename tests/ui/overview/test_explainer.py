"""The panel that opens beside the overview: what a number is made of, line by line."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from launchpad.domain.enums import Criticality
from launchpad.domain.ids import RiskId
from launchpad.domain.register import Risk
from launchpad.domain.task import Task
from launchpad.ui.overview.explanation import TASK
from launchpad.ui.overview.panel import WAY
from launchpad.ui.overview.screen import OverviewScreen
from tests.builders import a_plan, a_task

LEFT = Qt.MouseButton.LeftButton


def panel_texts(screen: OverviewScreen) -> list[str]:
    view = screen.explainer.panel.findChild(QWidget, "lines")
    texts: list[str] = []

    def walk(item: object) -> None:
        texts.append(" | ".join(item.text(column) for column in (0, 1)))  # type: ignore[attr-defined]
        for place in range(item.childCount()):  # type: ignore[attr-defined]
            walk(item.child(place))  # type: ignore[attr-defined]

    for place in range(view.topLevelItemCount()):  # type: ignore[union-attr]
        walk(view.topLevelItem(place))  # type: ignore[union-attr]
    return texts


def test_how_is_this_scored_opens_tracks_risks_and_factors_and_esc_gives_the_keyboard_back(qtbot: QtBot, shown):
    screen = shown()
    screen.activateWindow()
    screen.board.score.how.setFocus()

    qtbot.keyClick(screen.board.score.how, Qt.Key.Key_Space)

    lines = panel_texts(screen)
    assert screen.explainer.panel.title == "How this is scored"
    assert "Readiness | 48.6" in lines
    assert "Engineering readiness | 30.4" in lines
    assert any(line.startswith("R-01 Old version 2 projects") and line.endswith("−6") for line in lines)
    assert "10 working days late: × 0.5 | " in lines
    assert "Complete the security review | × 0.5" in lines
    qtbot.keyClick(screen.explainer.panel.findChild(QWidget, "lines"), Qt.Key.Key_Escape)
    assert not screen.explainer.panel.isVisible()


def test_a_line_of_the_panel_leads_to_its_task(qtbot: QtBot, shown):
    screen = shown()
    qtbot.mouseClick(screen.board.unblocks.more, LEFT)
    view = screen.explainer.panel.findChild(QWidget, "lines")
    item = view.topLevelItem(0).child(0)

    with qtbot.waitSignal(screen.task_asked) as asked:
        view.setCurrentItem(item)
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert (TASK, *asked.args) == tuple(item.data(0, WAY))


def lines_of(screen: OverviewScreen) -> QTreeWidget:
    view = screen.explainer.panel.findChild(QTreeWidget, "lines")
    assert view is not None
    return view


def line_that_starts(screen: OverviewScreen, text: str) -> QTreeWidgetItem:
    found = lines_of(screen).findItems(text, Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)
    assert found, f"no line starts with {text}"
    return found[0]


def click(qtbot: QtBot, item: QTreeWidgetItem) -> None:
    view = item.treeWidget()
    view.scrollToItem(item)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualItemRect(item).center())


def test_one_click_on_a_line_of_the_panel_leads_to_its_task(qtbot: QtBot, shown):
    screen = shown()
    qtbot.mouseClick(screen.board.raises.more, LEFT)

    with qtbot.waitSignal(screen.task_asked) as asked:
        click(qtbot, line_that_starts(screen, "Rehearse the rollback"))

    assert screen.session.document.table(Task)[asked.args[0]].title == "Rehearse the rollback"


def test_the_number_of_a_track_says_what_it_is_made_of_and_its_card_leads_to_the_checklist(qtbot: QtBot, shown):
    screen = shown()
    card = screen.board.tracks.cards[2]

    with qtbot.assertNotEmitted(screen.screen_asked):
        qtbot.mouseClick(card.score, LEFT)

    assert screen.explainer.panel.title == "Engineering readiness"


def test_a_track_of_the_score_opens_what_it_earns(qtbot: QtBot, shown):
    screen = shown()
    screen.explain_score()
    click(qtbot, line_that_starts(screen, "Engineering readiness"))

    assert screen.explainer.panel.title == "Engineering readiness"


def test_a_click_on_a_heading_of_the_panel_closes_what_is_below(qtbot: QtBot, shown):
    screen = shown()
    screen.explain_score()
    click(qtbot, line_that_starts(screen, "In short"))

    assert not line_that_starts(screen, "In short").isExpanded()


def test_what_is_due_after_launch_is_told_where_a_track_is_explained(qtbot: QtBot, shown):
    screen = shown()
    qtbot.mouseClick(screen.board.tracks.cards[0].score, LEFT)

    assert "4 more tasks of this track are due after launch | " in panel_texts(screen)


def test_a_gate_lists_what_its_count_is_made_of(qtbot: QtBot, shown):
    screen = shown()
    qtbot.mouseClick(screen.board.gates.rows[3], LEFT)
    section = line_that_starts(screen, "19 of 52 due here are done and proven")

    assert section.childCount() == 52 - 19
    assert section.data(0, WAY) is None
    with qtbot.waitSignal(screen.task_asked):
        section.setExpanded(True)
        click(qtbot, line_that_starts(screen, "Complete the security review"))


def test_a_stop_that_is_no_task_leads_to_where_it_is_settled(qtbot: QtBot, shown):
    severe = Risk(id=RiskId("risk:R-01"), key="R-01", title="The vendor closes", probability=5, impact=5)
    screen = shown(a_plan(a_task("brief", criticality=Criticality.SHOULD), severe))

    with qtbot.waitSignal(screen.screen_asked) as asked:
        row = next(row for row in screen.board.unblocks.rows if row.pill.text() == "risk")
        qtbot.mouseClick(row, LEFT)

    assert asked.args == ["risks", "risk:R-01"]


@pytest.mark.parametrize("explain", ["explain_score", "explain_stops", "explain_gains", "explain_date"])
def test_no_line_of_the_panel_is_cut(shown, explain: str):
    screen = shown()
    getattr(screen, explain)()
    view = lines_of(screen)
    items = view.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    cut = []
    for item in items:
        room = view.visualItemRect(item)
        if room.isValid():
            metrics = QFontMetrics(item.font(0) if item.data(0, Qt.ItemDataRole.FontRole) else view.font())
            wide = view.columnWidth(0) - (0 if item.isFirstColumnSpanned() else 2 * 14) - 8
            needed = metrics.boundingRect(QRect(0, 0, wide, 9999), Qt.TextFlag.TextWordWrap, item.text(0))
            cut += [item.text(0)] if needed.height() > room.height() else []

    assert cut == []


@pytest.mark.parametrize("link", ["raises", "unblocks", "curve", "confidence"])
def test_every_link_opens_what_its_number_is_made_of(qtbot: QtBot, shown, link: str):
    screen = shown()

    qtbot.mouseClick(getattr(screen.board, link).more, LEFT)

    assert screen.explainer.panel.isVisible()
    assert len(panel_texts(screen)) > 3


def test_a_gate_opens_its_verdict_stops_and_sign_offs(qtbot: QtBot, shown):
    screen = shown()

    qtbot.mouseClick(screen.board.gates.rows[3], LEFT)

    assert screen.explainer.panel.title == "G3 Readiness checkpoint"
    texts = [label.text() for label in screen.explainer.panel.findChildren(QLabel)]
    assert any("If decided today: No-go." in text for text in texts)
    assert any(line.startswith("Sign-offs") for line in panel_texts(screen))
