"""Asks before tasks go that others wait for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from launchpad.app.commands.task_fields import tasks_of
from launchpad.domain.document import Document
from launchpad.domain.gate import Gate
from launchpad.domain.row import Row
from launchpad.domain.wording import counted
from launchpad.ui.parts.label import Label

LISTED = 8


class RemoveDialog(QDialog):
    """Names what waits for the tasks; accepting it is for the caller to act on."""

    def __init__(
        self, document: Document, ids: Sequence[str], waiting: Sequence[Row], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Remove")
        tasks = tasks_of(document, ids)
        what = f"“{tasks[0].title}”" if len(tasks) == 1 else f"{len(tasks)} tasks"
        names = [getattr(row, "title", "") or getattr(row, "name", "") for row in waiting]
        more = len(names) - LISTED
        listed = [f"•  {name}" for name in names[:LISTED]] + ([f"•  and {more} more"] if more > 0 else [])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.remove = buttons.addButton("Remove anyway", QDialogButtonBox.ButtonRole.AcceptRole)
        self.remove.setProperty("kind", "danger")
        self.remove.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(Label(f"Remove {what}?", px=15, weight=600, wrap=True))
        words = f"{'waits' if len(names) == 1 else 'wait'} for {'it' if len(tasks) == 1 else 'them'}"
        layout.addWidget(Label(f"{_counted(waiting)} {words} and would no longer be held:", tone="text2", wrap=True))
        layout.addWidget(Label("\n".join(listed), wrap=True))
        layout.addWidget(buttons)
        self.setMinimumWidth(420)


def _counted(waiting: Sequence[Row]) -> str:
    gates = sum(isinstance(row, Gate) for row in waiting)
    return " and ".join(counted(n, what) for n, what in ((len(waiting) - gates, "task"), (gates, "gate")) if n)
