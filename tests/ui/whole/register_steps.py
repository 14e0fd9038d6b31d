"""Gestures in the registers: risks, issues, goals and their values."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from launchpad.ui.goals.values_card import CHECKPOINTS
from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.risks.screen import ISSUES, RISKS
from tests.ui.whole.desk import Desk
from tests.ui.whole.hands import Step, click, type_line

RISK_CELLS = {
    "title": "Prices rise", "probability": "2", "impact": "1", "track": "Sales", "owner": "Otis Reed",
    "response": "Mitigate", "plan": "Buy early", "trigger": "A letter", "review": "2026-10-30", "status": "Closed",
    "residual": "4", "closing_note": "Gone",
}  # fmt: skip
ISSUE_CELLS = {
    "title": "Studio burnt", "severity": "1", "track": "Sales", "owner": "Otis Reed", "action": "Rent another",
    "due": "2026-10-30", "status": "Closed", "opened": "2026-10-01", "closed": "2026-10-11",
}  # fmt: skip
GOAL_CELLS = {
    "name": "Sign-ups by launch", "target": "950", "unit": "people", "due": "2026-12-02", "owner": "June Park",
    "type": "Guardrail", "direction": "Down", "baseline": "10", "status": "Dropped", "metric": "Sign-ups",
    "source": "The shop",
}  # fmt: skip


def field_cell(view: RegisterView, field: str) -> int:
    return next(place for place, column in enumerate(view.register.columns) if column.field == field)


def fill(desk: Desk, view: RegisterView, field: str, text: str) -> None:
    desk.edit_cell(view, view.model().index(0, field_cell(view, field)), text)


def risk_cell(field: str) -> Step:
    return lambda desk: fill(desk, show_risks(desk), field, RISK_CELLS[field])


def show_risks(desk: Desk) -> RegisterView:
    desk.risks.focus_filter(RISKS)
    return desk.risks.risks


def show_issues(desk: Desk) -> RegisterView:
    desk.risks.focus_filter(ISSUES)
    return desk.risks.issues


def issue_cell(field: str) -> Step:
    return lambda desk: fill(desk, show_issues(desk), field, ISSUE_CELLS[field])


def goal_cell(field: str) -> Step:
    return lambda desk: fill(desk, desk.goals.goals, field, GOAL_CELLS[field])


def delete_first(view: RegisterView) -> None:
    view.setFocus()
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_Delete)


def risk_typed(desk: Desk) -> None:
    show_risks(desk)
    type_line(desk.risks.add, "Rain")


def issue_typed(desk: Desk) -> None:
    show_issues(desk)
    type_line(desk.risks.add, "Rain fell")


def risk_happened(desk: Desk) -> None:
    show_risks(desk).selectRow(0)
    click(desk.risks.happened)


def show_checkpoints(desk: Desk) -> RegisterView:
    desk.goals.goals.selectRow(0)
    desk.goals.values.which.choose(CHECKPOINTS)
    desk.goals.values._show_page()
    return desk.goals.values.checkpoints


def values(desk: Desk) -> RegisterView:
    desk.goals.goals.selectRow(0)
    return desk.goals.values.values


def add_checkpoint(desk: Desk) -> None:
    show_checkpoints(desk)
    type_line(desk.goals.values.add, "T+7 500")


def paste_values(desk: Desk) -> None:
    values(desk)
    QGuiApplication.clipboard().setText("2026-10-07\t50\n2026-10-09\t60")
    click(desk.goals.values.paste)


def add_value(desk: Desk) -> None:
    values(desk)
    type_line(desk.goals.values.add, "9 Oct 60")


REGISTERS: dict[str, Step] = {
    **{f"the {field} of a risk": risk_cell(field) for field in RISK_CELLS},
    **{f"the {field} of an issue": issue_cell(field) for field in ISSUE_CELLS},
    **{f"the {field} of a goal": goal_cell(field) for field in GOAL_CELLS},
    "a risk typed": risk_typed,
    "an issue typed": issue_typed,
    "a risk that happened": risk_happened,
    "a risk that happened, by its status": lambda desk: fill(desk, show_risks(desk), "status", "Happened"),
    "a risk removed": lambda desk: delete_first(show_risks(desk)),
    "an issue removed": lambda desk: delete_first(show_issues(desk)),
    "a goal typed": lambda desk: type_line(desk.goals.add, "Fewer tickets"),
    "a goal removed with its values": lambda desk: delete_first(desk.goals.goals),
    "a value typed": add_value,
    "values pasted": paste_values,
    "a value changed": lambda desk: fill(desk, values(desk), "value", "44"),
    "the day of a value": lambda desk: fill(desk, values(desk), "day", "2026-10-06"),
    "the note of a value": lambda desk: fill(desk, values(desk), "note", "a guess"),
    "a value removed": lambda desk: delete_first(values(desk)),
    "a checkpoint typed": add_checkpoint,
    "the day of a checkpoint": lambda desk: fill(desk, show_checkpoints(desk), "at", "T-4"),
    "a checkpoint changed": lambda desk: fill(desk, show_checkpoints(desk), "expected", "120"),
    "a checkpoint removed": lambda desk: delete_first(show_checkpoints(desk)),
}
