"""What stands in a row: a bar with its progress, baseline, slack and forecast, and the parts it can be taken by."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from launchpad.domain.enums import DECIDED_GATES, GateStatus, TaskStatus
from launchpad.domain.gate import Gate
from launchpad.domain.task import Task
from launchpad.engines.schedule import TaskDates
from launchpad.scenes.gantt.axis import TimeAxis
from launchpad.scenes.gantt.plan import Days, Look, TimelinePlan, days_of
from launchpad.scenes.gantt.rows import ROW, Heading
from launchpad.scenes.shapes import Area, Bar, Box, Dot, Shape, Stroke

BAR = 15
"""Pixels of a bar's height."""
TOP = 6
"""Pixels from a row's top to its bar."""
DIAMOND = 7
"""Pixels from the middle of a diamond to its corners."""
LEAST = 3
"""Pixels of the shortest bar."""
GRIP = 6
"""Pixels of a bar's end by which it is made longer."""
KNOB = 11
"""Pixels from a bar's edge to the knob from which a link is drawn."""
ROOM = 40
"""Pixels of a bar below which its progress cannot be taken hold of."""
PALE = 0.3


class Part(StrEnum):
    """What of a bar is under the pointer."""

    BODY = "body"
    END = "end"
    PROGRESS = "progress"
    KNOB_BEFORE = "knob before"
    KNOB_AFTER = "knob after"


@dataclass(frozen=True, slots=True)
class Place:
    """A bar's box in pixels. A diamond's box is the square it stands in on its tip."""

    box: Box
    is_diamond: bool

    @property
    def left(self) -> float:
        """Where links arrive at its start."""
        return self.box.x

    @property
    def right(self) -> float:
        """Where links leave from its finish."""
        return self.box.right

    @property
    def middle(self) -> float:
        """The height at which links meet it."""
        return self.box.y + self.box.height / 2


def place(days: Days, row: int, axis: TimeAxis) -> Place:
    """Where the bar of some days stands in a row."""
    top = row * ROW + TOP
    if days.instant:
        x = axis.middle_of(days.first)
        return Place(Box(x - DIAMOND, top + BAR / 2 - DIAMOND, 2 * DIAMOND, 2 * DIAMOND), True)
    left, right = axis.x_of_ordinal(days.first), axis.x_of_ordinal(days.end)
    return Place(Box(left, top, max(LEAST, right - left), BAR), False)


def task_shapes(plan: TimelinePlan, task: Task, row: int, axis: TimeAxis, look: Look) -> Iterator[Shape]:
    """A task's bar with all that belongs to it, from back to front."""
    dates, days = plan.dates(task), plan.days(task)
    at = place(days, row, axis)
    if look.baseline:
        yield from _baseline(plan.baseline_days(task), row, axis)
    if look.slack and task.is_open and dates.slack > 0:
        yield from _slack(plan, dates, at, axis)
    if look.forecast and task.is_open and dates.forecast_finish > dates.finish:
        yield _forecast(task, dates, row, axis)
    is_critical = look.critical and dates.critical and task.is_open
    tone = "text3" if task.is_passed_over else plan.tone(task)
    edge = "bad" if is_critical else ""
    if at.is_diamond:
        yield from _diamond(at, tone, edge, task.id in look.selected)
        return
    is_done = task.status is TaskStatus.DONE
    yield Bar(at.box, tone, min(3.0, at.box.width / 2), 0.65 if is_done else PALE, edge)
    share = 0 if is_done or task.is_passed_over else (task.progress or 0) / 100
    if share:
        yield Bar(Box(at.box.x, at.box.y, at.box.width * share, BAR), tone, min(3.0, at.box.width * share / 2))
    if task.id in look.selected:
        yield from _frame(at.box.inset(-2))


def _baseline(days: Days | None, row: int, axis: TimeAxis) -> Iterator[Shape]:
    if days is None:
        return
    box = place(days._replace(instant=False), row, axis).box
    yield Bar(Box(box.x, row * ROW + TOP + BAR + 3, box.width, 3), "text3", 1, 0.55)


def _slack(plan: TimelinePlan, dates: TaskDates, at: Place, axis: TimeAxis) -> Iterator[Shape]:
    end = slack_end(plan, dates, axis)
    if end > at.right:
        y = at.box.bottom - 3
        yield Stroke(((at.right, y), (end, y)), "text3", 2, (2, 2), 0.8)
        yield Stroke(((end, y - 3), (end, y + 3)), "text3", 1, None, 0.8)


def slack_end(plan: TimelinePlan, dates: TaskDates, axis: TimeAxis) -> int:
    """The pixel up to which a task may slip."""
    return axis.x_of_ordinal(plan.calendar.ordinal_at(max(dates.late_finish, dates.late_start + 1) - 1) + 1)


def _forecast(task: Task, dates: TaskDates, row: int, axis: TimeAxis) -> Shape:
    at = place(days_of(task, dates.forecast_start, dates.forecast_finish), row, axis)
    corners = _tips(at) if at.is_diamond else _corners(at.box.inset(1.5))
    return Stroke(corners, "warn", 1, (3, 2))


def _diamond(at: Place, tone: str, edge: str, is_selected: bool) -> Iterator[Shape]:
    if is_selected:
        yield from _frame(at.box.inset(-2))
    yield Area(_tips(at), tone)
    if edge:
        yield Stroke(_tips(at), edge, 1.5)


def _frame(box: Box) -> Iterator[Shape]:
    yield Stroke(_corners(box), "accent", 1.5)


def _corners(box: Box) -> tuple[tuple[float, float], ...]:
    """All around a box, from its first corner back to it."""
    return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom), (box.x, box.y)


def _tips(at: Place) -> tuple[tuple[float, float], ...]:
    """All around a diamond, from its top back to it."""
    (x, y), r = at.box.center, at.box.width / 2
    return (x, y - r), (x + r, y), (x, y + r), (x - r, y), (x, y - r)


def knobs(at: Place) -> Iterator[Shape]:
    """The knobs of a bar that is under the pointer or selected, from which links are drawn."""
    yield Dot((at.left - KNOB, at.middle), 4, "accent", hollow=True)
    yield Dot((at.right + KNOB, at.middle), 4, "accent", hollow=True)


def progress_mark(task: Task, at: Place) -> Shape | None:
    """The mark by which progress is dragged, at the foot of a bar with room for it."""
    x = progress_x(task, at)
    if x is None:
        return None
    foot = at.box.bottom + 1
    return Area(((x - 5, foot + 4), (x, foot - 3), (x + 5, foot + 4)), "accent")


def progress_x(task: Task, at: Place) -> float | None:
    """Where the progress of a bar ends; None when it cannot be dragged there."""
    if at.is_diamond or not task.is_open or at.box.width < ROOM:
        return None
    return at.box.x + at.box.width * (task.progress or 0) / 100


def part_at(task: Task, at: Place, x: float, y: float) -> Part | None:
    """What of a bar is at a point."""
    if not at.box.y - 2 <= y < at.box.bottom + 6:
        return None
    mark = progress_x(task, at)
    if mark is not None and abs(x - mark) <= 6 and y >= at.box.bottom - 3:
        return Part.PROGRESS
    if abs(y - at.middle) <= 6 and abs(x - (at.left - KNOB)) <= 6:
        return Part.KNOB_BEFORE
    if abs(y - at.middle) <= 6 and abs(x - (at.right + KNOB)) <= 6:
        return Part.KNOB_AFTER
    if not at.left <= x < at.right or y >= at.box.bottom:
        return None
    grip = min(GRIP, at.box.width / 3)
    return Part.END if not at.is_diamond and x >= at.right - grip else Part.BODY


def heading_shapes(plan: TimelinePlan, heading: Heading, row: int, axis: TimeAxis) -> Iterator[Shape]:
    """The thin bar over all of a group's work."""
    days = plan.days_of_group(heading)
    if days is None:
        return
    tone = f"track:{heading.place}" if heading.place >= 0 else "text2"
    box = place(days._replace(instant=False), row, axis).box
    top, left, right = row * ROW + 12, box.x, box.right
    yield Bar(Box(left, top, box.width, 4), tone)
    if box.width >= 12:
        yield Area(((left, top + 4), (left + 6, top + 4), (left, top + 9)), tone)
        yield Area(((right, top + 4), (right - 6, top + 4), (right, top + 9)), tone)


def gate_place(plan: TimelinePlan, gate: Gate, row: int, axis: TimeAxis) -> Place:
    """Where a gate's diamond stands."""
    day = plan.day_of_gate(gate)
    return place(Days(day, day + 1, True), row, axis)


def gate_tone(gate: Gate) -> str:
    """The color of a gate: decided, failed, or still to come."""
    if gate.status is GateStatus.FAILED:
        return "bad"
    return "ok" if gate.status in DECIDED_GATES else "warn" if gate.status is GateStatus.NEXT else "text2"
