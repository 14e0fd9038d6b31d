"""The wheel over a field turns the page it stands on, never the field's value."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox


def keep_still(field: QComboBox | QAbstractSpinBox) -> None:
    """Let nobody change `field` who only wanted to scroll past it; Qt turns it under the wheel by itself."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    # not by an event filter, which every event of the field would have to pass
    field.wheelEvent = _leave_to_the_page  # type: ignore[method-assign]


def _leave_to_the_page(event: QWheelEvent) -> None:
    event.ignore()
