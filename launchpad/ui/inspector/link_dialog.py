"""Changes the type and lag of a link."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from launchpad.domain.enums import LinkType
from launchpad.domain.task import Dependency
from launchpad.domain.values import LONGEST
from launchpad.ui.parts.form_dialog import FormDialog
from launchpad.ui.parts.spin_box import SpinBox

MEANINGS = {
    LinkType.FS: "starts once it is finished",
    LinkType.SS: "starts once it has started",
    LinkType.FF: "finishes once it is finished",
    LinkType.SF: "finishes once it has started",
}


class LinkDialog(FormDialog):
    """Tells the link as it should be."""

    changed = Signal(object)

    def __init__(self, link: Dependency, name: str, parent: QWidget | None = None) -> None:
        super().__init__("Link", "Change the link", head=name, parent=parent)
        self._link = link
        self.type = QComboBox()
        for each, meaning in MEANINGS.items():
            self.type.addItem(f"{each.label.capitalize()}: {meaning}", each)
        self.type.setCurrentIndex(list(MEANINGS).index(link.type))
        self.lag = SpinBox("Lag in days", -LONGEST, LONGEST, " days")
        self.lag.setValue(link.lag)
        self.elapsed = QCheckBox("Calendar days, weekends and holidays included")
        self.elapsed.setChecked(link.elapsed)
        self.add_field("Type of link", self.type)
        self.add_field("Lag", self.lag)
        self.form.addRow(self.elapsed)

    def act(self) -> bool:
        """Tell it."""
        self.lag.interpretText()
        link = replace(
            self._link, type=LinkType(self.type.currentData()), lag=self.lag.value(), elapsed=self.elapsed.isChecked()
        )
        self.changed.emit(link)
        return True
