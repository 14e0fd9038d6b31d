"""Long questions about a plan, answered off the window's thread with the document they were asked about."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from launchpad.app.errands import send_off
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.domain.watching import Progress, Stopped

Question = Callable[[Document], Any]
"""Runs on another thread; it reads only the plan it is given."""


class Background(QObject):
    """Answers one question at a time. Asked while busy, it goes on with the newest one and forgets those between."""

    answered = Signal(object, object)
    """The document that was read, and the answer."""
    refused = Signal(str)
    """One sentence: why the plan has no answer."""

    def __init__(self, parent: QObject | None = None, *, keeps: bool = False, at_once: int = -1) -> None:
        """`keeps` if what is worked out should stay with the plan, for others who ask it the same.

        About a plan of up to `at_once` tasks it is answered before `ask` returns.
        """
        super().__init__(parent)
        self._keeps = keeps
        self._at_once = at_once
        self._is_busy = False
        self._progress = Progress()
        self._next: tuple[Document, Question, Progress] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._is_busy

    def ask(self, document: Document, question: Question, progress: Progress | None = None) -> None:
        """Answer a question about a plan later; only the answer to the newest question is told.

        A question that reports to `progress` ends when nobody wants its answer any more.
        """
        progress = progress or Progress()
        if self._is_busy:
            self._progress.is_stopped = True
            self._next = (document, question, progress)
            return
        if len(document.table(Task)) <= self._at_once:
            self._answer(document, question)
            return
        self._is_busy, self._progress = True, progress
        work = partial(question if self._keeps else partial(_apart, question), document)
        send_off(self, work, partial(self._on_answered, document), self._on_failed)

    def stop(self) -> None:
        """Want no answer any more."""
        self._progress.is_stopped = True
        self._next = None

    def _answer(self, document: Document, question: Question) -> None:
        try:
            answer = question(document)
        except PlanError as error:
            self.refused.emit(str(error))
        else:
            self.answered.emit(document, answer)

    def _on_answered(self, document: Document, answer: Any) -> None:
        if not self._goes_on():
            self.answered.emit(document, answer)

    def _on_failed(self, error: Exception) -> None:
        if self._goes_on() or isinstance(error, Stopped):
            return
        if not isinstance(error, PlanError):
            raise error
        self.refused.emit(str(error))

    def _goes_on(self) -> bool:
        self._is_busy = False
        if self._next is None:
            return False
        newest, self._next = self._next, None
        self.ask(*newest)
        return True


def _apart(question: Question, document: Document) -> Any:
    """Answer a question from the same rows; what is worked out for that goes with it, not one day as garbage."""
    aside = document.apply(Edit("Look aside", ()))
    try:
        return question(aside)
    finally:
        aside.forget()
