"""A percentage as a bar and a number."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from launchpad.ui.parts.meter import Meter
from launchpad.ui.parts.spin_box import SpinBox


class ProgressField(QWidget):
    """The number is edited, the bar follows it at once."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.meter = Meter(label)
        self.spin = SpinBox(label, 0, 100, " %")
        self.spin.setSingleStep(5)
        self.spin.setFixedWidth(76)
        self.spin.setProperty("kind", "flat")
        self.spin.valueChanged.connect(self.show_bar)
        self.setFocusProxy(self.spin)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(self.meter, 1)
        layout.addWidget(self.spin)

    def show_bar(self) -> None:
        """Let the bar show the number."""
        self.meter.show_value(self.spin.value(), None, "ok" if self.spin.value() == 100 else "info")
