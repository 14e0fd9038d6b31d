"""A box that says one thing, in plain text whatever it holds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from launchpad.ui.theme.icons import icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

SIGN, WIDE = 32, 300
"""Pixels of the sign beside the text, and of the text at least."""


def message_box(parent: QWidget | None, title: str, sentence: str, sign: str, tone: str) -> "QMessageBox":
    """A box without buttons, gone once it is answered; `sign` is an icon, `tone` the token of its color."""
    from PySide6.QtWidgets import QMessageBox  # not before there is something to tell

    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIconPixmap(icon(sign, tone).pixmap(QSize(SIGN, SIGN), box.devicePixelRatioF()))
    box.setWindowTitle("Launchpad")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(sentence)
    label = box.findChild(QLabel, "qt_msgbox_informativelabel")
    if label is not None:
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setMinimumWidth(WIDE)
    return box


def ask(parent: QWidget, title: str, sentence: str, action: str) -> bool:
    """Ask before something that hurts is done, and wait; `action` is what the button says that does it."""
    from PySide6.QtWidgets import QMessageBox

    button = QMessageBox.StandardButton
    box = message_box(parent, title, sentence, "triangle-alert", "warn")
    box.setStandardButtons(button.Yes | button.Cancel)
    go = box.button(button.Yes)
    go.setText(action)
    go.setProperty("kind", "danger")
    go.style().polish(go)
    box.setDefaultButton(button.Cancel)
    return box.exec() == button.Yes
