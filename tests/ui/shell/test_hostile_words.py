"""Words of a plan are words: whatever they look like, no label, dialog or tip draws them as markup and reaches out."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QTextEdit, QWidget

from launchpad.app.new_launch import sample
from launchpad.domain.document import Document
from launchpad.domain.row import Row
from launchpad.ui.shell.messages import tell
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.shell.window import MainWindow

PICTURE = '<img src="//host/share/x.png">'
WORDS = {"title", "name", "note", "acceptance", "deliverable", "help", "description", "text", "summary", "product"}
WORDS |= {"company", "mitigation", "reason", "trigger", "statement", "question", "answer", "promise", "role", "unit"}
NOWHERE = QModelIndex()
TURNING = "\u202e"
"""Turns the order of reading around until the end of the line."""
MOST = 60
"""Lines of a table that are looked at."""


def hostile(row: Row, words: str = PICTURE) -> Row:
    changed = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name in WORDS and type(value) is str and value:  # no enumeration
            changed[field.name] = f"{words}{value}"[:200]
    return replace(row, **changed) if changed else row


@pytest.fixture
def window(opened: Callable[..., MainWindow], launch_file: Callable[..., Path]) -> MainWindow:
    return opened(launch_file(Document(hostile(row) for row in sample())))


@pytest.fixture
def turned(opened: Callable[..., MainWindow], launch_file: Callable[..., Path]) -> MainWindow:
    return opened(launch_file(Document(hostile(row, TURNING) for row in sample())))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that our own painters draw."""
    texts: list[str] = []
    draw: Callable[..., object] = QPainter.drawText

    def drawing(painter: QPainter, *given: object) -> object:
        texts.extend(each for each in given if isinstance(each, str))
        return draw(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", drawing)
    return texts


def said(root: QWidget) -> Iterator[str]:
    """What labels, buttons, lists and tables show."""
    yield root.windowTitle()
    for widget in root.findChildren(QWidget):
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
    for view in root.findChildren(QAbstractItemView):
        if view.model():
            for index in cells(view.model()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    yield str(index.data(role) or "")


def drawn_as_markup(root: QWidget) -> Iterator[str]:
    """What a reader of markup would take for a picture."""
    for label in root.findChildren(QLabel):
        is_plain = label.textFormat() == Qt.TextFormat.PlainText
        if not is_plain and "<img" in label.text():
            yield f"{type(label).__name__} {label.objectName()}: {label.text()[:60]}"
    for edit in root.findChildren(QTextEdit):
        if "\ufffc" in edit.toPlainText():
            yield f"{type(edit).__name__} holds a picture"
    for widget in [root, *root.findChildren(QWidget)]:
        for words in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
            if "<img" in words:
                yield f"tip of {type(widget).__name__}: {words[:60]}"
    for view in root.findChildren(QAbstractItemView):
        if view.model():
            yield from tips_of(view)


def tips_of(view: QAbstractItemView) -> Iterator[str]:
    for index in cells(view.model()):
        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        if isinstance(tip, str) and "<img" in tip:
            yield f"tip in {type(view).__name__}: {tip[:60]}"


def cells(model: QAbstractItemModel, parent: QModelIndex = NOWHERE) -> Iterator[QModelIndex]:
    """Some rows of a model, and what stands below them."""
    if isinstance(model, QAbstractListModel):
        yield from (model.index(row, 0) for row in range(min(model.rowCount(parent), MOST)))
        return
    for row in range(min(model.rowCount(parent), MOST)):
        yield from (model.index(row, column, parent) for column in range(model.columnCount(parent)))
        yield from cells(model, model.index(row, 0, parent))


@pytest.mark.parametrize("screen", [entry.name for entry in SCREENS])
def test_no_screen_draws_the_words_of_a_plan_as_markup(window: MainWindow, screen: str) -> None:
    window.go(screen)
    QTest.qWait(150)

    assert [*drawn_as_markup(window)] == []


def test_the_words_are_there_to_be_drawn(window: MainWindow) -> None:
    """Without this the test above could be blind."""
    window.go("overview")
    QTest.qWait(150)
    seen = [label for label in window.findChildren(QLabel) if "<img" in label.text()]
    careless = QLabel(PICTURE, window)
    careless.setToolTip(PICTURE)

    assert len(seen) > 10
    assert len([*drawn_as_markup(window)]) == 2


def test_no_dialog_draws_what_it_says_as_markup(window: MainWindow) -> None:
    box = tell(window, PICTURE, PICTURE)

    assert [*drawn_as_markup(box)] == []
    box.close()


@pytest.mark.parametrize("screen", [entry.name for entry in SCREENS])
def test_no_screen_lets_a_name_turn_the_order_of_reading(turned: MainWindow, drawn: list[str], screen: str) -> None:
    turned.go(screen)
    QTest.qWait(150)
    turned.grab()

    assert [text for text in said(turned) if TURNING in text] == []
    assert [text for text in drawn if TURNING in text] == []


def test_names_that_turn_are_there_to_be_shown(turned: MainWindow, drawn: list[str]) -> None:
    """Without this the test above could be blind."""
    turned.go("checklist")
    QTest.qWait(150)
    turned.grab()

    assert any("\ufffdHold the kickoff" in text for text in drawn)
    assert sum("\ufffd" in text for text in said(turned)) > 100
