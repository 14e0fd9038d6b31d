"""What a workbook does not say when it calls a task blocked: why, who can clear it, and when that is expected."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from launchpad.app.day_text import read_day
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.engines.calendar import calendar_of
from launchpad.interchange.homecoming.proposals import Blocking
from launchpad.ui.parts.day_edit import DayEdit
from launchpad.ui.parts.person_edit import PersonEdit


class BlockingFields(QWidget):
    """Three fields in a line; each tells all three once it is finished, or what is wrong with it."""

    answered = Signal(object)
    """A Blocking."""
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._today = date.min
        self.reason = QLineEdit()
        self.reason.setAccessibleName("What is in the way")
        self.reason.setPlaceholderText("What is in the way")
        self.person = PersonEdit("Who can unblock it", ())
        self.person.setPlaceholderText("Who can unblock it")
        self.day = DayEdit("Expected by", date.min, hint="by fri, 5 Jan, 1w")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for field, stretch in ((self.reason, 3), (self.person, 2), (self.day, 2)):
            line.addWidget(field, stretch)
            field.editingFinished.connect(self._on_finished)
        self.day.picked.connect(self._on_finished)

    def show_answer(self, document: Document, today: date, answer: Blocking) -> None:
        """Show what was answered about a task so far."""
        self._document, self._today = document, today
        self.person.show_people(document.people)
        self.day.show_today(today)
        by = next((each for each in document.people if each.id == answer.by), None)
        for field in (self.reason, self.person, self.day):
            field.blockSignals(True)
        self.reason.setText(answer.reason)
        self.person.show_person(by)
        self.day.show_day(answer.until)
        for field in (self.reason, self.person, self.day):
            field.blockSignals(False)

    def _on_finished(self) -> None:
        if self._document is None:
            return
        try:
            self.answered.emit(self._answer(self._document))
        except PlanError as error:
            self.refused.emit(str(error))

    def _answer(self, document: Document) -> Blocking:
        name, day = self.person.person_text(), self.day.typed()
        return Blocking(
            self.reason.text().strip(),
            document.person(name).id if name else None,
            calendar_of(document).day_of(read_day(day, self._today)) if day else None,
        )
