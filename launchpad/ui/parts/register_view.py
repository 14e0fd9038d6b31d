"""A register on the screen: sorted by its heads, filtered, edited in place, by mouse or keyboard."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from launchpad.domain.row import Row
from launchpad.ui.parts.register_delegate import HIGH, RegisterDelegate
from launchpad.ui.parts.register_model import ROW, SORT, RegisterModel

Index = QModelIndex | QPersistentModelIndex


class RegisterFilter(QSortFilterProxyModel):
    """Keeps the rows that a question says yes to; sorts by what columns are sorted by, gaps last."""

    def __init__(self, model: RegisterModel[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model  # asked for by sourceModel(), PySide takes the model for the proxy's child
        self._keep: Callable[[Any], bool] = _everything
        self.setSortRole(SORT)
        self.setSourceModel(model)

    def keep(self, question: Callable[[Any], bool] | None) -> None:
        """Show only rows for which the answer is yes; None shows all."""
        self.beginFilterChange()
        self._keep = question or _everything
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row is shown."""
        return self._keep(self._model.rows[source_row])

    def lessThan(self, one: Index, other: Index) -> bool:
        """Compare; nothing sorts after something."""
        first, second = one.data(SORT), other.data(SORT)
        if first in (None, "") or second in (None, ""):
            return second in (None, "") and first not in (None, "")
        return bool(first < second)


def _everything(row: Any) -> bool:
    return True


class RegisterView(QTableView):
    """The table; Delete asks to remove the rows chosen, Ctrl+C copies them as a spreadsheet takes them."""

    remove_asked = Signal(list)
    """The rows to be removed."""
    paste_asked = Signal(str)
    """Text was pasted."""
    current_changed = Signal(object)
    """The row that has the keyboard now, or None."""

    def __init__(self, model: RegisterModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register = model
        self.filter = RegisterFilter(model, self)
        self.setModel(self.filter)
        self.setItemDelegate(RegisterDelegate(model, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)  # else the delegate is not told how wide a column is
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows go through its cells
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.resizeRowsToContents)
        self._set_heads()
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._kept: str | None = None
        self._place = 0, 0
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)

    def _set_heads(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HIGH)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setMinimumSectionSize(36)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, column in enumerate(self.register.columns):
            self.setColumnWidth(place, column.width)
        head.sectionResized.connect(self._on_column_resized)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def _on_column_resized(self) -> None:
        self._fitting.start()  # once for all the columns that a window takes along

    def stretch(self, column: int) -> None:
        """Let one column take the room there is."""
        self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    @property
    def current(self) -> Row | None:
        """The row with the keyboard."""
        found = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return found if isinstance(found, Row) else None

    @property
    def chosen(self) -> list[Row]:
        """The rows selected, from top to bottom."""
        indexes = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [index.data(ROW) for index in indexes]

    def go_to(self, row_id: str, column: int = 0) -> bool:
        """Put the keyboard on a row; return whether it is shown."""
        place = self.register.row_of(row_id)
        if place is None:
            return False
        index = self.filter.mapFromSource(self.register.index(place, column))
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, copy, paste; Enter edits."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete and self.chosen:
            self.remove_asked.emit(self.chosen)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._edit_current()  # an editor passes its own Enter on to here
        else:
            super().keyPressEvent(event)

    def _edit_current(self) -> None:
        if self.currentIndex().isValid() and self.state() is not QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())

    def copied(self) -> str:
        """The rows chosen as lines of tab-separated texts, with the heads."""
        columns = self.register.columns
        lines = ["\t".join(column.title for column in columns)]
        for row in self.chosen:
            texts = (" ".join(self.register.text_of(row, column).split()) for column in columns)
            lines.append("\t".join(texts))
        return "\n".join(lines)

    def _on_current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        self.current_changed.emit(now.data(ROW) if now.isValid() else None)

    def _on_about_to_reset(self) -> None:
        current = self.current
        self._kept = current.id if current else None
        self._place = self.currentIndex().row(), max(0, self.currentIndex().column())

    def _on_reset(self) -> None:
        row, column = self._place
        if self._kept is not None and not self.go_to(self._kept, column) and self.filter.rowCount():
            self.setCurrentIndex(self.filter.index(min(row, self.filter.rowCount() - 1), column))
