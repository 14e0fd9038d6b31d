"""The head of a launch: its name and day at the left, how it stands and what to do with it at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from launchpad.app.plan_facts import PlanFacts, Standing
from launchpad.domain.document import Document
from launchpad.ui.parts.elided import ElidedLabel
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.pill import Pill
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.shell.words import countdown, long_day, short_day
from launchpad.ui.theme.icons import icon

if TYPE_CHECKING:
    from launchpad.engines.confidence import Confidence

HEIGHT = 64
ROUND = 112
"""Pixels of margins and gaps in a row."""
SIGNS = {"ok": "●", "warn": "▲", "bad": "■"}
"""Signs that the bundled font has, unlike a check mark."""


class Header(QFrame):
    """Shows what it is given; the buttons' work is the window's. What it says leads to where it is made or set."""

    asked = Signal(str, str)
    """The screen of this name is to do what its method of that name does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT)
        self._when: tuple[str, ...] = ("", "", "")
        self._sure = ""
        self._name = ElidedLabel(px=17, weight=600)
        self._tier = Pill(tone="accent")
        self._line = ElidedLabel(tone="text2")
        self._score = Label(px=22, weight=700)
        self._expected = Label(tone="text2", px=12)
        self._standing = Pill()
        for pill in (self._tier, self._standing):
            pill.hide()  # until there is something to say
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        for line in (self._name, self._line):
            line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._lead_on()

    def _lead_on(self) -> None:
        """A click on a number says what it is made of, on the name or the day leads to where it is set."""
        self._ways: dict[QWidget, tuple[str, str]] = {
            self._name: ("settings", "rename"),
            self._line: ("settings", "move_launch_day"),
            self._score: ("overview", "explain_score"),
            self._expected: ("overview", "explain_score"),
            self._standing: ("overview", "explain_standing"),
        }
        for part in self._ways:
            part.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what the part under the pointer leads to."""
        part = self.childAt(event.position().toPoint())
        way = self._ways.get(part) if part is not None else None
        if way is not None and event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit(*way)
        super().mouseReleaseEvent(event)

    def _lay_out(self) -> None:
        name_row = QHBoxLayout()
        name_row.setSpacing(10)
        name_row.addWidget(self._name)
        name_row.addWidget(self._tier)
        name_row.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addStretch(1)
        left.addLayout(name_row)
        left.addWidget(self._line)
        left.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 6, 20, 6)
        layout.setSpacing(12)
        layout.addLayout(left, 1)
        layout.addWidget(self._score)
        layout.addWidget(self._expected)
        layout.addWidget(self._standing)
        layout.addSpacing(8)
        layout.addLayout(self._buttons)

    def add_menu_button(self, text: str, icon_name: str, menu: QMenu) -> QPushButton:
        """Add a button that opens a menu."""
        button = self.add_button(text, icon_name)
        button.setMenu(menu)
        return button

    def add_button(self, text: str, icon_name: str) -> QPushButton:
        """Add a button."""
        button = QPushButton(icon(icon_name, "text"), f" {text}")  # Qt sets the icon too close
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons.addWidget(button)
        return button

    def show_launch(self, document: Document, facts: PlanFacts) -> None:
        """Show a launch and how it stands."""
        launch = document.launch
        self._name.setText(launch.name)
        self._tier.show_text(f"Tier {launch.tier}", "accent")
        self._tier.show()
        day, left = launch.launch_date, facts.counts.working_days_left
        distance = f"T{-left:+d}".replace("-", "−")
        self._when = (
            f"Launches {long_day(day)} · {countdown(left)}",
            f"{long_day(day)} · {distance}",
            f"{short_day(day)} · {distance}",
        )
        self._fit()
        self._show_scores(facts)
        self._show_standing(facts.standing, facts.trouble)

    def show_confidence(self, confidence: "Confidence | None") -> None:
        """Say how sure the day is; None while it is not known."""
        self._sure = f"by {short_day(confidence.p80)}" if confidence else ""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it shorter where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        taken = sum(each.sizeHint().width() for each in (self._score, self._expected, self._standing))
        room = self.width() - taken - self._buttons.sizeHint().width() - ROUND
        metrics = self._line.fontMetrics()
        how_sure = [f" · 80 %{word} {self._sure}" if self._sure else "" for word in (" confident", "", "")]
        lines = [when + sure for when, sure in zip(self._when, how_sure, strict=True)]
        self._line.setText(next((line for line in lines if metrics.horizontalAdvance(line) <= room), lines[-1]))

    def _show_scores(self, facts: PlanFacts) -> None:
        self._score.setText("–" if facts.score is None else f"{facts.score:.0f}")
        self._score.setAccessibleName(f"Readiness {self._score.text()} of 100")
        parts = ["readiness"]
        if facts.work is not None:
            parts.append(_work_text(facts.work, facts.expected))
        self._expected.setText("\n".join(parts))

    def _show_standing(self, standing: Standing | None, trouble: str) -> None:
        self._standing.setVisible(standing is not None or bool(trouble))
        if standing is None:
            self._standing.show_text("■ No schedule", "bad")
            self._standing.setToolTip(plain_tip(trouble))
            return
        self._standing.show_text(f"{SIGNS[standing.grade]} {standing.text}", standing.grade)
        self._standing.setToolTip(plain_tip(standing.explanation))


def _work_text(work: float, expected: float | None) -> str:
    if expected is None:
        return f"work {work:.0f}"
    return f"work {work:.0f} of {expected:.0f} expected" if round(expected) else f"work {work:.0f}, none expected yet"
