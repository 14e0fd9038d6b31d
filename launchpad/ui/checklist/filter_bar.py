"""The bar above the checklist: what is shown, how it is grouped, and a button to add a task."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QToolTip, QWidget

from launchpad.ui.checklist.arrangement import Grouping
from launchpad.ui.checklist.filter_help import FilterHelp
from launchpad.ui.checklist.quick_filters import QUICK_FILTERS
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.segments import Segments
from launchpad.ui.theme.icons import icon

NARROW = 1000
"""Pixels of the bar below which it says less."""
NARROWEST = 852
"""Pixels it needs then."""
TIP = "Filter tasks (Ctrl+F): owner:mara due<2w must"


class FilterField(QLineEdit):
    """Where a filter is typed; Escape empties it, Down and Enter go on to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, Down and Enter."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QFrame):
    """Tells what was chosen; the screen decides what it means."""

    filter_changed = Signal()
    grouping_changed = Signal()
    add_asked = Signal()
    columns_asked = Signal()
    left = Signal()
    """The keyboard should go to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_bar")
        self.field = FilterField()
        self.field.setPlaceholderText("Filter tasks")
        self.field.setAccessibleName("Filter tasks")
        self.field.setToolTip(plain_tip(TIP))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.help = self.field.addAction(
            icon("circle-question-mark", "text3"), QLineEdit.ActionPosition.TrailingPosition
        )
        self.help.setToolTip("What can be typed here")
        self.help.triggered.connect(self.open_help)
        self.quick = Segments([(each.name, each.title) for each in QUICK_FILTERS], "Quick filters")
        self.group_label = Label("Group by", tone="text2")
        self.grouping = QComboBox()
        name_choice(self.grouping, "Group by")
        for each in Grouping:
            self.grouping.addItem(each.label, each)
        self.columns = QPushButton(icon("columns-3", "text2"), "")
        self.columns.setProperty("kind", "sign")
        self.columns.setAccessibleName("Columns and sorting")
        self.columns.setToolTip("Columns and sorting (Ctrl+Shift+C)")
        self.add = QPushButton(icon("plus", "on_accent"), "Add task")
        self.add.setProperty("kind", "primary")
        self.add.setAccessibleName("Add task")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.field.setMinimumWidth(130)
        self.field.setMaximumWidth(300)
        layout.addWidget(self.field, 100)
        layout.addWidget(self.quick)
        layout.addStretch(1)
        layout.addWidget(self.group_label)
        layout.addWidget(self.grouping)
        layout.addWidget(self.columns)
        layout.addWidget(self.add)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.filter_changed)
        self.field.left.connect(self.left)
        self.quick.chosen.connect(self.filter_changed)
        self.grouping.currentIndexChanged.connect(self.grouping_changed)
        self.columns.clicked.connect(self.columns_asked)
        self.add.clicked.connect(self.add_asked)

    def minimumSizeHint(self) -> QSize:
        """As little as the fewer words need, so that a window can become narrow at all."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, words go before fields do."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        self.group_label.setVisible(not is_narrow)
        self.add.setText("Add" if is_narrow else "Add task")

    @property
    def chosen_grouping(self) -> Grouping:
        """What the groups are."""
        return Grouping(self.grouping.currentData())

    def show_counts(self, counts: Mapping[str, int], *, is_known: bool) -> None:
        """Say how many each counted filter shows; `is_known` is whether the one who looks is in the plan."""
        for each in QUICK_FILTERS:
            if each.count is not None:
                self.quick.show_title(
                    each.name, f"{each.title} {counts[each.name]}" if counts[each.name] else each.title
                )
        mine = self.quick.button("mine")
        mine.setEnabled(is_known)
        mine.setToolTip("" if is_known else "Nobody in this plan has your name. Settings say what it is.")

    def show_error(self, sentence: str) -> None:
        """Mark the typed filter as one that cannot be read and say why below it, or as fine."""
        self.field.setProperty("state", "wrong" if sentence else "")
        self.field.style().polish(self.field)
        self.field.setToolTip(plain_tip(sentence or TIP))
        place = self.field.mapToGlobal(QPoint(0, self.field.height() // 2))
        QToolTip.showText(place, plain_tip(sentence) if sentence else "", self.field)

    def open_help(self) -> None:
        """Show what can be typed."""
        popup = FilterHelp(self)
        popup.chosen.connect(self._on_example)
        popup.move(self.field.mapToGlobal(QPoint(0, self.field.height() + 4)))
        popup.show()

    def _on_example(self, text: str) -> None:
        typed = self.field.text().strip()
        self.field.setText(f"{typed} {text}".strip())
        self.field.setFocus()
