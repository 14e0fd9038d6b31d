"""Home's table as a widget: rows to open, pin, find again or take off the list."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QMenu, QPushButton, QTableView, QWidget

from launchpad.app.launch_card import BrokenCard
from launchpad.ui.home.launch_delegate import HEIGHT, PAD, LaunchDelegate
from launchpad.ui.home.launch_table import Column, LaunchTable
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip

WIDTHS = {Column.DATE: 150, Column.READINESS: 240, Column.VERDICT: 160, Column.CONFIDENCE: 150, Column.PIN: 44}
NARROW_WIDTHS = {Column.DATE: 138, Column.READINESS: 176, Column.VERDICT: 132, Column.CONFIDENCE: 128, Column.PIN: 36}
"""Pixels of the columns that do not stretch."""
NARROW = 1000
"""Pixels of a table with little room."""


class LaunchView(QTableView):
    """Enter or a double click opens a launch, P pins it, Delete takes it off the list."""

    open_asked = Signal(object)
    """The path of a launch to open."""
    pin_asked = Signal(object, bool)
    """A path, and whether it is to be pinned."""
    forget_asked = Signal(object)
    """The path to take off the list."""
    find_asked = Signal(object)
    """The path of a file that is to be looked for elsewhere."""

    def __init__(self, model: LaunchTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._launches = model
        self.setModel(model)
        self.setAccessibleName("Launches")
        self._dress()
        delegate = LaunchDelegate(self)
        delegate.pin_asked.connect(self._on_pin_clicked)
        self.setItemDelegate(delegate)
        self.doubleClicked.connect(self._on_double_clicked)
        self.customContextMenuRequested.connect(self._on_menu_asked)
        model.modelReset.connect(self._show_problems)
        model.dataChanged.connect(self._on_data_changed)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setStyleSheet(f"QHeaderView::section:first {{ padding-left: {PAD}px; }}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the names of launches have it."""
        is_narrow = event.size().width() < NARROW
        self._launches.shorten_headers(is_narrow)
        for column, width in (NARROW_WIDTHS if is_narrow else WIDTHS).items():
            self.setColumnWidth(column, width)
        super().resizeEvent(event)

    def content_height(self) -> int:
        """Pixels of all rows with their header."""
        return self.horizontalHeader().sizeHint().height() + HEIGHT * self._launches.rowCount()

    def path(self, row: int) -> Path:
        """The file in a row."""
        return self._launches.file(row).path

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys act on the current launch."""
        row = self.currentIndex().row()
        actions = {
            Qt.Key.Key_Return: self._open,
            Qt.Key.Key_Enter: self._open,
            Qt.Key.Key_P: self._on_pin_clicked,
            Qt.Key.Key_Delete: self._forget,
        }
        action = actions.get(Qt.Key(event.key()))
        if action is None or row < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        action(row)

    def _open(self, row: int) -> None:
        card = self._launches.card(row)
        if isinstance(card, BrokenCard) and card.is_missing:
            self.find_asked.emit(self.path(row))
        else:
            self.open_asked.emit(self.path(row))

    def _forget(self, row: int) -> None:
        self.forget_asked.emit(self.path(row))

    def _on_pin_clicked(self, row: int) -> None:
        self.pin_asked.emit(self.path(row), not self._launches.file(row).pinned)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() != Column.PIN:
            self._open(index.row())

    def _on_menu_asked(self, at: QPoint) -> None:
        row = self.indexAt(at).row()
        if row >= 0:
            self.menu(row).popup(self.viewport().mapToGlobal(at))

    def menu(self, row: int) -> QMenu:
        """What can be done with the launch in a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        file = self._launches.file(row)
        self._add(menu, "Open", "Return", partial(self._open, row))
        self._add(menu, "Unpin" if file.pinned else "Pin to the top", "P", partial(self._on_pin_clicked, row))
        menu.addSeparator()
        card = self._launches.card(row)
        if isinstance(card, BrokenCard) and card.is_missing:
            self._add(menu, "Find the file…", "", partial(self.find_asked.emit, file.path))
        self._add(menu, "Remove from list", "Del", partial(self._forget, row))
        return menu

    def _add(self, menu: QMenu, text: str, key: str, asked: "partial[None]") -> None:
        action = QAction(text, menu)
        action.setShortcut(key)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: asked())
        menu.addAction(action)

    def _on_data_changed(self, first: QModelIndex, _last: QModelIndex) -> None:
        self._show_problem(first.row())

    def _show_problems(self) -> None:
        self.clearSpans()
        for row in range(self._launches.rowCount()):
            self._show_problem(row)

    def _show_problem(self, row: int) -> None:
        card = self._launches.card(row)
        index = self._launches.index(row, Column.DATE)
        broken = isinstance(card, BrokenCard)
        if broken != (self.indexWidget(index) is not None):
            width = Column.PIN - Column.DATE if broken else 1
            if width > 1 or self.columnSpan(row, Column.DATE) > 1:
                self.setSpan(row, Column.DATE, 1, width)
            self.setIndexWidget(index, self._problem(card) if isinstance(card, BrokenCard) else None)  # type: ignore[arg-type]

    def _problem(self, card: BrokenCard) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(4, 0, 8, 1)
        label = Label(card.problem, tone="bad", px=12, wrap=True)
        label.setToolTip(plain_tip(card.problem))
        layout.addWidget(label, 1)
        if card.is_missing:
            layout.addWidget(self._button("Find it…", partial(self.find_asked.emit, card.path)))
        layout.addWidget(self._button("Remove from list", partial(self.forget_asked.emit, card.path)))
        return line

    def _button(self, text: str, asked: "partial[None]") -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "link")
        button.clicked.connect(lambda _checked=False: asked())
        return button
