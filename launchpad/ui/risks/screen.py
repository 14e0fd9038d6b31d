"""Risks and issues: registers edited in place, the matrix that filters them, and what they cost."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from launchpad.app.commands.risks import (
    add_issue,
    add_risk,
    change_issue,
    change_risk,
    issues_of,
    remove_issues,
    remove_risks,
    risk_happened,
)
from launchpad.app.plan_session import PlanSession
from launchpad.domain.edit import Edit
from launchpad.domain.enums import IssueStatus, RiskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.register import Issue, Risk
from launchpad.domain.row import Row
from launchpad.ui.charts.risk_matrix import Cell, RiskMatrix
from launchpad.ui.deed import Deed
from launchpad.ui.parts.add_line import AddLine
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.empty_state import EmptyState
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.list_card import ListCard
from launchpad.ui.parts.message_box import ask
from launchpad.ui.parts.register_model import Column, Place, RegisterModel
from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.parts.segments import Segments
from launchpad.ui.risks.columns import ISSUE_COLUMNS, RISK_COLUMNS
from launchpad.ui.risks.costs import cost_entries, risk_marks
from launchpad.ui.screen import Screen

RISKS, ISSUES = "risks", "issues"
HINTS = {RISKS: "Add a risk: what may happen?", ISSUES: "Add an issue: what has happened?"}


class RisksScreen(Screen):
    """The matrix and the costs above, one of the two registers below."""

    name = "risks"
    title = "Risks"
    deeds = (
        Deed("Add a risk", "add_risk", changes=True),
        Deed("Add an issue", "add_issue", changes=True),
        Deed("The risk happened", "make_issue", changes=True, chosen=True),
    )

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.matrix = RiskMatrix()
        self.costs = ListCard("What they cost")
        self.which = Segments(((RISKS, "Risks"), (ISSUES, "Issues")), "Register")
        self.states = Segments((("open", "Open"), ("all", "All")), "Which ones")
        self.add = AddLine(HINTS[RISKS])
        self.happened = QPushButton("It happened")
        self.happened.setToolTip("Turn the risk into an issue; the link between them stays")
        self.remove = QPushButton("Remove")
        self.everything = QPushButton("Show all cells")
        self.everything.setProperty("kind", "link")
        self.risks = self._register(RISK_COLUMNS, self._edit_risk, "Risks")
        self.issues = self._register(ISSUE_COLUMNS, self._edit_issue, "Issues")
        self.empty = _empty_state(self)
        self._pages = QStackedWidget()
        for page in (self.risks, self.issues, self.empty):
            self._pages.addWidget(page)
        self._lay_out()
        self._connect()

    def _register(self, columns: tuple[Column[Any], ...], edit: Any, name: str) -> RegisterView:
        place = Place(self.session.document, self.session.today)
        model = RegisterModel(columns, place, edit, self._refuse, self)
        model.is_read_only = self.session.is_read_only
        return RegisterView(model, name)

    def _lay_out(self) -> None:
        matrix = Card("Open risks")
        matrix.head.addWidget(self.everything)
        matrix.body.setContentsMargins(16, 10, 12, 10)
        matrix.body.addWidget(self.matrix, 1)
        self.total = Label(weight=600, tabular=True)
        self.costs.head.insertWidget(1, self.total)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(matrix, 11)
        above.addWidget(self.costs, 10)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.which)
        tools.addWidget(self.states)
        tools.addWidget(self.add, 1)
        tools.addWidget(self.happened)
        tools.addWidget(self.remove)
        below = Card()
        below.body.setContentsMargins(1, 10, 1, 1)
        tools.setContentsMargins(12, 0, 12, 0)
        below.body.addLayout(tools)
        below.body.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(above, 10)
        layout.addWidget(below, 17)

    def _connect(self) -> None:
        self.matrix.chosen.connect(self._on_cell_chosen)
        self.costs.asked.connect(self.go_to)
        self.costs.all_asked.connect(self._on_costs_asked)
        self.which.chosen.connect(self._on_which)
        self.states.chosen.connect(self._filter)
        self.add.asked.connect(self._on_add)
        self.happened.clicked.connect(self._on_happened)
        self.remove.clicked.connect(self._on_remove)
        self.everything.clicked.connect(self._on_everything)
        for view in (self.risks, self.issues):
            view.remove_asked.connect(self._remove_rows)
            view.current_changed.connect(self._on_current)

    # --- what the plan says ------------------------------------------------------------------------------------------

    def refresh(self, edit: Edit | None) -> None:
        """Show the registers as they are now."""
        document = self.session.document
        place = Place(document, self.session.today)
        self.risks.register.show_rows(document.rows(Risk), place)
        self.issues.register.show_rows(document.rows(Issue), place)
        risks = sum(row.status is RiskStatus.OPEN for row in document.rows(Risk))
        issues = sum(row.status is IssueStatus.OPEN for row in document.rows(Issue))
        self.which.show_title(RISKS, f"Risks {risks}", f"Risks, {risks} open")
        self.which.show_title(ISSUES, f"Issues {issues}", f"Issues, {issues} open")
        self._show_costs()
        self._filter()

    def _show_costs(self) -> None:
        try:
            answer = self.session.readiness
        except PlanError as error:
            self.costs.show_entries([], str(error))
            return
        self.matrix.show_marks(risk_marks(answer))
        entries = cost_entries(answer)
        self.costs.more.setText(f"All {len(entries)}")
        self.costs.more.setVisible(len(entries) > len(self.costs.rows))
        self.costs.show_entries(entries[: len(self.costs.rows)], "No open risk or issue takes points off the score.")
        taken = 0.0 if answer.score is None or answer.work is None else answer.work - answer.score
        self.total.setText(f"−{taken:.1f}" if taken >= 0.05 else "")
        self.total.setToolTip("Points that all of them take off readiness together, after the caps")

    def _filter(self) -> None:
        only_open, cell = self.states.current == "open", self.matrix.cell
        self.risks.filter.keep(lambda row: _keeps(row, only_open, cell))
        self.issues.filter.keep(lambda row: not only_open or row.status is IssueStatus.OPEN)
        self.everything.setVisible(cell is not None)
        self._show_page()

    def _show_page(self) -> None:
        which = self.which.current
        view = self.risks if which == RISKS else self.issues
        nothing = not view.register.rows
        self._pages.setCurrentWidget(self.empty if nothing and which == RISKS else view)
        self.first = self.add if nothing else view
        self.add.show_hint(HINTS[which])
        self.happened.setVisible(which == RISKS)
        self.add.setEnabled(not self.session.is_read_only)
        self._on_current()

    # --- what the hand does ------------------------------------------------------------------------------------------

    @property
    def register(self) -> RegisterView:
        """The register that is shown."""
        return self.risks if self.which.current == RISKS else self.issues

    def go_to(self, row_id: str) -> None:
        """Show a risk or an issue, whatever is filtered."""
        which = RISKS if self.session.document.find(Risk, row_id) else ISSUES
        self.which.choose(which)
        if not self.register.go_to(row_id):
            self.states.choose("all")
            self.matrix.choose(None)
        self._filter()
        self.register.go_to(row_id)
        self.register.setFocus()

    def focus_filter(self, wanted: object) -> None:
        """Show ``risks``, ``issues``, or the row with an id."""
        if wanted in (RISKS, ISSUES):
            self.which.choose(str(wanted))
            self._filter()
        elif isinstance(wanted, str):
            self.go_to(wanted)

    def _edit_risk(self, risk: Risk, field: str, value: Any) -> bool:
        if field == "status" and value is RiskStatus.HAPPENED:
            return self.session.run(risk_happened, risk.id, self.session.today)
        return self.session.run(change_risk, risk.id, {field: _whole(field, value)}, self.session.today)

    def _edit_issue(self, issue: Issue, field: str, value: Any) -> bool:
        return self.session.run(change_issue, issue.id, {field: value}, self.session.today)

    def _refuse(self, why: str) -> None:
        self.session.refused.emit(why)

    def _on_add(self, title: str) -> None:
        known = {row.id for row in self.register.register.rows}
        cell = self.matrix.cell
        if self.which.current == ISSUES:
            done = self.session.run(add_issue, title, self.session.today)
        else:
            fields = {"probability": cell[0], "impact": cell[1]} if cell else {}
            done = self.session.run(add_risk, title, self.session.today, fields)
        if done:
            self.told.emit(f"Added “{title}”.")
            new = next((row for row in self.register.register.rows if row.id not in known), None)
            if new is not None:
                self.register.go_to(new.id)

    def add_risk(self) -> None:
        """Go to the line in which a risk is typed."""
        self.which.choose(RISKS)
        self.add.setFocus()

    def add_issue(self) -> None:
        """Go to the line in which an issue is typed."""
        self.which.choose(ISSUES)
        self.add.setFocus()

    def make_issue(self) -> None:
        """Make an issue of the chosen risk."""
        self.happened.click()

    def _on_happened(self) -> None:
        risk = self.risks.current
        if not isinstance(risk, Risk):
            return
        known = {row.id for row in self.issues.register.rows}
        if self.session.run(risk_happened, risk.id, self.session.today):
            new = next((row for row in self.issues.register.rows if row.id not in known), None)
            if new is not None:
                self.go_to(new.id)
                self.told.emit(f"“{risk.title}” is now an issue; the risk keeps the link.")

    def _on_remove(self) -> None:
        self._remove_rows(self.register.chosen)

    def _remove_rows(self, rows: list[Row]) -> None:
        if self.session.is_read_only:
            return
        issues = [row.id for row in rows if isinstance(row, Issue)]
        risks = [row.id for row in rows if isinstance(row, Risk) and self._may_go(row)]
        if issues:
            self.session.run(remove_issues, issues)
        elif risks:
            self.session.run(remove_risks, risks)

    def _may_go(self, risk: Risk) -> bool:
        grown = issues_of(self.session.document, risk.id)
        if not grown:
            return True
        keys = ", ".join(issue.key for issue in grown)
        text = f"“{risk.title}” became {keys}, which would stay without its link."
        return ask(self, "Remove the risk?", text, "Remove")

    def _on_cell_chosen(self, cell: Cell | None) -> None:
        if cell is not None and self.which.current != RISKS:
            self.which.choose(RISKS)
        self._filter()

    def _on_everything(self) -> None:
        self.matrix.choose(None)

    def _on_costs_asked(self) -> None:
        self.matrix.choose(None)
        self.states.choose("open")
        self._filter()
        self.register.setFocus()

    def _on_which(self) -> None:
        self._filter()

    def _on_current(self) -> None:
        row = self.register.current
        can = not self.session.is_read_only and row is not None
        self.remove.setEnabled(can)
        self.happened.setEnabled(can and isinstance(row, Risk) and row.status is RiskStatus.OPEN)


def _keeps(risk: Risk, only_open: bool, cell: Cell | None) -> bool:
    if cell is not None:
        return (risk.probability, risk.impact) == cell and risk.status is RiskStatus.OPEN
    return not only_open or risk.status is RiskStatus.OPEN


def _whole(field: str, value: Any) -> Any:
    """The target score is a whole number."""
    return round(value) if field == "residual" and isinstance(value, float) else value


def _empty_state(screen: RisksScreen) -> EmptyState:
    empty = EmptyState(
        "shield-alert",
        "No risks written down",
        "What could stop or hurt this launch? Write it down, rate it, and give it an owner and a plan.",
    )
    empty.add_button("Add the first risk", screen.add.setFocus)
    return empty
