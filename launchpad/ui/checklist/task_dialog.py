"""The frame of the small dialogs that ask about tasks."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from launchpad.app.commands.task_fields import tasks_of
from launchpad.app.plan_session import PlanSession
from launchpad.domain.task import Task
from launchpad.ui.parts.form_dialog import FormDialog

LISTED = 3
"""Titles named in a dialog's head; the others are counted."""


class TaskDialog(FormDialog):
    """Asks about some tasks of a session."""

    def __init__(
        self,
        session: PlanSession,
        ids: Sequence[str],
        title: str,
        why: str,
        action: str,
        *,
        others: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        self.session = session
        self.ids = list(ids)
        self.tasks = tasks_of(session.document, ids)
        super().__init__(title, action, why, head=_names(self.tasks), others=others, parent=parent)


def _names(tasks: Sequence[Task]) -> str:
    titles = [task.title for task in tasks]
    more = len(titles) - LISTED
    return ", ".join(titles[:LISTED]) + (f" and {more} more" if more > 0 else "")
