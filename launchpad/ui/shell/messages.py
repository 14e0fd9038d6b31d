"""Dialogs that say one thing. What they show is plain text, whatever it holds."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from launchpad.ui.theme.icons import icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

SIGN = 32
"""Pixels of the sign beside the text."""


def tell(
    parent: QWidget,
    title: str,
    sentence: str,
    *,
    sign: str = "triangle-alert",
    tone: str = "warn",
    offers: Mapping[str, Callable[[], object]] | None = None,
) -> "QMessageBox":
    """Show a sentence and return at once; the dialog is gone when it is answered.

    `offers` are ways on: the words of a button, and what it does.
    """
    from PySide6.QtWidgets import QMessageBox  # not before there is something to tell

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
    for words, do in (offers or {}).items():
        box.addButton(words, QMessageBox.ButtonRole.ActionRole).clicked.connect(do)
    if offers:
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    box.open()
    return box
