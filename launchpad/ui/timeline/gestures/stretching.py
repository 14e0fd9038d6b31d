"""Making work longer or shorter, and saying how much of it is done."""

from datetime import date

from launchpad.app.commands.bars import length_until, stretch_bar
from launchpad.app.commands.task_status import set_progress
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.task import Task
from launchpad.domain.wording import counted
from launchpad.scenes.gantt.picture import Hit, Picture
from launchpad.scenes.gantt.trial import Shown
from launchpad.ui.timeline.gestures.gesture import Gesture, stand_words
from launchpad.ui.timeline.words import days_text

STEP = 5
"""Percent by which progress is dragged."""


class BarStretch(Gesture):
    """Lets a task end on another day."""

    def __init__(self, session: PlanSession, task: Task, x: float = 0) -> None:
        """`x` is where the end was taken, in pixels of the picture."""
        super().__init__(session)
        self.held = task
        self._x = x
        self._rehearsal = session.rehearsal()
        self._length = task.duration

    def trial(self, picture: Picture, x: float, y: float, hit: Hit) -> Shown:
        """How long the work would be with its end at a place."""
        days = picture.plan.days(self.held)
        end = picture.axis.nearest(picture.axis.x_of_ordinal(days.end) + x - self._x)
        finish = date.fromordinal(max(days.first, end - 1))
        return self._tried(length_until(self.session.document, self.held, finish, self.session.today))

    def step(self, days: int) -> None:
        """Make it longer by working days, or shorter."""
        self.shown = self._tried(max(1, self._length + days))

    def _tried(self, length: int) -> Shown:
        self._length = length
        self._rehearsal.play(stretch_bar(self.session.document, self.held.id, length, self.session.today))
        words = f"{days_text(length)} · {stand_words(self._rehearsal, self.held.id, self.session)}"
        moved = self._rehearsal.moved
        others = len(moved.keys() - {self.held.id})
        if others:
            words += f" · moves {counted(others, 'more task')}"
        return Shown(words, moved=moved, tags={self.held.id: days_text(length)})

    def refusal(self, sentence: str) -> Shown:
        """Dropped there, it stays as long as it is."""
        self._length = self.held.duration
        return super().refusal(sentence)

    def edit(self, document: Document) -> Edit:
        """The work as long as it is shown."""
        return stretch_bar(document, self.held.id, self._length, self.session.today)

    def sentence(self) -> str:
        """How long the work is."""
        others = len(self._rehearsal.moved.keys() - {self.held.id})
        more = f"; {counted(others, 'more task')} moved with it" if others else ""
        return f"“{self.held.title}” takes {days_text(self._length)}{more}."


class ProgressDrag(Gesture):
    """Says how much of a task is done."""

    def __init__(self, session: PlanSession, task: Task) -> None:
        super().__init__(session)
        self.held = task
        self._percent = task.progress or 0

    def trial(self, picture: Picture, x: float, y: float, hit: Hit) -> Shown:
        """How much would be done with the mark at a place."""
        found = picture.place_of(self.held.id)
        if found is None:
            return self.shown
        share = (x - found[0].box.x) / found[0].box.width
        return self._tried(round(share * 100 / STEP) * STEP)

    def step(self, percent: int) -> None:
        """Say that more is done, or less."""
        self.shown = self._tried(self._percent + percent)

    def _tried(self, percent: int) -> Shown:
        self._percent = min(100, max(0, percent))
        return Shown(f"{self._percent} % done", done=(self.held, self._percent))

    def edit(self, document: Document) -> Edit:
        """As much done as is shown."""
        return set_progress(document, [self.held.id], self._percent, self.session.today)

    def sentence(self) -> str:
        """How much is done."""
        return f"“{self.held.title}” is {self._percent} % done."
