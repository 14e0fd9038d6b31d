"""What a hand does on the timeline: each gesture is tried out while it lasts and becomes one edit at its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from launchpad.app.commands.bars import (
    First,
    first_start,
    free_bar,
    held_start,
    length_until,
    movable,
    resizable,
    start_bars,
    stretch_bar,
)
from launchpad.app.commands.links import set_link
from launchpad.app.commands.task_status import set_progress
from launchpad.app.day_text import day_text, offset_text
from launchpad.app.plan_session import PlanSession
from launchpad.app.rehearsal import Rehearsal, Stand
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.enums import LinkType
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.task import Task
from launchpad.engines.wording import counted
from launchpad.scenes.gantt.bars import Part
from launchpad.scenes.gantt.picture import Hit, Picture
from launchpad.ui.timeline.words import days_text, held_at, name_of

STEP = 5
"""Percent by which progress is dragged."""
KNOBS = (Part.KNOB_BEFORE, Part.KNOB_AFTER)


@dataclass(slots=True)
class Drag:
    """A gesture under way. `x` is where it began, in pixels of the picture; `words` say what it would do."""

    task: Task
    part: Part
    x: float
    ids: Sequence[str]
    rehearsal: Rehearsal | None = None
    first: First | None = None
    starts: Mapping[str, int] | None = None
    length: int | None = None
    progress: int | None = None
    target: Task | Gate | None = None
    type: LinkType = LinkType.FS
    words: str = ""

    @property
    def is_link(self) -> bool:
        """Whether a link is being drawn."""
        return self.part in KNOBS


class Hands(QObject):
    """Turns gestures and keys into edits of a plan."""

    told = Signal(str)
    """A sentence about what was done, or why it could not be."""

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.drag: Drag | None = None

    @property
    def is_read_only(self) -> bool:
        """Whether the plan can only be looked at."""
        return self._session.is_read_only

    @property
    def _facts(self) -> TaskFacts:
        return TaskFacts(self._session.document, self._session.today)

    # --- dragging ------------------------------------------------------------------------------------------------

    def take(self, task: Task, part: Part, x: float, selected: Sequence[str]) -> bool:
        """Take hold of a bar; False, telling why, when it cannot be."""
        if self._session.is_read_only:
            return False
        why = movable(task) if part is Part.BODY else resizable(task) if part is Part.END else ""
        if why:
            self.told.emit(why)
            return False
        ids = [each for each in selected if not movable(self._task(each))] if task.id in selected else [task.id]
        drag = Drag(task, part, x, ids)
        if part in (Part.BODY, Part.END):
            drag.rehearsal = self._session.rehearsal()
        if drag.rehearsal is not None and part is Part.BODY and len(ids) == 1:
            drag.rehearsal.play(free_bar(task))
            drag.first = held_start(self._session.document, task, *drag.rehearsal.held(task.id))
        self.drag = drag
        return True

    def move(self, picture: Picture, x: float, y: float, hit: Hit) -> None:
        """Go on with the gesture to a place, where `hit` is."""
        drag = self.drag
        if drag is None:
            return
        try:
            self._try(drag, picture, x, hit)
        except PlanError as error:  # as far out as a plan can reach
            drag.starts, drag.length, drag.words = None, None, str(error)

    def _try(self, drag: Drag, picture: Picture, x: float, hit: Hit) -> None:
        match drag.part:
            case Part.BODY:
                self._try_start(drag, picture, x)
            case Part.END:
                self._try_length(drag, picture, x)
            case Part.PROGRESS:
                self._try_progress(drag, picture, x)
            case _:
                self._try_link(drag, picture, x, hit)

    def drop(self) -> None:
        """End the gesture: do what it tried."""
        drag, self.drag = self.drag, None
        if drag is None:
            return
        if drag.starts is not None:
            self._start(drag.starts, drag.rehearsal, drag.words)
        elif drag.length is not None and drag.length != drag.task.duration:
            self._session.run(stretch_bar, drag.task.id, drag.length, self._session.today)
        elif drag.progress is not None and drag.progress != (drag.task.progress or 0):
            self._session.run(set_progress, [drag.task.id], drag.progress, self._session.today)
        elif drag.target is not None:
            self.link(drag.task, drag.target, drag.type)

    def cancel(self) -> bool:
        """Let go without doing anything; return whether there was something."""
        was, self.drag = self.drag, None
        return was is not None

    def _try_start(self, drag: Drag, picture: Picture, x: float) -> None:
        calendar = picture.plan.calendar
        here = picture.plan.days(drag.task).first
        to = picture.axis.nearest(picture.axis.x_of_ordinal(here) + x - drag.x)
        days = calendar.offset_from_ordinal(to) - calendar.offset_from_ordinal(here)
        held = ""
        offset = calendar.offset_from_ordinal(here)
        if drag.first is not None and offset + days < drag.first.start:
            days, held = min(0, drag.first.start - offset), held_at(drag.first, self._facts)
        starts = self._starts(drag.ids, days) if days else None
        drag.starts = starts
        assert drag.rehearsal is not None
        edit = start_bars(self._session.document, starts or {}, self._session.today)
        drag.rehearsal.play(edit)
        drag.words = self._start_words(drag, offset + days, held)

    def _start_words(self, drag: Drag, offset: int, held: str) -> str:
        assert drag.rehearsal is not None
        dates = drag.rehearsal.stand(drag.task.id)
        words = f"{offset_text(offset)} · {_span(dates, self._session.today)}"
        if held:
            return f"{words} · {held}"
        others = len(drag.rehearsal.moved.keys() - set(drag.ids))
        words += f" · {_slack(dates)}"
        return f"{words} · moves {counted(others, 'more task')}" if others else words

    def _starts(self, ids: Sequence[str], days: int) -> dict[str, int]:
        facts, found = self._facts, {}
        for each in ids:
            dates = facts.dates(self._task(each))
            if dates is not None:
                found[each] = facts.calendar.offset_at_or_after(dates.start) + days
        return found

    def _try_length(self, drag: Drag, picture: Picture, x: float) -> None:
        days = picture.plan.days(drag.task)
        end = picture.axis.nearest(picture.axis.x_of_ordinal(days.end) + x - drag.x)
        finish = date.fromordinal(max(days.first, end - 1))
        document, today = self._session.document, self._session.today
        drag.length = length_until(document, drag.task, finish, today)
        assert drag.rehearsal is not None
        drag.rehearsal.play(stretch_bar(document, drag.task.id, drag.length, today))
        dates = drag.rehearsal.stand(drag.task.id)
        drag.words = f"{days_text(drag.length)} · {_span(dates, today)} · {_slack(dates)}"
        others = len(drag.rehearsal.moved.keys() - {drag.task.id})
        if others:
            drag.words += f" · moves {counted(others, 'more task')}"

    def _try_progress(self, drag: Drag, picture: Picture, x: float) -> None:
        found = picture.place_of(drag.task.id)
        if found is None:
            return
        box = found[0].box
        share = (x - box.x) / box.width
        drag.progress = min(100, max(0, round(share * 100 / STEP) * STEP))
        drag.words = f"{drag.progress} % done"

    def _try_link(self, drag: Drag, picture: Picture, x: float, hit: Hit) -> None:
        drag.target, drag.words = None, "Drop on another bar to link"
        node: Task | Gate | None = hit.task or hit.gate
        found = None if node is None or node.id == drag.task.id else picture.place_of(node.id)
        if node is None or found is None:
            return
        at_start = isinstance(node, Gate) or found[0].is_diamond or x < found[0].box.center[0]
        from_start = drag.part is Part.KNOB_BEFORE
        drag.target = node
        if from_start and at_start:
            drag.type = LinkType.SS
        else:
            drag.type = LinkType.SF if from_start else LinkType.FS if at_start else LinkType.FF
        drag.words = f"{drag.task.title} → {name_of(node.id, self._session.document)} · {drag.type.label}"

    # --- keys ----------------------------------------------------------------------------------------------------

    def shift(self, ids: Sequence[str], days: int) -> None:
        """Move tasks by working days, as far as their links allow."""
        tasks = [self._task(each) for each in ids]
        can = [task for task in tasks if not movable(task)]
        if not can or self._session.is_read_only:
            self.told.emit(movable(tasks[0]) if tasks else "Select a task to move it.")
            return
        starts = self._starts([task.id for task in can], days)
        if len(can) == 1 and days < 0:
            first = first_start(self._session.document, can[0], self._session.today)
            if first is not None and starts[can[0].id] < first.start:
                self.told.emit(f"“{can[0].title}” cannot start earlier: {held_at(first, self._facts)}.")
                return
        self._start(starts, None, "")

    def _start(self, starts: Mapping[str, int], rehearsal: Rehearsal | None, words: str) -> None:
        if not self._session.run(start_bars, starts, self._session.today):
            return
        if len(starts) > 1:
            self.told.emit(f"Moved {len(starts)} tasks.")
            return
        task = self._task(next(iter(starts)))
        others = len(rehearsal.moved.keys() - set(starts)) if rehearsal is not None else 0
        more = f"; {counted(others, 'more task')} moved with it" if others else ""
        self.told.emit(f"“{task.title}” starts no earlier than {offset_text(starts[task.id])}{more}.")

    def stretch(self, task_id: str, days: int) -> None:
        """Make a task's work longer or shorter by working days."""
        task = self._task(task_id)
        if why := resizable(task):
            self.told.emit(why)
        elif not self._session.is_read_only and task.duration + days >= 1:
            self._session.run(stretch_bar, task_id, task.duration + days, self._session.today)

    def advance(self, task_id: str, percent: int) -> None:
        """Say that more, or less, of a task is done."""
        task = self._task(task_id)
        if task.is_open and not task.is_milestone and not self._session.is_read_only:
            done = min(100, max(0, (task.progress or 0) + percent))
            self._session.run(set_progress, [task_id], done, self._session.today)

    def link(self, one: Task, other: Task | Gate, type: LinkType) -> None:
        """Let a task or gate wait for another task."""
        if self._session.run(set_link, one, other, type, 0, False):
            self.told.emit(f"“{name_of(other.id, self._session.document)}” now waits for “{one.title}”.")

    def _task(self, task_id: str) -> Task:
        return self._session.document.table(Task)[task_id]


def _span(dates: Stand, today: date) -> str:
    if dates.start == dates.finish:
        return day_text(dates.start, today)
    return f"{day_text(dates.start, today)} – {day_text(dates.finish, today)}"


def _slack(dates: Stand) -> str:
    if dates.slack < 0:
        return f"{days_text(-dates.slack)} too late"
    return f"slack {days_text(dates.slack)}" if dates.slack else "no slack"
