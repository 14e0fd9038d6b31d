"""The tracks' cards, as many side by side as there is room for."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from launchpad.engines.readiness import Readiness
from launchpad.ui.overview.track_card import TrackCard

NARROWEST = 225
"""Pixels of a card."""
GAP = 10


class TrackGrid(QWidget):
    """One card per track, in the plan's order."""

    track_asked = Signal(str)
    """The key of a track whose checklist is wanted."""
    explanation_asked = Signal(str)
    """The key of a track whose score is to be explained."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[TrackCard] = []
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def show_readiness(self, answer: Readiness) -> None:
        """Show other scores; cards are made and dropped only when tracks come and go."""
        while len(self.cards) > len(answer.tracks):
            self.cards.pop().deleteLater()
        while len(self.cards) < len(answer.tracks):
            self._add()
        for place, (card, track) in enumerate(zip(self.cards, answer.tracks, strict=True)):
            card.show_track(answer, track, place)

    def minimumSizeHint(self) -> QSize:
        """One card wide."""
        return QSize(NARROWEST, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit."""
        super().resizeEvent(event)
        columns = max(1, (self.width() + GAP) // (NARROWEST + GAP))
        if columns != self._columns:
            self._columns = columns
            for place, card in enumerate(self.cards):
                self._grid.addWidget(card, *divmod(place, columns))

    def _add(self) -> None:
        card = TrackCard(self)
        card.clicked.connect(lambda card=card: self.track_asked.emit(card.key))
        card.explanation_asked.connect(self.explanation_asked)
        self._grid.addWidget(card, *divmod(len(self.cards), self._columns))
        self.cards.append(card)
