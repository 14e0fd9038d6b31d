"""What was measured for a goal, and its checkpoints: typed, pasted, changed in place."""

from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from launchpad.app.commands.goals import (
    change_measurement,
    measurements_of,
    record,
    remove_checkpoints,
    remove_measurements,
    set_checkpoint,
)
from launchpad.app.day_text import read_day
from launchpad.app.pasted_readings import measured_on, read_pasted, read_typed, read_value
from launchpad.app.plan_session import PlanSession
from launchpad.domain.errors import PlanError
from launchpad.domain.register import Goal, Measurement
from launchpad.domain.row import Row
from launchpad.domain.wording import counted
from launchpad.ui.goals.columns import CHECKPOINT_COLUMNS, VALUE_COLUMNS, CheckpointRow, checkpoint_rows
from launchpad.ui.parts.add_line import AddLine
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.day_order import day_order
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.register_model import Place, RegisterModel
from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.parts.segments import Segments

VALUES, CHECKPOINTS = "values", "checkpoints"
HINTS = {VALUES: "Add a value: 12 Oct 5640", CHECKPOINTS: "Add a checkpoint: T+7 2500"}


class ValuesCard(Card):
    """The values and checkpoints of one goal; Ctrl+V takes lines from a spreadsheet."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._goal: Goal | None = None
        self.which = Segments(((VALUES, "Actual values"), (CHECKPOINTS, "Checkpoints")), "What to edit")
        self.add = AddLine(HINTS[VALUES])
        self.paste = QPushButton("Paste")
        self.paste.setToolTip("Lines of day, value and note from a spreadsheet or CSV file (Ctrl+V in the list)")
        self.values = self._register(VALUE_COLUMNS, self._edit_value, "Actual values")
        self.checkpoints = self._register(CHECKPOINT_COLUMNS, self._edit_checkpoint, "Checkpoints")
        self.values.stretch(2)
        self.checkpoints.stretch(1)
        self.nothing = Label(tone="text3", wrap=True)
        self._pages = QStackedWidget()
        for page in (self.values, self.checkpoints):
            self._pages.addWidget(page)
        self._lay_out()
        self._connect()

    def _register(self, columns: tuple[Any, ...], edit: Any, name: str) -> RegisterView:
        place = Place(self._session.document, self._session.today)
        model = RegisterModel(columns, place, edit, self._refuse, self)
        model.is_read_only = self._session.is_read_only
        return RegisterView(model, name)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(1, 10, 1, 1)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self.which)
        head.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(self.add, 1)
        line.addWidget(self.paste)
        self.nothing.setContentsMargins(14, 0, 14, 4)
        self.body.addLayout(head)
        self.body.addLayout(line)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.which.chosen.connect(self._show_page)
        self.add.asked.connect(self._on_add)
        self.paste.clicked.connect(self._on_paste)
        self.values.paste_asked.connect(self.paste_text)
        self.values.remove_asked.connect(self._remove_values)
        self.checkpoints.remove_asked.connect(self._remove_checkpoints)

    def show_goal(self, goal: Goal | None) -> None:
        """Show another goal's values, or none."""
        self._goal = goal
        place = Place(self._session.document, self._session.today)
        rows = measurements_of(place.document, goal.id) if goal else ()
        self.values.register.show_rows(tuple(reversed(rows)), place)
        self.checkpoints.register.show_rows(checkpoint_rows(goal) if goal else [], place)
        self._show_page()

    def _show_page(self) -> None:
        which = self.which.current
        view = self.values if which == VALUES else self.checkpoints
        self._pages.setCurrentWidget(view)
        self.add.show_hint(HINTS[which])
        can = self._goal is not None and not self._session.is_read_only
        self.add.setEnabled(can)
        self.paste.setVisible(which == VALUES)
        self.paste.setEnabled(can)
        empty = self._goal is not None and not view.register.rows
        self.nothing.setVisible(empty)
        self.nothing.setText(
            "Nothing is measured yet. Type a day and a value, or copy two columns from a spreadsheet and paste them."
            if which == VALUES
            else "No checkpoint yet: say what the number should be on the way to the target."
        )

    # --- values ------------------------------------------------------------------------------------------------------

    def _on_add(self, text: str) -> None:
        if self._goal is None:
            return
        try:
            if self.which.current == VALUES:
                self._session.run(record, self._goal.id, [read_typed(text, self._session.today, day_order())])
            else:
                self._add_checkpoint(text)
        except PlanError as error:
            self._session.refused.emit(str(error))
            self.add.setText(text)

    def _add_checkpoint(self, text: str) -> None:
        assert self._goal is not None
        day, _, value = text.rpartition(" ")
        if not day:
            raise PlanError("Write a day and what is expected then, such as T+7 2500.")
        at = read_day(day, self._session.today, day_order())
        self._session.run(set_checkpoint, self._goal.id, None, at, read_value(value))

    def _on_paste(self) -> None:
        self.paste_text(QGuiApplication.clipboard().text())

    def paste_text(self, text: str) -> None:
        """Record the lines of a text as values of the goal; what cannot be read is told."""
        if self._goal is None or self._session.is_read_only:
            return
        pasted = read_pasted(text, self._session.today, day_order())
        if pasted.readings:
            self._session.run(record, self._goal.id, pasted.readings)
        if pasted.problems:
            more = f" (and {len(pasted.problems) - 1} more)" if len(pasted.problems) > 1 else ""
            count = counted(len(pasted.problems), "line")
            self._session.refused.emit(f"{count} could not be read. {pasted.problems[0]}{more}")
        elif not pasted.readings:
            self._session.refused.emit("There is no day with a value to paste.")

    def _refuse(self, why: str) -> None:
        self._session.refused.emit(why)

    def _edit_value(self, row: Measurement, field: str, value: Any) -> bool:
        if value is None:
            self._session.refused.emit("A measured value needs a day and a number.")
            return False
        try:
            fields = {field: measured_on(value, self._session.today) if field == "day" else value}
        except PlanError as error:
            self._session.refused.emit(str(error))
            return False
        return self._session.run(change_measurement, row.id, fields)

    def _remove_values(self, rows: list[Row]) -> None:
        if not self._session.is_read_only:
            self._session.run(remove_measurements, [row.id for row in rows])

    # --- checkpoints -------------------------------------------------------------------------------------------------

    def _edit_checkpoint(self, row: CheckpointRow, field: str, value: Any) -> bool:
        if self._goal is None or (field == "at" and value is None):
            return False
        at, expected = (value, row.expected) if field == "at" else (row.at, value)
        return self._session.run(set_checkpoint, self._goal.id, row.checkpoint, at, expected)

    def _remove_checkpoints(self, rows: list[Row]) -> None:
        gone = [row.checkpoint for row in rows if isinstance(row, CheckpointRow)]
        if self._goal is not None and gone and not self._session.is_read_only:
            self._session.run(remove_checkpoints, self._goal.id, gone)
