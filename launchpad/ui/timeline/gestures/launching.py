"""Dragging launch day: all that would move, what would start in the past and what it collides with."""

from collections.abc import Callable
from datetime import date
from functools import partial

from launchpad.app.background import Background
from launchpad.app.day_text import day_text
from launchpad.app.launch_move import LaunchMove, collisions_on, nearest_workday, try_launch, workday_after
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.task import Task
from launchpad.domain.wording import counted
from launchpad.engines.calendar import calendar_of
from launchpad.engines.schedule.launch_day import launch_moved
from launchpad.scenes.gantt.picture import Hit, Picture
from launchpad.scenes.gantt.trial import Shown
from launchpad.ui.timeline.gestures.gesture import Gesture

AT_ONCE = 500
"""Tasks up to which what would move is worked out while the hand moves; for more it follows off the window's thread."""


class LaunchDrag(Gesture):
    """Puts the launch on another working day."""

    def __init__(self, session: PlanSession, work: Background, on_found: Callable[[], None]) -> None:
        """`work` is asked about large plans; `on_found` is called when it has answered."""
        super().__init__(session)
        self.day = session.document.launch.launch_date
        self.pointed = self.day
        self.found: LaunchMove | None = None
        self._work, self._on_found = work, on_found

    def trial(self, picture: Picture, x: float, y: float, hit: Hit) -> Shown:
        """The launch on the working day nearest to the hand."""
        return self._tried(date.fromordinal(picture.axis.nearest(x)))

    def step(self, days: int) -> None:
        """Go on by working days."""
        self.shown = self._tried(workday_after(self.session.document, self.day, days))

    def _tried(self, pointed: date) -> Shown:
        self.pointed, day = pointed, nearest_workday(self.session.document, pointed)
        if day != self.day:
            self.day, self.found = day, None
            self._ask()
        return self._show()

    def _ask(self) -> None:
        document, today = self.session.document, self.session.today
        if self.day == document.launch.launch_date:
            return
        if len(document.table(Task)) <= AT_ONCE:
            self.found = try_launch(document, self.day, today)
        else:
            self._work.ask(document, partial(_tried, self.day, today))

    def take_answer(self, document: Document, found: LaunchMove) -> None:
        """Show what was worked out, if the hand is still there."""
        if found.day == self.day and document is self.session.document:
            self.found = found
            self.shown = self._show()
            self._on_found()

    def _show(self) -> Shown:
        shown = Shown(self._words(), day=self.day.toordinal())
        if self.found is not None:
            shown.moved, shown.gates = self.found.moved, self.found.gates
        return shown

    def _words(self) -> str:
        document, today = self.session.document, self.session.today
        words = [f"Launch {day_text(self.day, today)}", *self._distance()]
        if self.pointed != self.day:
            words.append(f"{day_text(self.pointed, today)} is not a working day")
        words += [f"in {name}" for name in collisions_on(document, self.day)]
        if self.day < today:
            words.append("in the past")
        if self.day != document.launch.launch_date:
            words += self._consequences()
        return " · ".join(words)

    def _distance(self) -> list[str]:
        document = self.session.document
        days = calendar_of(document).offset_at_or_after(self.day)
        return [f"{counted(abs(days), 'working day')} {'later' if days > 0 else 'earlier'}"] if days else []

    def _consequences(self) -> list[str]:
        if self.found is None:
            return ["working out what moves…"]
        words = [f"moves {counted(len(self.found.moved), 'task')}"]
        if self.found.past:
            words.append(f"{len(self.found.past)} would start in the past")
        if self.found.forecast_launch > self.day:
            words.append(f"forecast {day_text(self.found.forecast_launch, self.session.today)}")
        return words

    def refusal(self, sentence: str) -> Shown:
        """Dropped there, launch day stays where it is."""
        self.day = self.session.document.launch.launch_date
        return super().refusal(sentence)

    def edit(self, document: Document) -> Edit:
        """The launch on the day that is shown."""
        return launch_moved(document, self.day)

    def sentence(self) -> str:
        """The same as was shown."""
        return f"{self._words()}."


def _tried(day: date, today: date, document: Document) -> LaunchMove:
    return try_launch(document, day, today)
