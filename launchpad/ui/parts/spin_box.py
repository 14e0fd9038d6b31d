"""A box for a whole number."""

from PySide6.QtWidgets import QSpinBox, QWidget

from launchpad.ui.parts.still_wheel import keep_still


class SpinBox(QSpinBox):
    """A number from `low` to `high`; `name` is what a screen reader says. It tells typed numbers once finished."""

    def __init__(self, name: str, low: int, high: int, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setSuffix(suffix)
        self.setKeyboardTracking(False)
        keep_still(self)
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # Qt forgets the style sheet's left padding in a spin box
