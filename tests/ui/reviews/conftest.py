"""The Reviews screen on the plan on the eve of a gate."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.ui.reviews.screen import ReviewsScreen
from tests.ui.review_room.plans import a_plan_to_review

Shown = tuple[PlanSession, ReviewsScreen]


@pytest.fixture
def show_reviews(open_plan, qtbot) -> Iterator[Callable[..., Shown]]:
    """`show_reviews()` shows the screen of a plan; refusals fail the test unless it takes the signal itself."""
    refused: list[str] = []
    shown: list[QWidget] = []

    def showing(document: Document | None = None) -> Shown:
        session = open_plan(document or a_plan_to_review())
        session.refused.connect(refused.append)
        screen = ReviewsScreen(session)
        screen.resize(1200, 800)
        screen.show()
        shown.append(screen)
        return session, screen

    yield showing
    for widget in shown:
        widget.close()
        widget.deleteLater()
    assert refused == []
