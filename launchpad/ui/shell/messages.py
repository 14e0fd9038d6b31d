"""Dialogs that say one thing. What they show is plain text, whatever it holds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def tell(parent: QWidget, title: str, sentence: str, details: str = "") -> QMessageBox:
    """Show a sentence and return at once; the dialog is gone when it is answered."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Launchpad")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(sentence)
    label = box.findChild(QWidget, "qt_msgbox_informativelabel")
    if label is not None:
        label.setProperty("textFormat", Qt.TextFormat.PlainText)
    if details:
        box.setDetailedText(details)
    box.open()
    return box
