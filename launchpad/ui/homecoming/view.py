"""The list of changes on the screen: arrows move, M keeps mine, T takes theirs, Space changes its mind."""

from collections.abc import Collection

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from launchpad.app.homecoming.decisions import Choice
from launchpad.ui.homecoming.cells import HIGH, ChangeDelegate, widest_choice
from launchpad.ui.homecoming.lines import Line
from launchpad.ui.homecoming.table import BASE, CHOICE, DECISION, FIELD, KIND, LINE, MINE, TASK, THEIRS, ChangesModel

WIDTHS = {TASK: 252, FIELD: 112, BASE: 116, MINE: 116, KIND: 116}
NARROW = {TASK: 220, FIELD: 90, BASE: 116, MINE: 94, KIND: 112}
"""Pixels of the columns where there is room, and where there is less than ROOMY."""
ROOMY = 1100
Flag = QItemSelectionModel.SelectionFlag
HELP = "M keeps mine, T takes theirs, Space changes the choice, Enter goes to what is not decided."
DECIDING = {
    Qt.Key.Key_M: Choice.MINE,
    Qt.Key.Key_Left: Choice.MINE,
    Qt.Key.Key_T: Choice.THEIRS,
    Qt.Key.Key_Right: Choice.THEIRS,
}


class ChangesView(QTableView):
    """Shows a ChangesModel; what is decided in it goes straight into the decisions."""

    line_changed = Signal(object)
    """The line that has the keyboard now, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Changes in the workbook")
        self.setAccessibleDescription(HELP)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HIGH)
        delegate = ChangeDelegate(self)
        delegate.chosen.connect(self._on_chosen)
        self.setItemDelegate(delegate)
        self._model: ChangesModel | None = None

    def show_model(self, model: ChangesModel) -> None:
        """Show the lines of a workbook."""
        self._model = model
        self.setModel(model)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(60)
        self.setColumnWidth(DECISION, widest_choice())
        self._fit()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(THEIRS, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        model.modelReset.connect(self._go_to_first)
        self._go_to_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the spreadsheet’s side room where there is little."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for column, width in (WIDTHS if self.width() >= ROOMY else NARROW).items():
            self.setColumnWidth(column, width)

    def _go_to_first(self) -> None:
        if self._model is not None and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, TASK))
        else:
            self.line_changed.emit(None)

    @property
    def rows(self) -> list[int]:
        """The rows selected."""
        return [index.row() for index in self.selectionModel().selectedRows()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide; anything else moves."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._model is None or not plain:
            super().keyPressEvent(event)
        elif key in DECIDING:
            self._model.choose(self.rows, DECIDING[key])
        elif key == Qt.Key.Key_Space:
            self._turn()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.go_to_open():
            return
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        """Choose the other side of what the current line has."""
        now = self.currentIndex().data(CHOICE)
        if self._model is not None and now is not None:
            self._model.choose(self.rows, Choice.MINE if now is Choice.THEIRS else Choice.THEIRS)

    def select(self, places: Collection[int]) -> bool:
        """Select the lines of some proposals; return whether all of them are shown."""
        model, chosen = self._model, self.selectionModel()
        rows = [row for row, line in enumerate(model.lines) if line.place in places] if model is not None else []
        if model is None or len(rows) < len(places):
            return False
        self.setCurrentIndex(model.index(rows[0], TASK))
        for row in rows:
            chosen.select(model.index(row, TASK), Flag.Select | Flag.Rows)
        return True

    def go_to_open(self) -> bool:
        """Go to the next line nobody decided about; return whether there is one."""
        model = self._model
        if model is None or not model.rowCount():
            return False
        found = model.next_open(max(self.currentIndex().row(), 0))
        if found is None:
            return False
        self.setCurrentIndex(model.index(found, TASK))
        return True

    def _on_chosen(self, row: int, choice: Choice) -> None:
        if self._model is not None:
            self._model.choose([row], choice)

    def _on_current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        line: Line | None = now.data(LINE) if now.isValid() else None
        self.line_changed.emit(line)
