"""Asks before tasks go that others wait for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from launchpad.app.commands.task_fields import tasks_of
from launchpad.domain.document import Document
from launchpad.domain.gate import Gate
from launchpad.domain.row import Row
from launchpad.domain.wording import counted
from launchpad.ui.parts.dialog_foot import DialogFoot
from launchpad.ui.parts.form_dialog import WIDE
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
        foot = DialogFoot(self, "Remove anyway", is_danger=True)
        self.remove = foot.go
        foot.go.clicked.connect(self.accept)
        foot.back.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(Label(f"Remove {what}?", px=15, weight=600, wrap=True))
        words = f"{'waits' if len(names) == 1 else 'wait'} for {'it' if len(tasks) == 1 else 'them'}"
        layout.addWidget(Label(f"{_counted(waiting)} {words} and would no longer be held:", tone="text2", wrap=True))
        layout.addWidget(Label("\n".join(listed), wrap=True))
        layout.addLayout(foot)
        self.setMinimumWidth(WIDE)
        foot.back.setFocus()


def _counted(waiting: Sequence[Row]) -> str:
    gates = sum(isinstance(row, Gate) for row in waiting)
    return " and ".join(counted(n, what) for n, what in ((len(waiting) - gates, "task"), (gates, "gate")) if n)
