"""The readiness trend with the verdicts on it."""

from PySide6.QtWidgets import QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.engines.readiness.curve import expected_curve
from launchpad.engines.readiness.trend import TrendPoint, recorded_points
from launchpad.engines.review import recorded_reviews
from launchpad.engines.review.moments import day_of
from launchpad.scenes.readiness_curve import CurveNumbers, GateMark
from launchpad.ui.charts.readiness_curve import ReadinessCurve
from launchpad.ui.overview.time_cards import legend
from launchpad.ui.parts.card import Card
from launchpad.ui.review_room.pages.words import OUTCOME_TONES, outcome_of

POINTS = 24
"""Days of the expected curve that are worked out."""


class TrendCard(Card):
    """Recorded points and today; a diamond is a review, in the color of what it decided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Readiness and what was decided", parent=parent)
        for text, width, dash in (("recorded", 2.2, False), ("expected work", 1.4, True)):
            self.head.addLayout(legend(text, width, dash))
        self.chart = ReadinessCurve()
        self.body.setContentsMargins(16, 10, 10, 8)
        self.body.setSpacing(4)
        self.body.addWidget(self.chart, 1)

    def show_plan(self, session: PlanSession) -> None:
        """Show the points there are; a plan that cannot be scheduled raises PlanError."""
        document, today = session.document, session.today
        answer = session.readiness
        points = recorded_points(document, today)
        points.setdefault(today, TrendPoint(today, answer.score, answer.work, answer.expected, True))
        launch = document.launch.launch_date
        first, last = min([*points, today]), max(launch, today)
        step = max(1, (last - first).days // POINTS)
        days = [first.fromordinal(number) for number in range(first.toordinal(), last.toordinal(), step)] + [last]
        marks = tuple(
            GateMark(day, review.key, f"{review.title}: {outcome.label}", OUTCOME_TONES[outcome])
            for review in recorded_reviews(document)
            if (day := day_of(review)) is not None and (outcome := outcome_of(review.verdict)) is not None
        )
        ordered = tuple(point for _, point in sorted(points.items()))
        self.chart.show_numbers(CurveNumbers(today, launch, ordered, expected_curve(document, today, days), marks))
