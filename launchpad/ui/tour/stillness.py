"""Waiting until a window has nothing left to do, so that a picture of it is always the same."""

import time

from PySide6.QtCore import QEventLoop, QThreadPool, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

PATIENCE = 20.0
"""Seconds after which a window that never rests is photographed as it is."""
BREATH = 25
"""Milliseconds between two looks."""
SOON = 2000
"""Milliseconds: a timer that fires later than this is not waited for, such as the one that takes a sentence away."""


def still_picture(window: QWidget) -> QImage:
    """Return a picture of a window once nothing is under way and it looks the same twice in a row."""
    deadline = time.monotonic() + PATIENCE
    before, now = QImage(), _after_work(window, deadline)
    while now != before and time.monotonic() < deadline:
        before, now = now, _after_work(window, deadline)
    return now


def _after_work(window: QWidget, deadline: float) -> QImage:
    _breathe()
    while _is_busy(window) and time.monotonic() < deadline:
        _breathe()
    return window.grab().toImage()


def _is_busy(window: QWidget) -> bool:
    if QThreadPool.globalInstance().activeThreadCount():
        return True
    return any(
        timer.isActive() and timer.isSingleShot() and timer.remainingTime() < SOON
        for timer in window.findChildren(QTimer)
    )


def _breathe() -> None:
    loop = QEventLoop()
    QTimer.singleShot(BREATH, loop.quit)
    loop.exec()
