"""What a screen can do, in words: menus, the palette and the list of keys read it off the screen's class."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Deed(NamedTuple):
    """A screen's method and what it is called. `changes` the plan, so that it cannot be done to one only looked at.

    What is done to what is `chosen` on its screen is done there only; from elsewhere one is led to choose. Keys that
    are `listened` for by the part they belong to, because elsewhere they mean a letter, are only told.
    """

    text: str
    method: str
    keys: str = ""
    changes: bool = False
    chosen: bool = False
    listened: bool = False


def native(keys: str) -> str:
    """Keys as people of this system write them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def add_deed(screen: QWidget, deed: Deed, act: Callable[[], object]) -> QAction:
    """Give a screen an action, whose keys work while the screen is shown, wherever in its window the keyboard is."""
    action = QAction(screen)
    action.setText(f"{deed.text}\t{native(deed.keys)}" if deed.listened else deed.text)
    if deed.keys and not deed.listened:
        action.setShortcut(QKeySequence(deed.keys))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.triggered.connect(partial(_do, act))
    screen.addAction(action)
    return action


def _do(act: Callable[[], object], checked: bool = False) -> None:
    act()
