"""What a screen reader is told of a painted picture: that it is a chart, and what it shows."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Pictured(QWidget):
    """A widget that paints numbers; Qt would tell of it only that it is there."""

    def shows(self) -> str:
        """In words what the picture shows; empty while it shows nothing."""
        return ""


class _Face(QAccessibleWidget):
    def text(self, kind: QAccessible.Text) -> str:
        widget = self.object()
        if kind is QAccessible.Text.Value and isinstance(widget, Pictured):
            return widget.shows()
        return super().text(kind)


def _face(kind: str, widget: QObject) -> _Face | None:
    """Qt asks for each class a widget is of, from the last to the first."""
    if kind == Pictured.__name__ and isinstance(widget, Pictured):
        return _Face(widget, QAccessible.Role.Chart)
    return None


QAccessible.installFactory(_face)
