"""The panel beside the overview that says what a number is made of."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from launchpad.ui.overview.explanation import (
    FIT,
    REGISTER,
    REVIEWS,
    SCORE,
    TASK,
    TRACK,
    Explanation,
    Line,
    Section,
    Way,
)
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.sign_button import sign_button
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color

WIDE = 420
"""Pixels of the panel."""
INDENT = 14
TEXT_WIDE, NOTE_WIDE = 260, 310
"""Pixels that a line's words have at least beside its value, and those of a note below it."""
LINE, PAD = 16, 12
"""Pixels of a line of words, and above and below them."""
WAY = int(Qt.ItemDataRole.UserRole)
"""The role of the way a line leads."""
OPENS = {
    TASK: "the task",
    TRACK: "what the track earns",
    REGISTER: "its register",
    REVIEWS: "the reviews",
    SCORE: "how the score is made",
    FIT: "what would make it fit",
}
"""What a screen reader says of a line that leads somewhere."""
ON_CLICK = QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick


class ExplanationPanel(QFrame):
    """Shows one explanation; Esc closes it, a line about a task leads there."""

    asked = Signal(object)
    """The Way of a line that was clicked."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Explanation")
        self._title = Label("", px=15, weight=600, wrap=True)
        self._text = Label("", tone="text2", wrap=True)
        self._lines = _lines_view()
        self._lines.itemActivated.connect(self._on_activated)
        self._lines.itemClicked.connect(self._on_clicked)
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
        way = item.data(0, WAY)
        if way is not None:
            self.asked.emit(Way(*way))

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        if item.parent() is None:
            item.setExpanded(not item.isExpanded())
        elif not self.style().styleHint(ON_CLICK, None, self._lines):  # where a click activates, it did already
            self._on_activated(item)


class _Lines(QTreeWidget):
    """A click is enough; a second one at once means no more than the first."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


def _lines_view() -> QTreeWidget:
    view = _Lines()
    view.setObjectName("lines")
    view.setColumnCount(2)
    view.setHeaderHidden(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setIndentation(INDENT)
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
    _make_room(item, font(), TEXT_WIDE)
    if line.tip:
        item.setData(0, int(Qt.ItemDataRole.ToolTipRole), plain_tip(line.tip))
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setFont(1, font(13, 500, tabular=True))
    item.setData(0, WAY, line.way)
    if line.way is not None:
        item.setForeground(0, color("accent"))
        said = f"{line.text}, {line.value}. Enter opens {OPENS[line.way.kind]}."
        item.setData(0, int(Qt.ItemDataRole.AccessibleTextRole), said)
    if line.note:
        note = QTreeWidgetItem(item, [line.note])
        note.setFirstColumnSpanned(True)
        note.setForeground(0, color("text2"))
        note.setFont(0, font(12))
        _make_room(note, font(12), NOTE_WIDE)
        note.setData(0, WAY, line.way)
        item.setExpanded(True)


def _make_room(item: QTreeWidgetItem, words: QFont, wide: int) -> None:
    """Give words that do not fit into one line the lines they need; the style knows lines of one height only."""
    box = QFontMetrics(words).boundingRect(QRect(0, 0, wide, 10_000), Qt.TextFlag.TextWordWrap, item.text(0))
    lines = -(-box.height() // LINE)
    if lines > 1:
        item.setSizeHint(0, QSize(wide, lines * LINE + PAD))
