"""Where everything is scrolled to, over a time in which sizes are not what they are before and after."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QScrollBar
from shiboken6 import isValid

Place = tuple[QScrollBar, int]


class KeptScrolling:
    """Within `with` scroll bars may be thrown back; afterwards they stand where they stood."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._places: list[Place] = []

    def __enter__(self) -> None:
        bars = (bar for window in self._app.topLevelWidgets() for bar in window.findChildren(QScrollBar))
        self._places = [(bar, bar.value()) for bar in bars if bar.value() != bar.minimum()]

    def __exit__(self, *error: object) -> None:
        _put_back(self._places)
        QTimer.singleShot(1, partial(_put_back, self._places))  # once more when everything is laid out again


def _put_back(places: list[Place]) -> None:
    for bar, value in places:
        if isValid(bar):
            bar.setValue(value)
