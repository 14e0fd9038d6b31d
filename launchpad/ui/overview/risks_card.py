"""What open risks and issues take off the score, apart from the work."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from launchpad.domain.enums import IssueStatus, RiskStatus
from launchpad.domain.register import Issue, Risk
from launchpad.domain.wording import counted
from launchpad.engines.readiness import Readiness
from launchpad.engines.readiness.deductions import SEVERE, is_managed
from launchpad.engines.readiness.shown import shown
from launchpad.ui.overview.numbers import signed
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.label import Label, title_label
from launchpad.ui.parts.pill import Pill


class RisksCard(Card):
    """A click leads to the registers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(clickable=True, parent=parent)
        self.body.setContentsMargins(16, 10, 16, 12)
        self.body.setSpacing(4)
        self.points = Label(px=18, weight=600, tabular=True)
        self.counts = Label(px=12, tone="text2", wrap=True)
        self.pills = Pill(), Pill()
        head = QHBoxLayout()
        head.addWidget(title_label("Risks and issues"), 1)
        head.addWidget(self.points)
        line = QHBoxLayout()
        line.setSpacing(6)
        for pill in self.pills:
            line.addWidget(pill)
        line.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self.counts)
        self.body.addLayout(line)

    def show_readiness(self, answer: Readiness) -> None:
        """Show other points and counts."""
        risks = [risk for risk in answer.document.rows(Risk) if risk.status is RiskStatus.OPEN]
        issues = [issue for issue in answer.document.rows(Issue) if issue.status is IssueStatus.OPEN]
        points = None if answer.score is None or answer.work is None else shown(answer.score - answer.work)
        self.points.setText("–" if points is None else signed(points) if points else "0")
        self.counts.setText(f"{counted(len(risks), 'open risk')} · {counted(len(issues), 'open issue')}")
        severe = sum(risk.score >= SEVERE for risk in risks)
        unmanaged = sum(not is_managed(risk, answer.today) for risk in risks)
        for pill, count, word, tone in zip(
            self.pills, (severe, unmanaged), ("severe", "unmanaged"), ("bad", "warn"), strict=True
        ):
            pill.show_text(f"{count} {word}", tone)
            pill.setVisible(bool(count))
        self.setAccessibleName(
            f"Risks and issues take {self.points.text()} points. {self.counts.text()}, {severe} severe, "
            f"{unmanaged} unmanaged. Opens the registers."
        )
        self.setToolTip("Points that open risks and issues take off the work score. Click: the registers.")
