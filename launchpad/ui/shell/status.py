"""The foot of the window: that everything is saved, and the plan in a few numbers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStatusBar, QWidget

from launchpad.domain.wording import counted
from launchpad.ui.parts.announce import announce
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.shell.words import short_day, working_week
from launchpad.ui.theme.manager import color

if TYPE_CHECKING:
    from launchpad.app.plan_facts import PlanFacts
    from launchpad.app.plan_session import PlanSession

TOLD = 8000
"""Milliseconds for which a sentence stays."""
TOO_LATE = 800
"""Milliseconds in which a click on a number that came back was meant for what stood in its place."""


class StatusBar(QStatusBar):
    """Shows a session and its facts."""

    real_today_asked = Signal(bool)
    asked = Signal(str, object)
    """The screen of this name, and what it should show only, or None."""
    fit_asked = Signal()
    """Whether the plan fits, and what could be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setAccessibleName("Status")
        self._dot = _Dot()
        self._saved = Label(tone="text2", px=12)
        self._day = QPushButton()
        self._day.setProperty("kind", "link")
        self._day.clicked.connect(self._on_day_clicked)
        self._uses_real = False
        self._fit = QPushButton()
        self._fit.setProperty("kind", "link")
        self._fit.setToolTip(plain_tip("Does the plan fit? (Ctrl+Shift+F)"))
        self._fit.clicked.connect(self.fit_asked)
        self._is_short = self._gives_room = False
        self._settling = QDeadlineTimer()
        self._numbers = [Label(tone="text2", px=12) for _ in range(3)]
        self.addWidget(self._dot)
        self.addWidget(self._saved)
        self.addPermanentWidget(self._day)
        tasks, critical, calendar = self._numbers
        self._ways: dict[QWidget, tuple[str, str | None]] = {
            tasks: ("checklist", None),
            critical: ("checklist", "critical"),
            calendar: ("settings", None),
        }
        for label in self._numbers:
            label.setContentsMargins(6, 0, 6, 0)
            label.setCursor(Qt.CursorShape.PointingHandCursor)
        for widget in (tasks, critical, self._fit, calendar):
            self.addPermanentWidget(widget)
        self._show_all(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A number leads to what it counts."""
        part = self.childAt(event.position().toPoint())
        way = self._ways.get(part) if part is not None and self._settling.hasExpired() else None
        if way is not None and event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit(*way)
        super().mouseReleaseEvent(event)

    def tell(self, sentence: str) -> None:
        """Say something for a few seconds."""
        self.showMessage(sentence, TOLD)
        announce(self, sentence)

    def show_nothing(self) -> None:
        """There is no launch."""
        self._show_all(False)

    def show_session(self, session: "PlanSession", facts: "PlanFacts") -> None:
        """Show that it is saved, where, and what it comes to."""
        self._show_all(True)
        self.show_saved(session)
        self._show_day(session)
        done = f"{counted(facts.counts.tasks, 'task')} · {facts.counts.done:,} done"
        texts = done, _critical_text(facts), _calendar_text(session)
        for label, text in zip(self._numbers, texts, strict=True):
            label.setText(text)
        self._is_short = facts.short > 0
        self._fit.setVisible(self._is_short and not self._gives_room)
        self._fit.setText(f"{counted(facts.short, 'day')} short")

    def show_saved(self, session: "PlanSession") -> None:
        """Say whether what is seen is what the file holds."""
        trouble = session.trouble
        words = trouble.words if trouble else "Read-only" if session.is_read_only else "All changes saved"
        self._saved.setText(f"{words} · {session.path.name}")
        self._saved.setToolTip(plain_tip(trouble.sentence if trouble else str(session.path)))
        self._dot.show_tone("bad" if trouble else "text3" if session.is_read_only else "ok")

    def _show_day(self, session: "PlanSession") -> None:
        own = session.document.launch.as_of
        self._day.setVisible(own is not None)
        self._uses_real = session.uses_real_today
        if own is not None:
            used = f"today, {short_day(session.today)} · use {short_day(own)}"
            self._day.setText(used if self._uses_real else f"as of {short_day(own)} · use the real date")

    def _on_day_clicked(self) -> None:
        self.real_today_asked.emit(not self._uses_real)

    def make_room(self, wanted: bool) -> None:
        """Leave out what can wait while something else is said at the right."""
        self._gives_room = wanted
        self._settling.setRemainingTime(0 if wanted else TOO_LATE)
        self._fit.setVisible(self._is_short and not wanted)
        for label in self._numbers[1:]:
            label.setVisible(not wanted and not self._dot.isHidden())

    def _show_all(self, visible: bool) -> None:
        for left in (self._dot, self._saved):
            if not (visible and self.currentMessage()):  # Qt shows them again after what is told now
                left.setVisible(visible)
        for widget in (self._day, self._numbers[0]):
            widget.setVisible(visible)
        self._show_idle(not visible)
        for label in self._numbers[1:]:
            label.setVisible(visible and not self._gives_room)
        self._is_short = False
        self._fit.setVisible(False)

    def _show_idle(self, idle: bool) -> None:
        """Without a launch it is no strip of its own."""
        before = self.property("idle")
        self.setProperty("idle", idle)
        if before is not None and before != idle:  # what was not shown yet is dressed when it is
            self.style().polish(self)


class _Dot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._tone = "ok"
        self.setFixedSize(22, 16)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(color(self._tone))
            painter.setBrush(color(self._tone))
            painter.drawEllipse(11, 4, 8, 8)


def _critical_text(facts: "PlanFacts") -> str:
    """How much work is critical, and how far it may slip; the days a plan is short of are a link of their own."""
    if facts.critical is None:
        return "no schedule"
    slack = "" if facts.least_slack is None or facts.short else f", {counted(facts.least_slack, 'day')} slack"
    return f"Critical path: {counted(facts.critical, 'task')}{slack}".replace("-", "−")


def _calendar_text(session: "PlanSession") -> str:
    from launchpad.domain.launch import Holiday  # the kinds of row come in with the first launch

    document = session.document
    region, holidays = document.calendar.holiday_region, len(document.table(Holiday))
    named = f"{region} holidays" if region else counted(holidays, "holiday") if holidays else "no holidays"
    return f"Working week {working_week(document.calendar.workdays)}, {named}"
