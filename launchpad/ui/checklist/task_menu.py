"""What the menu of a task offers, by right click or menu key."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from launchpad.domain.enums import TaskStatus
from launchpad.domain.task import Task
from launchpad.ui.checklist.task_edits import TaskEdits
from launchpad.ui.theme.icons import icon

Key = QKeySequence.StandardKey


class Host(Protocol):
    """What the menu needs of the screen it belongs to."""

    def cut(self) -> None: ...
    def copy(self) -> None: ...
    def paste(self) -> None: ...
    def delete(self) -> None: ...
    def add_task(self) -> None: ...


def fill_task_menu(host: QWidget, tasks: Sequence[Task], edits: TaskEdits, acts: Host, *, can_change: bool) -> QMenu:
    """Make the menu; its keys are shown, and work through the list."""
    menu = QMenu(host)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ids = [task.id for task in tasks]
    is_done = bool(tasks) and all(task.status is TaskStatus.DONE for task in tasks)
    _add(
        menu,
        "Reopen" if is_done else "Mark done",
        "check",
        "Space",
        partial(edits.toggle_done, ids),
        can_change and ids,
    )
    statuses = menu.addMenu("Status")
    for status in TaskStatus:
        _add(statuses, status.label, "", "", partial(edits.set_status, ids, status), can_change and ids)
    menu.addSeparator()
    _add(menu, "Add a task", "plus", "Ins", acts.add_task, can_change)
    menu.addSeparator()
    _add(menu, "Cut", "scissors", Key.Cut, acts.cut, can_change and ids)
    _add(menu, "Copy", "copy", Key.Copy, acts.copy, ids)
    _add(menu, "Paste", "clipboard-paste", Key.Paste, acts.paste, can_change)
    menu.addSeparator()
    _add(menu, "Remove", "trash-2", Key.Delete, acts.delete, can_change and ids)
    return menu


def _add(menu: QMenu, words: str, sign: str, keys: Key | str, act: Callable[[], object], can: object) -> QAction:
    action = QAction(words, menu)
    if sign:
        action.setIcon(icon(sign))
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
    action.setEnabled(bool(can))
    action.triggered.connect(lambda _checked=False: act())
    menu.addAction(action)
    return action
