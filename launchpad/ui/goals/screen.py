"""Goals: the register, and for the one chosen its chart, its values and its checkpoints."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from launchpad.app.commands.goals import add_goal, change_goal, measurements_of, remove_goals
from launchpad.app.plan_session import PlanSession
from launchpad.domain.edit import Edit
from launchpad.domain.register import Goal
from launchpad.domain.row import Row
from launchpad.domain.wording import counted
from launchpad.scenes.goal_chart import GoalNumbers
from launchpad.ui.charts.goal_chart import GoalChart
from launchpad.ui.deed import Deed
from launchpad.ui.goals.columns import GOAL_COLUMNS, PILLS, progress_of
from launchpad.ui.goals.values_card import ValuesCard
from launchpad.ui.parts.add_line import AddLine
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.elided import ElidedLabel
from launchpad.ui.parts.empty_state import EmptyState
from launchpad.ui.parts.message_box import ask
from launchpad.ui.parts.pill import Pill
from launchpad.ui.parts.register_model import Place, RegisterModel
from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.screen import Screen

VALUES_WIDE = 340
"""Pixels of the list of values."""


class GoalsScreen(Screen):
    """The register above; below, the goal that has the keyboard."""

    name = "goals"
    title = "Goals"
    deeds = (Deed("Add a goal", "add_goal", changes=True),)

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        place = Place(session.document, session.today)
        model = RegisterModel(GOAL_COLUMNS, place, self._edit, self._refuse, self)
        model.is_read_only = session.is_read_only
        self.goals = RegisterView(model, "Goals")
        self.add = AddLine("Add a goal: what is this launch for?")
        self.add.setEnabled(not session.is_read_only)
        self.remove = QPushButton("Remove")
        self.chart = GoalChart()
        self.chart_title = ElidedLabel(weight=600)
        self.chart_pill = Pill()
        self.chart_note = ElidedLabel(px=12, tone="text2")
        self.values = ValuesCard(session)
        self._goal_id: str | None = None
        self._pages = QStackedWidget()
        self.empty = EmptyState(
            "target",
            "What is this launch for?",
            "Write down three to seven numbers that would show it worked, with a target and a day, and what must not "
            "get worse meanwhile.",
        )
        self.empty.add_button("Add the first goal", self.add.setFocus)
        self._below = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.values.setFixedWidth(VALUES_WIDE)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        below.addWidget(self._chart_card(), 1)
        below.addWidget(self.values)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self._register_card(), 11)
        layout.addWidget(self._below, 10)

    def _register_card(self) -> Card:
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 0, 12, 0)
        tools.setSpacing(8)
        tools.addWidget(self.add, 1)
        tools.addWidget(self.remove)
        self._pages.addWidget(self.goals)
        self._pages.addWidget(self.empty)
        card = Card()
        card.body.setContentsMargins(1, 10, 1, 1)
        card.body.addLayout(tools)
        card.body.addWidget(self._pages, 1)
        return card

    def _chart_card(self) -> Card:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.chart_title, 1)
        head.addWidget(self.chart_pill)
        card = Card()
        card.body.setContentsMargins(16, 10, 12, 8)
        card.body.setSpacing(4)
        card.body.addLayout(head)
        card.body.addWidget(self.chart_note)
        card.body.addWidget(self.chart, 1)
        return card

    def _connect(self) -> None:
        self.add.asked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.goals.remove_asked.connect(self._remove_rows)
        self.goals.current_changed.connect(self._on_current)
        self.goals.paste_asked.connect(self.values.paste_text)

    # --- what the plan says ------------------------------------------------------------------------------------------

    def refresh(self, edit: Edit | None) -> None:
        """Show the register and the goal chosen as they are now."""
        document = self.session.document
        goals = document.rows(Goal)
        self.goals.register.show_rows(goals, Place(document, self.session.today))
        self._pages.setCurrentIndex(0 if goals else 1)
        self.first = self.goals if goals else self.add
        self._below.setVisible(bool(goals))
        if goals and self.goals.current is None:
            self.goals.go_to(self._first(goals).id)
        self._show_goal()

    def _first(self, goals: tuple[Goal, ...]) -> Goal:
        """The first goal there is something to see of."""
        document, today = self.session.document, self.session.today
        return next((goal for goal in goals if progress_of(document, today, goal.id).latest), goals[0])

    def _show_goal(self) -> None:
        goal = self.session.document.find(Goal, self._goal_id)
        self.remove.setEnabled(goal is not None and not self.session.is_read_only)
        self.values.show_goal(goal)
        if goal is None:
            self.chart.show_numbers(None)
            return
        document, today = self.session.document, self.session.today
        progress = progress_of(document, today, goal.id)
        self.chart_title.setText(goal.name)
        self.chart_note.setText(_note(goal))
        self.chart_pill.show_text(progress.standing.label, PILLS[progress.standing])
        self.chart.show_numbers(GoalNumbers(progress, today, document.launch.launch_date))

    # --- what the hand does ------------------------------------------------------------------------------------------

    def focus_filter(self, wanted: object) -> None:
        """Show the goal with an id."""
        if isinstance(wanted, str):
            self.goals.go_to(wanted)

    def _edit(self, goal: Goal, field: str, value: Any) -> bool:
        return self.session.run(change_goal, goal.id, {field: value})

    def _refuse(self, why: str) -> None:
        self.session.refused.emit(why)

    def add_goal(self) -> None:
        """Go to the line in which a goal is typed."""
        self.add.setFocus()

    def _on_add(self, name: str) -> None:
        known = {goal.id for goal in self.session.document.rows(Goal)}
        if self.session.run(add_goal, name):
            new = next(goal for goal in self.session.document.rows(Goal) if goal.id not in known)
            self.goals.go_to(new.id)
            self.told.emit(f"Added “{new.name}”. Give it a target and a day.")

    def _on_remove(self) -> None:
        self._remove_rows(self.goals.chosen)

    def _remove_rows(self, rows: list[Row]) -> None:
        if self.session.is_read_only:
            return
        gone = [row.id for row in rows if isinstance(row, Goal) and self._may_go(row)]
        if gone:
            self.session.run(remove_goals, gone)

    def _may_go(self, goal: Goal) -> bool:
        measured = measurements_of(self.session.document, goal.id)
        if not measured:
            return True
        text = f"“{goal.name}” has {counted(len(measured), 'measured value')}, which would go with it."
        return ask(self, "Remove the goal?", text, "Remove")

    def _on_current(self, row: Row | None) -> None:
        self._goal_id = row.id if row is not None else None
        self._show_goal()


def _note(goal: Goal) -> str:
    parts = [goal.metric, f"from {goal.source}" if goal.source else "", f"out of {goal.of:,g}" if goal.of else ""]
    return " · ".join(part for part in parts if part) or "Say what is counted, and where the number comes from."
