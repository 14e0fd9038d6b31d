"""What the newest edit moved, worked out off the window's thread after every change from anywhere."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from launchpad.app.background import Background
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.engines.schedule.moved import Moved, what_moved
from launchpad.storage.errors import StorageError

REST = 60
"""Milliseconds without a change after which it is asked: what was changed is painted first."""


@dataclass(frozen=True, slots=True)
class MoveReport:
    """An edit, the plan after it, and what it moved."""

    edit: Edit
    document: Document
    moved: Moved


class MoveWatch(QObject):
    """Follows a session while it `is_on`; a question nobody needs any more is forgotten."""

    answered = Signal(object)
    """A MoveReport of the newest edit."""
    refused = Signal(str)
    """Why it cannot be said: the plan before or after the edit has no dates."""

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_on = False
        self._edit: Edit | None = None
        self._background = Background(self)
        self._background.answered.connect(self._on_answered)
        self._background.refused.connect(self.refused)
        self._later = QTimer(self, singleShot=True, interval=REST)
        self._later.timeout.connect(self._ask)
        session.changed.connect(self._on_changed)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._background.is_busy or self._later.isActive()

    def switch(self, on: bool) -> None:
        """Begin with the session's newest edit, or say nothing from now on."""
        self._is_on = on
        self._on_changed(self._session.last_edit)

    def _on_changed(self, edit: Edit | None) -> None:
        self._edit = edit or self._session.last_edit  # on another day the same edit may read otherwise
        if self._is_on and self._edit is not None:
            self._later.start()
        else:
            self._later.stop()

    def _ask(self) -> None:
        if self._edit is not None:
            question = partial(_moved_by, edit=self._edit, today=self._session.today)
            self._background.ask(self._session.document, question)

    def _on_answered(self, document: Document, answer: tuple[Edit, Moved]) -> None:
        edit, moved = answer
        if self._is_on and document is self._session.document and edit is self._edit:
            self.answered.emit(MoveReport(edit, document, moved))


def _moved_by(document: Document, edit: Edit, today: date) -> tuple[Edit, Moved]:
    return edit, what_moved(document.apply(edit.inverse()), document, today)


def takes_back(session: PlanSession) -> str:
    """How the newest edit of a session is taken back: ``undo``, ``redo`` where it was an undo; empty when it stays."""
    if session.is_read_only:
        return ""
    try:
        stacks, newest = session.session.stacks, session.session.last_number
    except StorageError:  # whoever undoes is told why
        return ""
    if stacks.undo[-1:] == (newest,):
        return "undo"
    return "redo" if stacks.redo[-1:] == (newest,) else ""
