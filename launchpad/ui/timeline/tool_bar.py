"""The bar above the timeline: zoom, places to go, what is drawn beside the bars, and how rows are grouped."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QWidget

from launchpad.scenes.gantt.axis import SCALES
from launchpad.scenes.gantt.plan import Look
from launchpad.ui.checklist.arrangement import Grouping
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.segments import Segments
from launchpad.ui.theme.icons import icon

NARROW = 1000
"""Pixels of the bar below which it says less."""
SIGN = 12
"""Pixels of the sign of what is on."""
LONGEST = 26
"""Characters of a baseline's name with what stands before it."""
SHOWN = (
    ("critical", "Critical path", "Critical", "Outline work on the critical path"),
    ("links", "Dependencies", "Links", "Draw the links between tasks"),
    ("baseline", "Baseline", "Baseline", "Draw the baseline below the bars"),
    ("slack", "Slack", "Slack", "Draw how far open work may slip"),
    ("forecast", "Forecast", "Forecast", "Outline where late work is heading"),
)


class ToolBar(QFrame):
    """Tells what was chosen; the screen decides what it means."""

    scale_asked = Signal(str)
    look_changed = Signal()
    grouping_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_bar")
        self.scales = Segments([(name, name.capitalize()) for name in SCALES], "Zoom")
        self.scales.choose("week")
        self.fit = _quiet("Fit", "Show the whole plan (Ctrl+Shift+A)")
        self.today = _quiet("Today", "Go to today (Ctrl+D)")
        self.launch = _quiet("Launch", "Go to launch day (Ctrl+L)")
        self.shown = {name: _toggle(text, tip) for name, text, _, tip in SHOWN}
        self.group_label = Label("Rows by", tone="text2")
        self.grouping = QComboBox()
        name_choice(self.grouping, "Rows by")
        for each in Grouping:
            self.grouping.addItem(each.label, each)
        self.plan_back = QPushButton("Plan back…")
        self.plan_back.setToolTip(plain_tip("Start all work as late as launch day allows (Ctrl+Shift+B)"))
        self._baseline = ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(4)
        layout.addWidget(self.scales)
        for button in (self.fit, self.today, self.launch):
            layout.addWidget(button)
        layout.addStretch(1)
        start = Look()
        for name, button in self.shown.items():
            button.setChecked(getattr(start, name))
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.group_label)
        layout.addWidget(self.grouping)
        layout.addSpacing(4)
        layout.addWidget(self.plan_back)

    def _connect(self) -> None:
        self.scales.chosen.connect(self.scale_asked)
        for button in self.shown.values():
            button.toggled.connect(self.look_changed)
        self.grouping.currentIndexChanged.connect(self.grouping_changed)

    @property
    def look(self) -> Look:
        """What is drawn beside the bars."""
        on = {name: button.isChecked() for name, button in self.shown.items()}
        return Look(on["critical"], on["links"], on["baseline"], on["slack"], on["forecast"])

    @property
    def chosen_grouping(self) -> Grouping:
        """What the groups are."""
        return Grouping(self.grouping.currentData())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, words are short."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        self._layout.setSpacing(2 if is_narrow else 4)
        self.group_label.setVisible(not is_narrow)
        self.plan_back.setVisible(not is_narrow)
        for name, long, short, _ in SHOWN:
            self.shown[name].setText(short if is_narrow else long)
        self._name_baseline()

    def show_baseline(self, name: str) -> None:
        """Say which baseline is drawn; empty for the promise."""
        if name != self._baseline:
            self._baseline = name
            self._name_baseline()

    def _name_baseline(self) -> None:
        chip, name = self.shown["baseline"], self._baseline
        whole = f"Baseline: {name}"
        short = whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1]}…"
        chip.setText("Baseline" if not name or self.width() < NARROW else short.replace("&", "&&"))
        chip.setToolTip(
            plain_tip(f"Draw the baseline “{name}” below the bars" if name else "Draw the promise below the bars")
        )
        chip.setAccessibleName(whole if name else "Baseline")


def _show_sign(button: QPushButton, on: bool) -> None:
    """What is on says so by a sign, not by its color alone."""
    button.setIcon(icon("check", "accent") if on else QIcon())


def _quiet(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "quiet")
    button.setToolTip(plain_tip(tip))
    button.setAccessibleName(text)
    return button


def _toggle(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setCheckable(True)
    button.setProperty("kind", "chip")
    button.setIconSize(QSize(SIGN, SIGN))
    button.toggled.connect(partial(_show_sign, button))
    button.setToolTip(plain_tip(tip))
    button.setAccessibleName(text)
    return button
