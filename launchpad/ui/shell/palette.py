"""The palette: type a few letters of any action, screen or task, press Enter, and be there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from launchpad.ui.parts.label import Label
from launchpad.ui.shell.fuzzy import best
from launchpad.ui.shell.palette_list import ROW, Found, FoundDelegate, FoundModel

WIDE = 620
MOST = 50
ROWS = 10
"""Rows shown without scrolling."""
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}


class Palette(QFrame):
    """Lies over its window while it is open; closes by Esc, a choice, or when the hand goes elsewhere."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("palette")
        self.setAccessibleName("Go to anything")
        self._things: Sequence[Found] = ()
        self._texts: list[str] = []
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText("Search tasks and commands")
        self.field.setAccessibleName("Search tasks and commands")
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.model = FoundModel()
        self.list = QListView()
        self.list.setAccessibleName("Found")
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self._nothing = Label("Nothing is called that.", tone="text2")
        self._nothing.setContentsMargins(16, 10, 16, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 6)
        layout.setSpacing(5)
        for widget in (self.field, self.list, self._nothing):
            layout.addWidget(widget)
        self.hide()

    def ask(self, things: Sequence[Found]) -> None:
        """Open with everything there is."""
        self._things = things
        self._texts = [f"{thing.title}\n{thing.detail}".lower().replace(" · ", "\n") for thing in things]
        self._before = self._window.focusWidget()
        self.field.clear()
        self._on_typed("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Close, and give the keyboard back to where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus()

    def _on_typed(self, text: str) -> None:
        self.model.show([self._things[place] for place in best(text, self._texts, MOST)])
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setVisible(self.model.rowCount() > 0)
        self._nothing.setVisible(self.model.rowCount() == 0)
        self.place()

    def place(self) -> None:
        """Find the place over the window, whatever its size is now."""
        window = self._window
        wide = min(WIDE, window.width() - 32)
        self.list.setFixedHeight(ROW * min(ROWS, self.model.rowCount()))
        self.setGeometry(QRect((window.width() - wide) // 2, min(96, window.height() // 8), wide, 10))
        self.setFixedWidth(wide)
        self.adjustSize()

    def _run(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            thing = self.model.at(row)
            self.put_away()
            thing.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that choose, and focus that leaves."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self._before = None
            self.hide()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex().row())
        elif key in STEPS and self.model.rowCount():
            row = self.list.currentIndex().row() + STEPS[key]
            last = self.model.rowCount() - 1
            row = row % (last + 1) if abs(STEPS[key]) == 1 else min(max(row, 0), last)
            self.list.setCurrentIndex(self.model.index(row))
        else:
            return False
        return True
