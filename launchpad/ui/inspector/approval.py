"""Whether the approver of a task has approved it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from launchpad.app.day_text import day_text
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.ui.parts.wrapped_box import WrappedBox


class Approval(WrappedBox):
    """A box to tick on the approver's word; not there when nobody has to approve."""

    asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.box.clicked.connect(self.asked)

    def show_approval(self, task: Task, approver: Person | None, facts: TaskFacts, *, can_change: bool) -> None:
        """Show what was said about a task."""
        self.setVisible(approver is not None)
        if approver is None:
            return
        is_given = task.approved_by == task.approver
        day = f" on {day_text(task.approved_on, facts.today)}" if is_given and task.approved_on else ""
        words = f"Approved by {approver.name}{day}" if is_given else f"{approver.name} approves it"
        self.set_text(words)
        with QSignalBlocker(self.box):
            self.box.setChecked(is_given)
        self.box.setEnabled(can_change)
