"""The keys of the room, in one list: actions, the list of keys and the tests read it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class RoomKey:
    """A key: the deed's name, what it is called, the keys, and the group it is listed in."""

    name: str
    words: str
    keys: tuple[str, ...]
    group: str


KEYS = (
    RoomKey("forward", "Next part of the agenda", ("Right",), "Agenda"),
    RoomKey("backward", "Previous part of the agenda", ("Left",), "Agenda"),
    RoomKey("down", "Next row", ("Down",), "Agenda"),
    RoomKey("up", "Previous row", ("Up",), "Agenda"),
    RoomKey("pause", "Pause, or go on", ("P",), "Agenda"),
    RoomKey("go", "Go", ("G",), "Decide"),
    RoomKey("conditional", "Go with conditions", ("C",), "Decide"),
    RoomKey("no_go", "No-go", ("N",), "Decide"),
    RoomKey("hold", "Hold until a day", ("H",), "Decide"),
    RoomKey("back", "Back to an earlier gate", ("B",), "Decide"),
    RoomKey("abstain", "Abstain", ("X",), "Decide"),
    RoomKey("reason", "The reason, in their own words", ("R",), "Decide"),
    RoomKey("hide", "Hide sign-offs until all are in", ("V",), "Decide"),
    RoomKey("action", "Add an action", ("A",), "Write down"),
    RoomKey("condition", "Add a condition", ("K",), "Write down"),
    RoomKey("dissent", "Write down a dissent", ("D",), "Write down"),
    RoomKey("park", "Park a topic", ("T",), "Write down"),
    RoomKey("private", "Private note", ("I",), "Write down"),
    RoomKey("undo", "Undo", ("Ctrl+Z",), "Write down"),
    RoomKey("redo", "Redo", ("Ctrl+Shift+Z",), "Write down"),
    RoomKey("projector", "Second window for the projector", ("W",), "Window"),
    RoomKey("theme", "Light or dark", ("L",), "Window"),
    RoomKey("full_screen", "Full screen", ("F11",), "Window"),
    RoomKey("keys", "All keys", ("F1", "?"), "Window"),
    RoomKey("finish", "Finish and seal the record", ("Ctrl+Return", "Ctrl+Enter"), "Window"),
    RoomKey("leave", "Leave, and go on later", ("Ctrl+W",), "Window"),
)


def room_actions(window: QWidget, deeds: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Give a window the actions of the room."""
    made = {}
    for each in KEYS:
        action = QAction(each.words, window)
        action.setObjectName(each.name)
        action.setShortcuts([QKeySequence(keys) for keys in each.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False, deed=deeds[each.name]: deed())
        window.addAction(action)
        made[each.name] = action
    return made
