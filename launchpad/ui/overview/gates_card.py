"""The gates on the road: their day, what is done for them, and where they are heading."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from launchpad.domain.wording import short_day
from launchpad.engines.readiness import GateReadiness, Readiness
from launchpad.ui.overview.numbers import gate_pill
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.click_row import ClickRow
from launchpad.ui.parts.elided import ElidedLabel
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.pill import Pill
from launchpad.ui.parts.plain_tip import plain_tip


class GateRow(ClickRow):
    """One gate: its name over its day and counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.gate = ""
        self.key = Label(px=12, tone="text2", weight=500)
        self.key.setMinimumWidth(22)
        self.name = ElidedLabel(weight=500)
        self.note = ElidedLabel(px=12, tone="text2")
        self.pill = Pill()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.note)
        self.line.setContentsMargins(8, 2, 8, 2)
        self.line.addWidget(self.key)
        self.line.addLayout(words, 1)
        self.line.addWidget(self.pill)

    def show_gate(self, each: GateReadiness) -> None:
        """Show another gate."""
        text, tone = gate_pill(each)
        self.gate = each.gate.key
        self.key.setText(each.gate.key)
        self.name.setText(each.gate.name)
        self.note.setText(f"{short_day(each.day)} · {each.proven} of {each.items} done")
        self.pill.show_text(text, tone)
        self.setToolTip(plain_tip(f"{each.proven} of {each.items} items due at this gate are done and proven"))
        self.setAccessibleName(f"{each.gate.key} {each.gate.name}, {self.note.text()}, {text}")


class GatesCard(Card):
    """One row per gate; a click says what its forecast or verdict is made of."""

    gate_asked = Signal(str)
    """The gate's key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Gates", parent=parent)
        self.body.setContentsMargins(8, 10, 8, 8)
        self.body.setSpacing(0)
        self.head.setContentsMargins(8, 0, 8, 0)
        self.rows: list[GateRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._none = Label("This plan has no gates.", tone="text3")
        self._none.setContentsMargins(8, 4, 8, 4)
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)
        self.body.addStretch(1)

    def show_readiness(self, answer: Readiness) -> None:
        """Show other gates; rows are made and dropped only when gates come and go."""
        while len(self.rows) > len(answer.gates):
            self.rows.pop().deleteLater()
        while len(self.rows) < len(answer.gates):
            self._add()
        for row, gate in zip(self.rows, answer.gates, strict=True):
            row.show_gate(gate)
        self._none.setVisible(not answer.gates)

    def _add(self) -> None:
        row = GateRow(self)
        row.clicked.connect(lambda _checked=False, row=row: self.gate_asked.emit(row.gate))
        self._list.addWidget(row)
        self.rows.append(row)
