"""The small editor of a picked link: its type and lag, and a button that removes it."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchpad.domain.enums import LinkType
from launchpad.domain.task import Dependency
from launchpad.domain.values import LONGEST
from launchpad.ui.inspector.link_dialog import MEANINGS
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.elided import ElidedLabel
from launchpad.ui.parts.spin_box import SpinBox

WIDE = 380


class LinkEditor(QFrame):
    """Stands beside a picked link; tells what the link should be as soon as it is said."""

    changed = Signal()
    removed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("link_editor")
        self.setAccessibleName("Link")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.link: Dependency | None = None
        self.title = ElidedLabel(weight=600)
        self.type = QComboBox()
        name_choice(self.type, "Type of link")
        for each, meaning in MEANINGS.items():
            self.type.addItem(f"{each.label.capitalize()}: {meaning}", each)
        self.lag = SpinBox("Lag in days", -LONGEST, LONGEST, " days")
        self.lag.setKeyboardTracking(True)
        self.elapsed = QCheckBox("Calendar days")
        self.remove = QPushButton("Remove")
        self.remove.setAccessibleName("Remove the link")
        self._lay_out()
        self.type.currentIndexChanged.connect(self.changed)
        self.lag.valueChanged.connect(self.changed)
        self.elapsed.toggled.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        self.setFixedWidth(WIDE)
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.lag)
        line.addWidget(self.elapsed)
        line.addStretch(1)
        line.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.type)
        layout.addLayout(line)

    def show_link(self, link: Dependency, title: str) -> None:
        """Show a link as it is."""
        self.link = link
        self.title.setText(title)
        blockers = [QSignalBlocker(each) for each in (self.type, self.lag, self.elapsed)]
        self.type.setCurrentIndex(list(MEANINGS).index(link.type))
        if self.lag.value() != link.lag:
            self.lag.setValue(link.lag)
        self.elapsed.setChecked(link.elapsed)
        del blockers

    @property
    def wanted(self) -> tuple[LinkType, int, bool]:
        """Type, lag and whether the lag counts calendar days, as they should be."""
        return LinkType(self.type.currentData()), self.lag.value(), self.elapsed.isChecked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Enter go back to the chart."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
