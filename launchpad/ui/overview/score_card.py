"""The card that answers: how ready, where the next gate is heading, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchpad.engines.calendar import calendar_of
from launchpad.engines.readiness import Readiness
from launchpad.engines.readiness.explain import forecast_sentence
from launchpad.scenes.readiness_ring import RingNumbers
from launchpad.ui.charts.ring import ReadinessRing
from launchpad.ui.overview.numbers import OUTLOOK_TONES, VERDICT_TONES
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.pill import Pill

LINK_PAD = 5
"""Pixels that a link has around its words for the frame of the keyboard's place."""


class ScoreCard(Card):
    """The ring beside the forecast of the next gate and its sentence."""

    scoring_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Readiness")
        self.ring = ReadinessRing()
        self.ring.picked.connect(self.scoring_asked)
        self.pill = Pill()
        self.sentence = Label(tone="text2", px=12, wrap=True)
        self.how = QPushButton("How is this scored?")
        self.how.setProperty("kind", "link")
        self.how.clicked.connect(self.scoring_asked)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        inset = QVBoxLayout()
        inset.setContentsMargins(LINK_PAD, 0, 0, 0)
        inset.setSpacing(6)
        inset.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignLeft)
        inset.addWidget(self.sentence)
        words.addLayout(inset)
        words.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(14 - LINK_PAD)
        line.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        self.body.addLayout(line)

    def show_waiting(self) -> None:
        """Say that a change has not been reckoned with yet."""
        self.pill.show_text("Updating…", "neutral")
        self.sentence.setText("Working it out. Until then the numbers are those from before the last change.")

    def show_readiness(self, answer: Readiness) -> None:
        """Show other scores."""
        text, tone = verdict_pill(answer)
        self.pill.show_text(text, tone)
        self.sentence.setText(why(answer))
        ring_tone = tone if tone in ("ok", "warn", "bad") else "accent"
        self.ring.show_numbers(RingNumbers(answer.score, answer.work, answer.expected, ring_tone))


def verdict_pill(answer: Readiness) -> tuple[str, str]:
    """Before a decision the forecast of the next gate, after the last one what it came to."""
    forecast = answer.forecast
    if answer.score is None:
        return "No data", "neutral"
    if forecast is not None:
        return f"{forecast.gate.key} {forecast.outlook.label.lower()}", OUTLOOK_TONES[forecast.outlook]
    decided = [each.verdict for each in answer.gates if each.verdict is not None]
    verdict = decided[-1] if decided else answer.verdict
    return verdict.label, VERDICT_TONES[verdict]


def why(answer: Readiness) -> str:
    """The gap to plan, and what makes the forecast, in a breath or two."""
    forecast, gap = answer.forecast, answer.gap
    if answer.score is None:
        return "There is nothing to assess yet. Add tasks to the checklist."
    course = ""
    if forecast is not None:
        course = forecast_sentence(forecast, calendar_of(answer.document).day_of(forecast.gate.when))
    if gap is None:
        return course
    if gap == 0:
        return f"Work is on plan. {course}".strip()
    return f"Work is {abs(gap):.1f} points {'behind' if gap < 0 else 'ahead of'} plan. {course}".strip()
