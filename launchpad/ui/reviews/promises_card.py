"""Conditions and actions of all reviews: what is still owed, changed in place."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from launchpad.app.commands.reviews.promises import (
    change_action,
    change_condition,
    close_condition,
    extend_condition,
    fail_condition,
    finish_action,
)
from launchpad.app.plan_session import PlanSession
from launchpad.domain.enums import ActionStatus, ConditionStatus
from launchpad.domain.gate import Action, Condition
from launchpad.engines.review import open_actions, open_conditions
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.register_model import Place, RegisterModel
from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.parts.segments import Segments
from launchpad.ui.reviews.columns import ACTION_COLUMNS, CONDITION_COLUMNS

CONDITIONS, ACTIONS = "conditions", "actions"
OPEN, ALL = "open", "all"
NOTHING = {CONDITIONS: "No condition is open.", ACTIONS: "No action is open."}


class PromisesCard(Card):
    """One of the two registers, open rows or all of them."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Conditions and actions")
        self._session = session
        self.which = Segments(((CONDITIONS, "Conditions"), (ACTIONS, "Actions")), "What was promised")
        self.states = Segments(((OPEN, "Open"), (ALL, "All")), "Which ones")
        self.condition_list = self._register(CONDITION_COLUMNS, self._edit_condition, "Conditions")
        self.action_list = self._register(ACTION_COLUMNS, self._edit_action, "Actions")
        self._nothing = Label(tone="text3", wrap=True)
        self._nothing.setContentsMargins(14, 6, 14, 8)
        self._pages = QStackedWidget()
        for view in (self.condition_list, self.action_list):
            self._pages.addWidget(view)
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 0, 12, 0)
        tools.addWidget(self.which)
        tools.addStretch(1)
        tools.addWidget(self.states)
        self.body.setContentsMargins(1, 10, 1, 1)
        self.body.addLayout(tools)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._pages, 100)
        self.body.addStretch(1)
        self.which.chosen.connect(self._show_page)
        self.states.chosen.connect(self._show_page)

    def _register(self, columns: tuple[Any, ...], edit: Any, name: str) -> RegisterView:
        place = Place(self._session.document, self._session.today)
        model = RegisterModel(columns, place, edit, self._session.refused.emit, self)
        model.is_read_only = self._session.is_read_only
        view = RegisterView(model, name)
        view.stretch(0)
        return view

    def show_plan(self) -> None:
        """Show the registers as they are now."""
        document, today = self._session.document, self._session.today
        place = Place(document, today)
        self.condition_list.register.show_rows(document.rows(Condition), place)
        self.action_list.register.show_rows(document.rows(Action), place)
        counts = {CONDITIONS: len(open_conditions(document, today)), ACTIONS: len(open_actions(document, today))}
        for name, count in counts.items():
            title = name.capitalize()
            self.which.show_title(name, f"{title} {count}", f"{title}, {count} open")
        self._show_page()

    def _show_page(self) -> None:
        document, today = self._session.document, self._session.today
        keep: set[str] = {
            promise.row.id for promise in (*open_conditions(document, today), *open_actions(document, today))
        }
        only_open = self.states.current == OPEN
        for view in (self.condition_list, self.action_list):
            view.filter.keep(partial(_is_kept, keep) if only_open else None)
        view = self.condition_list if self.which.current == CONDITIONS else self.action_list
        self._pages.setCurrentWidget(view)
        is_empty = view.filter.rowCount() == 0
        self._nothing.setText(NOTHING[self.which.current] if only_open else "None was ever agreed.")
        self._nothing.setVisible(is_empty)
        self._pages.setVisible(not is_empty)

    # --- edits -------------------------------------------------------------------------------------------------------

    def _edit_condition(self, row: Condition, field: str, value: Any) -> bool:
        run, today = self._session.run, self._session.today
        if field == "status" and value is ConditionStatus.CLOSED:
            return run(close_condition, row.id, today)
        if field == "status" and value is ConditionStatus.FAILED:
            return run(fail_condition, row.id, today)
        if field == "due" and value is not None and row.due is not None and value > row.due:
            return run(extend_condition, row.id, value)
        return run(change_condition, row.id, {field: value})

    def _edit_action(self, row: Action, field: str, value: Any) -> bool:
        if field == "status" and value is ActionStatus.DONE:
            return self._session.run(finish_action, row.id, self._session.today)
        return self._session.run(change_action, row.id, {field: value})


def _is_kept(keep: set[str], row: Condition | Action) -> bool:
    return row.id in keep
