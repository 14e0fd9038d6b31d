"""From what is typed about tasks to the command that does it: one road for the list and the inspector."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from launchpad.app.commands.task_anchor import set_anchor_day, set_anchor_kind
from launchpad.app.commands.task_fields import set_day, set_due, set_start, set_texts, tasks_of
from launchpad.app.commands.task_order import move_tasks
from launchpad.app.commands.task_rows import held_up_by, remove_tasks
from launchpad.app.commands.task_status import set_progress, set_status
from launchpad.app.field_text import read_integer
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.task import Task
from launchpad.domain.wording import counted
from launchpad.ui.checklist.remove_dialog import RemoveDialog
from launchpad.ui.checklist.status_dialogs import BlockedDialog, DoneDialog, NotApplicableDialog, WaivedDialog

FIELDS = {"days": "duration"}
"""A column's name → the field it sets, where they differ."""
DAYS = frozenset({"expected_finish", "actual_start", "actual_finish", "unblock_by", "approved_on"})
"""Fields that hold a calendar date."""


class TaskEdits(QObject):
    """Does what is asked of tasks, asking back what the rules of status want to know."""

    told = Signal(str)
    """A sentence for the status bar."""

    def __init__(self, session: PlanSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def set_text(self, ids: Sequence[str], name: str, text: str) -> bool:
        """Set a field of tasks to what was typed; False when it was refused or is still being asked."""
        if name == "status":
            return self.set_status(ids, TaskStatus(text))
        return self._session.run(_command(name, self._session.today), list(ids), text)

    def hold_text(self, ids: Sequence[str], name: str, text: str) -> None:
        """The same for a spin box: what comes within a second is one edit."""
        self._session.hold((name, tuple(ids)), _command(name, self._session.today), list(ids), text)

    # --- status ----------------------------------------------------------------------------------------------------

    def toggle_done(self, ids: Sequence[str]) -> None:
        """Mark tasks done or, when all are, reopen them."""
        tasks = tasks_of(self._session.document, ids)
        if tasks:
            is_done = all(task.status is TaskStatus.DONE for task in tasks)
            self.set_status(ids, TaskStatus.IN_PROGRESS if is_done else TaskStatus.DONE)

    def set_status(self, ids: Sequence[str], status: TaskStatus) -> bool:
        """Move tasks to a status, after asking for what it needs."""
        tasks = tasks_of(self._session.document, ids)
        tasks = tuple(task for task in tasks if task.status is not status)
        ids = [task.id for task in tasks]
        if not ids or self._session.is_read_only:
            return False
        match status:
            case TaskStatus.DONE if any(_lacks_proof(task) for task in tasks):
                DoneDialog(self._session, ids, self._window).open()
            case TaskStatus.BLOCKED:
                BlockedDialog(self._session, ids, self._window).open()
            case TaskStatus.NOT_APPLICABLE:
                NotApplicableDialog(self._session, ids, self._window).open()
            case TaskStatus.WAIVED:
                WaivedDialog(self._session, ids, self._window).open()
            case _:
                return self._session.run(set_status, ids, status, self._session.today)
        return False

    # --- rows ------------------------------------------------------------------------------------------------------

    def remove(self, ids: Sequence[str]) -> None:
        """Remove tasks; ask first when others wait for them."""
        waiting = held_up_by(self._session.document, ids)
        if not waiting:
            self._remove(ids)
            return
        dialog = RemoveDialog(self._session.document, ids, waiting, self._window)
        dialog.accepted.connect(partial(self._remove, ids))
        dialog.open()

    def _remove(self, ids: Sequence[str]) -> None:
        tasks = tasks_of(self._session.document, ids)
        if self._session.run(remove_tasks, ids):
            what, back = (f"“{tasks[0].title}”", "it") if len(tasks) == 1 else (counted(len(tasks), "task"), "them")
            self.told.emit(f"Removed {what}. Undo brings {back} back.")

    def move(self, ids: Sequence[str], track: str, before: str | None) -> bool:
        """Put tasks into a track before another."""
        return self._session.run(move_tasks, list(ids), track, before, self._session.today)


def _lacks_proof(task: Task) -> bool:
    return not task.evidence or (task.approver is not None and task.approved_by != task.approver)


def _command(name: str, today: date) -> Callable[[Document, Sequence[str], str], Edit]:
    """The command for a column or field, taking ids and the text typed."""
    if name == "start":
        return lambda document, ids, text: set_start(document, ids, text, today)
    if name in ("due", "offset"):
        return lambda document, ids, text: set_due(document, ids, text, today)
    if name in DAYS:
        return lambda document, ids, text: set_day(document, ids, name, text, today)
    if name == "progress":
        return lambda document, ids, text: set_progress(document, ids, _percent(text), today)
    if name == "constraint":
        return lambda document, ids, text: set_anchor_kind(document, ids, text, today)
    if name == "constraint_day":
        return lambda document, ids, text: set_anchor_day(document, ids, text, today)
    field = FIELDS.get(name, name)
    return lambda document, ids, text: set_texts(document, ids, {field: text}, today)


def _percent(text: str) -> int | None:
    trimmed = text.strip().rstrip("% ")
    return read_integer(trimmed) if trimmed else None
