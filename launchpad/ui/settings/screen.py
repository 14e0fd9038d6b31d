"""Settings: of the person, and of the launch that is open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.domain.edit import Edit
from launchpad.ui.deed import Deed
from launchpad.ui.screen import Screen
from launchpad.ui.settings.calendar_card import CalendarCard
from launchpad.ui.settings.launch_card import LaunchCard
from launchpad.ui.settings.scoring_card import ThresholdsCard, TracksCard, WeightsCard
from launchpad.ui.settings.template_card import TemplateCard
from launchpad.ui.settings.you_card import YouCard

COLUMN = 620
"""Pixels a column of cards takes at most."""
TWO_COLUMNS = 960
"""Pixels from which on there is room for two."""
AROUND = 120
"""Pixels above and below a field one is led to that are in sight with it."""


class SettingsScreen(Screen):
    """Two columns of cards; every change of the launch is an edit that can be undone."""

    name = "settings"
    title = "Settings"
    deeds = (
        Deed("Your name", "your_name"),
        Deed("Rename the launch", "rename", changes=True),
        Deed("Move launch day", "move_launch_day", changes=True),
        Deed("Holidays", "holidays", changes=True),
        Deed("Working week", "working_week", changes=True),
        Deed("Thresholds of the verdict", "verdict_thresholds", changes=True),
        Deed("Weights of tasks and tracks", "task_weights", changes=True),
    )

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.you = YouCard()
        self.launch = LaunchCard(session)
        self.calendar = CalendarCard(session)
        self.thresholds = ThresholdsCard(session)
        self.weights = WeightsCard(session)
        self.tracks = TracksCard(session)
        self.template = TemplateCard(session)
        self._lay_out()
        self.you.renamed.connect(self._on_renamed)
        self.you.told.connect(self.told)
        self.calendar.told.connect(self.told)
        session.refused.connect(self._on_refused)
        for card in (self.launch, self.calendar, self.thresholds, self.weights, self.tracks):
            card.setEnabled(not session.is_read_only)

    def _lay_out(self) -> None:
        content = QWidget()
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(12)
        row.addWidget(_column(self.you, self.launch, self.calendar, self.template), 1)
        row.addWidget(_column(self.thresholds, self.weights, self.tracks), 1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName("Settings")
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.first = self.you.name

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for two columns, one stands below the other."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if self.width() >= TWO_COLUMNS else direction.TopToBottom)

    def refresh(self, edit: Edit | None) -> None:
        """Show what is set now."""
        for card in (self.you, self.launch, self.calendar, self.thresholds, self.weights, self.tracks, self.template):
            card.refresh()

    def your_name(self) -> None:
        """Go to the name that signs edits."""
        self._go_to(self.you.name)

    def rename(self) -> None:
        """Go to the name of the launch."""
        self._go_to(self.launch.name)

    def move_launch_day(self) -> None:
        """Go to the launch's day."""
        self._go_to(self.launch.day)

    def holidays(self) -> None:
        """Go to the choice of a country's holidays."""
        self._go_to(self.calendar.region.countries)

    def working_week(self) -> None:
        """Go to the days of the week that are worked."""
        self._go_to(self.calendar.days[1])

    def verdict_thresholds(self) -> None:
        """Go to the first threshold."""
        self._go_to(next(iter(self.thresholds.boxes.values())))

    def task_weights(self) -> None:
        """Go to the first weight."""
        self._go_to(next(iter(self.weights.boxes.values())))

    def _go_to(self, field: QWidget) -> None:
        self._area.ensureWidgetVisible(field, 0, AROUND)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_renamed(self, name: str) -> None:
        self.session.session.who = name

    def _on_refused(self, _sentence: str) -> None:
        if self.isVisible():
            self.refresh(None)


def _column(*cards: QWidget) -> QWidget:
    column = QWidget()
    column.setMaximumWidth(COLUMN)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for card in cards:
        layout.addWidget(card)
    layout.addStretch(1)
    return column
