"""Telling one thing in a box of its own."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from launchpad.ui.parts.message_box import message_box

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


def tell(
    parent: QWidget | None,
    title: str,
    sentence: str,
    *,
    sign: str = "triangle-alert",
    tone: str = "warn",
    offers: Mapping[str, Callable[[], object]] | None = None,
) -> "QMessageBox":
    """Show a sentence and return at once.

    `offers` are ways on: the words of a button, and what it does.
    """
    from PySide6.QtWidgets import QMessageBox  # not before there is something to tell

    box = message_box(parent, title, sentence, sign, tone)
    for words, do in (offers or {}).items():
        box.addButton(words, QMessageBox.ButtonRole.ActionRole).clicked.connect(do)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    box.open()
    return box
