"""How the overview's cards lie: three columns where it is wide, two where it is not."""

from itertools import pairwise

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from launchpad.engines.readiness import Readiness
from launchpad.ui.overview.gates_card import GatesCard
from launchpad.ui.overview.next_cards import RaiseCard, UnblockCard
from launchpad.ui.overview.risks_card import RisksCard
from launchpad.ui.overview.score_card import ScoreCard
from launchpad.ui.overview.time_cards import ConfidenceCard, CurveCard
from launchpad.ui.overview.track_grid import TrackGrid

GAP = 12
MARGIN = 16
SCORE_WIDE = 312
SIDE_WIDE, SIDE_NARROW = 344, 292
"""Pixels of the columns left and right of the tracks."""
WIDE = 1080
"""Pixels from which the score stands beside the tracks instead of above them."""
MOST_WIDE = 16_777_215
"""Qt's word for no limit."""
CURVE_HIGH = 196
CONFIDENCE_HIGH = 168


class OverviewBoard(QWidget):
    """All the cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score = ScoreCard(self)
        self.confidence = ConfidenceCard(self)
        self.risks = RisksCard(self)
        self.tracks = TrackGrid(self)
        self.curve = CurveCard(self)
        self._side = QWidget(self)
        self.raises = RaiseCard(self._side)
        self.unblocks = UnblockCard(self._side)
        self.gates = GatesCard(self._side)
        self.curve.setMinimumHeight(CURVE_HIGH)
        self.confidence.setMinimumHeight(CONFIDENCE_HIGH)
        self._is_wide: bool | None = None
        self._main = QGridLayout()
        self._main.setSpacing(GAP)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(GAP)
        for card in (self.raises, self.unblocks, self.gates):
            side.addWidget(card)
        side.setStretch(2, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        across.setSpacing(GAP)
        across.addLayout(self._main, 1)
        across.addWidget(self._side)
        self._arrange(True)

    def show_readiness(self, answer: Readiness) -> None:
        """Show other scores on every card that needs no background work."""
        for card in (self.score, self.risks, self.tracks, self.raises, self.unblocks, self.gates):
            card.show_readiness(answer)
        self._read_in_order()

    def show_waiting(self) -> None:
        """Say that what is shown is from before the last change."""
        self.score.show_waiting()
        self.confidence.show_waiting()

    def _read_in_order(self) -> None:
        """Tab goes as the eye does."""
        widgets: list[QWidget] = [
            self.score.ring,
            self.score.how,
            self.confidence.fit,
            self.confidence.more,
            self.risks,
        ]
        widgets += self.tracks.cards
        widgets += [self.curve.more, self.curve.chart]
        for card in (self.raises, self.unblocks):
            widgets += [card.more, *card.rows]
        widgets += self.gates.rows
        for one, other in pairwise(widgets):
            QWidget.setTabOrder(one, other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lie as the width allows."""
        super().resizeEvent(event)
        self._arrange(self.width() >= WIDE)

    def _arrange(self, wide: bool) -> None:
        if wide == self._is_wide:
            return
        self._is_wide = wide
        self._side.setFixedWidth(SIDE_WIDE if wide else SIDE_NARROW)
        for card in (self.score, self.confidence, self.risks, self.tracks, self.curve):
            self._main.removeWidget(card)
        if wide:
            self._main.addWidget(self.score, 0, 0)
            self._main.addWidget(self.confidence, 1, 0)
            self._main.addWidget(self.risks, 2, 0)
            self._main.addWidget(self.tracks, 0, 1, 3, 1)
        else:
            self._main.addWidget(self.score, 0, 0)
            self._main.addWidget(self.confidence, 0, 1, 2, 1)
            self._main.addWidget(self.risks, 1, 0)
            self._main.addWidget(self.tracks, 2, 0, 1, 2)
        self._main.addWidget(self.curve, 3, 0, 1, 2)
        for card in (self.score, self.confidence, self.risks):
            card.setMinimumWidth(SCORE_WIDE if wide else 0)
            card.setMaximumWidth(SCORE_WIDE if wide else MOST_WIDE)
        self._main.setColumnStretch(0, 0 if wide else 1)
        self._main.setColumnStretch(1, 1)
        self._main.setRowStretch(0, 0)
        self._main.setRowStretch(1, 1 if wide else 0)
        self._main.setRowStretch(3, 2 if wide else 1)
