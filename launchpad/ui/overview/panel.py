"""The panel beside the overview that says what a number is made of."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from launchpad.ui.overview.explanation import Explanation, Line, Section
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.sign_button import sign_button
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color

WIDE = 420
"""Pixels of the panel."""
TASK = int(Qt.ItemDataRole.UserRole)
FIT = TASK + 1
"""Roles of a line: the task it leads to, and whether it leads to how the plan fits."""


class ExplanationPanel(QFrame):
    """Shows one explanation; Esc closes it, a line about a task leads there."""

    task_asked = Signal(str)
    fit_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Explanation")
        self._title = Label("", px=15, weight=600, wrap=True)
        self._text = Label("", tone="text2", wrap=True)
        self._lines = _lines_view()
        self._lines.itemActivated.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 8, 8)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close_button(), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self._text)
        layout.addWidget(self._lines, 1)
        self.hide()

    def _close_button(self) -> QToolButton:
        button = sign_button("x", "Close the explanation", "Close (Esc)", "text2")
        button.clicked.connect(self.close_it)
        return button

    def explain(self, explanation: Explanation) -> None:
        """Show an explanation and take the keyboard."""
        self._title.setText(explanation.title)
        self._text.setText(explanation.text)
        self._lines.clear()
        for section in explanation.sections:
            if section.lines:
                self._add(section)
        self.show()
        self.raise_()
        self._lines.setFocus()
        if (first := self._lines.topLevelItem(0)) is not None:
            self._lines.setCurrentItem(first)

    @property
    def title(self) -> str:
        """What is being explained."""
        return self._title.text()

    def close_it(self) -> None:
        """Go away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a sheet with a line on its left."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), color("surface"))
            painter.fillRect(0, 0, 1, self.height(), color("line"))

    def _add(self, section: Section) -> None:
        top = QTreeWidgetItem(self._lines, [section.title, section.value])
        top.setFont(0, font(13, 600))
        top.setFont(1, font(13, 600, tabular=True))
        top.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for line in section.lines:
            _add_line(top, line)
        top.setExpanded(section.is_open)

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        task = item.data(0, TASK)
        if task:
            self.task_asked.emit(task)
        elif item.data(0, FIT):
            self.fit_asked.emit()


def _lines_view() -> QTreeWidget:
    view = QTreeWidget()
    view.setObjectName("lines")
    view.setColumnCount(2)
    view.setHeaderHidden(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setIndentation(14)
    view.setWordWrap(True)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.header().setStretchLastSection(False)
    view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    view.setAccessibleName("What it is made of")
    return view


def _add_line(top: QTreeWidgetItem, line: Line) -> None:
    item = QTreeWidgetItem(top, [line.text, line.value])
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setFont(1, font(13, 500, tabular=True))
    item.setData(0, TASK, line.task)
    item.setData(0, FIT, line.is_fit)
    if line.task or line.is_fit:
        item.setForeground(0, color("accent"))
        what = "the task" if line.task else "what would make it fit"
        item.setData(0, int(Qt.ItemDataRole.AccessibleTextRole), f"{line.text}, {line.value}. Enter opens {what}.")
    if line.note:
        note = QTreeWidgetItem(item, [line.note])
        note.setFirstColumnSpanned(True)
        note.setForeground(0, color("text2"))
        note.setFont(0, font(12))
        note.setData(0, TASK, line.task)
        note.setData(0, FIT, line.is_fit)
        item.setExpanded(True)
