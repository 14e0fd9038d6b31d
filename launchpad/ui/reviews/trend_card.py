"""The readiness trend with the verdicts on it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from launchpad.app.background import Background
from launchpad.domain.document import Document
from launchpad.engines.readiness import readiness
from launchpad.engines.readiness.curve import expected_curve
from launchpad.engines.readiness.trend import TrendPoint, recorded_points
from launchpad.engines.review import recorded_reviews
from launchpad.scenes.readiness_curve import CurveNumbers, GateMark
from launchpad.ui.charts.readiness_curve import ReadinessCurve
from launchpad.ui.overview.time_cards import legend
from launchpad.ui.parts.card import Card
from launchpad.ui.review_room.pages.words import OUTCOME_TONES, outcome_of
from launchpad.ui.screen import LARGE

POINTS = 24
"""Days of the expected curve that are worked out."""


class TrendCard(Card):
    """Recorded points and today; a diamond is a review, in the color of what it decided."""

    shown = Signal()
    """The points are those of the plan."""
    refused = Signal(str)
    """One sentence: why the plan has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Readiness and what was decided", parent=parent)
        for text, width, dash in (("recorded", 2.2, False), ("expected work", 1.4, True)):
            self.head.addLayout(legend(text, width, dash))
        self.chart = ReadinessCurve()
        self.body.setContentsMargins(16, 10, 10, 8)
        self.body.setSpacing(4)
        self.body.addWidget(self.chart, 1)

        self._answers = Background(self, keeps=True, at_once=LARGE)
        self._answers.answered.connect(self._on_answered)
        self._answers.refused.connect(self.refused)
        self._asked: Document | None = None

    def show_plan(self, document: Document, today: date) -> None:
        """Show the points there are, of a large plan a little later."""
        self._asked = document
        self._answers.ask(document, partial(_numbers, today=today))

    def _on_answered(self, document: Document, numbers: CurveNumbers) -> None:
        if document is self._asked:
            self.chart.show_numbers(numbers)
            self.shown.emit()


def _numbers(document: Document, today: date) -> CurveNumbers:
    answer = readiness(document, today)
    points = recorded_points(document, today)
    points.setdefault(today, TrendPoint(today, answer.score, answer.work, answer.expected, True))
    launch = document.launch.launch_date
    first, last = min([*points, today]), max(launch, today)
    step = max(1, (last - first).days // POINTS)
    days = [first.fromordinal(number) for number in range(first.toordinal(), last.toordinal(), step)] + [last]
    marks = tuple(
        GateMark(day, review.key, f"{review.title}: {outcome.label}", OUTCOME_TONES[outcome])
        for review in recorded_reviews(document)
        if (day := review.day) is not None and (outcome := outcome_of(review.verdict)) is not None
    )
    ordered = tuple(point for _, point in sorted(points.items()))
    return CurveNumbers(today, launch, ordered, expected_curve(document, today, days), marks)
