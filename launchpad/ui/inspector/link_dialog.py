"""Changes the type and lag of a link."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from launchpad.domain.enums import LinkType
from launchpad.domain.task import Dependency
from launchpad.domain.values import LONGEST
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.spin_box import SpinBox

MEANINGS = {
    LinkType.FS: "starts once it is finished",
    LinkType.SS: "starts once it has started",
    LinkType.FF: "finishes once it is finished",
    LinkType.SF: "finishes once it has started",
}


class LinkDialog(QDialog):
    """Tells the link as it should be."""

    changed = Signal(object)

    def __init__(self, link: Dependency, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Link")
        self._link = link
        self.type = QComboBox()
        self.type.setAccessibleName("Type of link")
        for each, meaning in MEANINGS.items():
            self.type.addItem(f"{each.label.capitalize()}: {meaning}", each)
        self.type.setCurrentIndex(list(MEANINGS).index(link.type))
        self.lag = SpinBox("Lag in days", -LONGEST, LONGEST, " days")
        self.lag.setValue(link.lag)
        self.elapsed = QCheckBox("Calendar days, weekends and holidays included")
        self.elapsed.setChecked(link.elapsed)
        form = QFormLayout()
        form.addRow(Label("Type", tone="text2"), self.type)
        form.addRow(Label("Lag", tone="text2"), self.lag)
        form.addRow("", self.elapsed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(name, px=15, weight=600, wrap=True))
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)

    def _on_accepted(self) -> None:
        self.lag.interpretText()
        link = replace(
            self._link, type=LinkType(self.type.currentData()), lag=self.lag.value(), elapsed=self.elapsed.isChecked()
        )
        self.changed.emit(link)
        self.accept()
