"""Asks before tasks go that others wait for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from launchpad.app.commands.task_fields import tasks_of
from launchpad.domain.document import Document
from launchpad.domain.gate import Gate
from launchpad.domain.row import Row
from launchpad.domain.wording import counted
from launchpad.ui.parts.form_dialog import FormDialog
from launchpad.ui.parts.label import Label

LISTED = 8


class RemoveDialog(FormDialog):
    """Names what waits for the tasks; accepting it is for the caller to act on."""

    def __init__(
        self, document: Document, ids: Sequence[str], waiting: Sequence[Row], parent: QWidget | None = None
    ) -> None:
        tasks = tasks_of(document, ids)
        what = f"“{tasks[0].title}”" if len(tasks) == 1 else f"{len(tasks)} tasks"
        words = f"{'waits' if len(waiting) == 1 else 'wait'} for {'it' if len(tasks) == 1 else 'them'}"
        why = f"{_counted(waiting)} {words} and would no longer be held:"
        super().__init__("Remove", "Remove anyway", why, head=f"Remove {what}?", is_danger=True, parent=parent)
        self.form.addRow(Label(_listed(waiting), wrap=True))

    def act(self) -> bool:
        """The caller does."""
        return True


def _listed(waiting: Sequence[Row]) -> str:
    names = [getattr(row, "title", "") or getattr(row, "name", "") for row in waiting]
    more = len(names) - LISTED
    return "\n".join([f"•  {name}" for name in names[:LISTED]] + ([f"•  and {more} more"] if more > 0 else []))


def _counted(waiting: Sequence[Row]) -> str:
    gates = sum(isinstance(row, Gate) for row in waiting)
    return " and ".join(counted(n, what) for n, what in ((len(waiting) - gates, "task"), (gates, "gate")) if n)
