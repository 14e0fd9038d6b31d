"""What comes next: the review in session, those that are planned, and those that gates and cadence ask for."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from launchpad.app.day_text import day_text
from launchpad.app.plan_session import PlanSession
from launchpad.domain.enums import ReviewStatus
from launchpad.domain.wording import counted
from launchpad.engines.calendar import calendar_of
from launchpad.engines.review import ReviewDue, next_reviews
from launchpad.ui.parts.list_card import MOST, Entry, ListCard


class NextCard(ListCard):
    """A click on a row prepares that review, or opens its room when it is in session."""

    due_asked = Signal(object)
    """The ReviewDue of the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Coming up", parent)
        self._dues: tuple[ReviewDue, ...] = ()
        self.more.setText("Plan another…")
        self.asked.connect(self._on_asked)

    def show_plan(self, session: PlanSession) -> None:
        """Show what is ahead."""
        document, today = session.document, session.today
        self._dues = next_reviews(document, today)[:MOST]
        self.more.setVisible(not session.is_read_only)
        calendar = calendar_of(document)
        entries = [
            Entry(
                due_title(due),
                _note(due, today, calendar.workdays_between(today, due.day) if due.day > today else 0),
                _pill(due, today),
                str(place),
            )
            for place, due in enumerate(self._dues)
        ]
        self.show_entries(entries, "No gate and no cadence asks for a review. Plan one when you need it.")

    def _on_asked(self, target: str) -> None:
        self.due_asked.emit(self._dues[int(target)])


def due_title(due: ReviewDue) -> str:
    """What a review that is due is called."""
    if due.planned is not None:
        return due.planned.title
    return f"{due.gate.key} {due.gate.name}" if due.gate else "Status review"


def _note(due: ReviewDue, today: date, days: int) -> str:
    when = day_text(due.day, today)
    far = f"in {counted(days, 'working day')}" if days else "today" if due.day == today else ""
    late = "was due" if due.day < today else ""
    kind = due.gate.key if due.planned is not None and due.gate else ""
    return " · ".join(part for part in (kind, f"{late} {when}".strip(), far) if part)


def _pill(due: ReviewDue, today: date) -> tuple[str, str]:
    if due.planned is not None and due.planned.status is ReviewStatus.IN_SESSION:
        return "In session", "accent"
    if due.day < today:
        return "Late", "warn"
    return ("Planned", "info") if due.planned is not None else ("Prepare", "neutral")
