"""Taking what is dropped from other programs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def take_copy(event: QDropEvent) -> None:
    """Accept files to be read where they lie: whoever offers them as a move may delete what was moved."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
