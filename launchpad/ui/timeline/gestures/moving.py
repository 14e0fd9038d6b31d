"""Moving bars: one or several, by mouse or by working days, as far as what stays behind lets them."""

from collections.abc import Mapping, Sequence

from launchpad.app.bar_shift import Shift, try_shift
from launchpad.app.commands.bars import anchor_at, start_bars
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.enums import AnchorKind
from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.domain.wording import counted
from launchpad.scenes.gantt.picture import Hit, Picture
from launchpad.scenes.gantt.trial import Shown
from launchpad.ui.timeline.gestures.gesture import Gesture, stand_words
from launchpad.ui.timeline.words import anchor_text, held_at


class BarMove(Gesture):
    """Moves tasks, of which `task` is in the hand."""

    def __init__(self, session: PlanSession, task: Task, ids: Sequence[str], x: float = 0) -> None:
        """`x` is where the bar was taken, in pixels of the picture."""
        super().__init__(session)
        self.held, self.ids = task, tuple(ids)
        self._x = x
        self._rehearsal = session.rehearsal()
        self._from = self._starts()
        self._shift = Shift({}, 0, None)

    def _starts(self) -> Mapping[str, int]:
        facts, found = self.facts, {}
        for each in self.ids:
            dates = facts.dates(self.task(each))
            if dates is not None:
                found[each] = facts.calendar.offset_at_or_after(dates.start)
        return found

    def trial(self, picture: Picture, x: float, y: float, hit: Hit) -> Shown:
        """Where the bars would stand with the hand at a place."""
        calendar = picture.plan.calendar
        here = picture.plan.days(self.held).first
        to = picture.axis.nearest(picture.axis.x_of_ordinal(here) + x - self._x)
        return self._tried(calendar.offset_from_ordinal(to) - calendar.offset_from_ordinal(here))

    def step(self, days: int) -> None:
        """Go on by working days."""
        self.shown = self._tried(self._shift.days + days)

    def _tried(self, days: int) -> Shown:
        self._shift = try_shift(self._rehearsal, self._from, days, self.session.today)
        moved = self._rehearsal.moved
        return Shown(self._words(len(moved.keys() - set(self.ids))), moved=moved, tags=self._tags())

    def _tags(self) -> dict[TaskId, str]:
        today, document = self.session.today, self.session.document
        return {
            TaskId(each): anchor_text(anchor_at(document, self.task(each), start, today), today)
            for each, start in self._shift.starts.items()
        }

    def _words(self, others: int) -> str:
        tag = self._tags().get(self.held.id) or anchor_text(self.held.anchor, self.session.today)
        words = " · ".join(filter(None, [tag, stand_words(self._rehearsal, self.held.id, self.session)]))
        if self._shift.hold is not None:
            words += f" · {self.hold_words}"
        return f"{words} · moves {counted(others, 'more task')}" if others else words

    @property
    def hold_words(self) -> str:
        """What stopped the bars, in words; empty when nothing did."""
        hold = self._shift.hold
        if hold is None:
            return ""
        words = held_at(hold.driver, self._rehearsal, self.session.today)
        return words if hold.task == self.held.id else f"“{self.task(hold.task).title}” is {words}"

    def refusal(self, sentence: str) -> Shown:
        """Dropped there, nothing moves."""
        self._shift = Shift({}, 0, None)
        return super().refusal(sentence)

    def edit(self, document: Document) -> Edit:
        """The bars where they were put."""
        return start_bars(document, self._shift.starts, self.session.today)

    def sentence(self) -> str:
        """How many moved or, of one, what now holds it there."""
        starts = self._shift.starts
        if not starts:
            return ""
        others = len(self._rehearsal.moved.keys() - set(self.ids))
        more = f"; {counted(others, 'more task')} moved with {'it' if len(starts) == 1 else 'them'}" if others else ""
        if len(starts) != 1:
            return f"Moved {len(starts)} tasks{more}."
        kind = anchor_at(self.session.document, self.held, starts[self.held.id], self.session.today).kind
        return f"“{self.held.title}” {_VERBS[kind]} {self._tags()[self.held.id].lstrip('=')}{more}."


_VERBS = {
    AnchorKind.SNET: "starts no earlier than",
    AnchorKind.MSO: "must start on",
    AnchorKind.MFO: "must finish on",
}
"""What a bar that was put somewhere does."""
