"""What a screen reader is told of frames that act as buttons."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ACTING = "acts_as_button"
"""The property of such a frame."""


def act_as_button(frame: QWidget) -> None:
    """Have it told as a button, and reached by Tab; its clicks and keys are its own."""
    frame.setProperty(ACTING, True)


def _face(kind: str, widget: QObject) -> QAccessibleWidget | None:
    """Qt asks for each class a widget is of, from the last to the first."""
    if isinstance(widget, QWidget) and widget.property(ACTING):
        return QAccessibleWidget(widget, QAccessible.Role.Button)
    return None


QAccessible.installFactory(_face)
