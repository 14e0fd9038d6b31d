"""The wheel over a field turns the page it stands on, never the field's value."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox


class _StillWheel(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()  # so that the page has it
        return True


def keep_still(field: QComboBox | QAbstractSpinBox) -> None:
    """Let nobody change `field` who only wanted to scroll past it; Qt turns it under the wheel by itself."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_StillWheel(field))
