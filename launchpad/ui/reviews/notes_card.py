"""What the launch teaches the next one: notes, and the changes proposed to its template."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from launchpad.app.commands.reviews.retrospective import add_retro_note, change_retro_note, remove_retro_note
from launchpad.app.plan_session import PlanSession
from launchpad.app.settings import load_settings
from launchpad.app.task_facts import person_called
from launchpad.domain.enums import RetroKind
from launchpad.domain.review import RetroNote
from launchpad.domain.row import Row
from launchpad.ui.parts.add_line import AddLine
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.register_model import Column, Kind, Place, RegisterModel
from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.parts.segments import Segments

TONES = {RetroKind.KEEP: "ok", RetroKind.CHANGE: "warn", RetroKind.IDEA: "info"}
HINTS = {
    RetroKind.KEEP: "What went well and should be done again?",
    RetroKind.CHANGE: "What should be done differently?",
    RetroKind.IDEA: "What could be tried next time?",
}
COLUMNS: tuple[Column[RetroNote], ...] = (
    Column(
        title="Kind",
        width=84,
        field="kind",
        kind=Kind.CHOICE,
        choices=lambda _: [(kind.label, kind) for kind in RetroKind],
        pill=lambda row, _: TONES[row.kind],
    ),
    Column(title="Note", width=300, field="text"),
    Column(title="Who", width=96, field="who", kind=Kind.PERSON),
    Column(title="Day", width=72, field="day", kind=Kind.DAY, tone=lambda *_: "text2"),
)


class NotesCard(Card):
    """Notes are typed below their kind and changed in place."""

    lessons_asked = Signal()

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__("For next time", parent=parent)
        self._session = session
        self.propose = QPushButton("Propose template changes…")
        self.propose.clicked.connect(self.lessons_asked)
        self.kinds = Segments(tuple((kind.value, kind.label) for kind in RetroKind), "Kind of note")
        self.add = AddLine(HINTS[RetroKind.KEEP])
        place = Place(session.document, session.today)
        model = RegisterModel(COLUMNS, place, self._edit, session.refused.emit, self)
        model.is_read_only = session.is_read_only
        self.notes = RegisterView(model, "Notes for next time")
        self.notes.stretch(1)
        self._nothing = Label(
            "Nothing is written down yet. Two days after launch memories are still fresh.", tone="text3"
        )
        self._nothing.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self.kinds)
        line.addWidget(self.add, 1)
        self.head.addWidget(self.propose)
        self.body.addLayout(line)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.notes, 100)
        self.body.addStretch(1)
        self.kinds.chosen.connect(self._show_hint)
        self.add.asked.connect(self._on_add)
        self.notes.remove_asked.connect(self._on_remove)

    def show_plan(self) -> None:
        """Show the notes as they are now."""
        rows = self._session.document.rows(RetroNote)
        self.notes.register.show_rows(rows, Place(self._session.document, self._session.today))
        self.notes.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        can_change = not self._session.is_read_only
        for widget in (self.add, self.kinds):
            widget.setEnabled(can_change)

    def _show_hint(self) -> None:
        self.add.show_hint(HINTS[RetroKind(self.kinds.current)])

    def _edit(self, row: RetroNote, field: str, value: Any) -> bool:
        return self._session.run(change_retro_note, row.id, {field: value})

    def _on_add(self, text: str) -> None:
        me = person_called(self._session.document, load_settings().name)
        kind, today = RetroKind(self.kinds.current), self._session.today
        self._session.run(add_retro_note, kind, text, me.id if me else None, today)

    def _on_remove(self, rows: list[Row]) -> None:
        for row in rows:
            self._session.run(remove_retro_note, row.id)
