"""Dialogs that say one thing. What they show is plain text, whatever it holds."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from launchpad.ui.theme.icons import icon

SIGN = 32
"""Pixels of the sign beside the text."""


def tell(
    parent: QWidget, title: str, sentence: str, *, sign: str = "triangle-alert", tone: str = "warn"
) -> QMessageBox:
    """Show a sentence and return at once; the dialog is gone when it is answered."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIconPixmap(icon(sign, tone).pixmap(QSize(SIGN, SIGN), parent.devicePixelRatioF()))
    box.setWindowTitle("Launchpad")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(sentence)
    label = box.findChild(QWidget, "qt_msgbox_informativelabel")
    if label is not None:
        label.setProperty("textFormat", Qt.TextFormat.PlainText)
    box.open()
    return box
