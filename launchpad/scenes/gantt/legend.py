"""What the signs of the timeline mean, in as many lines as they need."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from launchpad.domain.enums import TaskStatus
from launchpad.domain.task import Task
from launchpad.scenes.gantt.links import arrow
from launchpad.scenes.gantt.plan import Look, TimelinePlan
from launchpad.scenes.gantt.rows import GateLine, Heading
from launchpad.scenes.shapes import Area, Bar, Box, Dot, Measure, Shape, Stroke, Words
from launchpad.scenes.status_sign import status_sign

LINE = 16
"""Pixels of a line."""
PX = 10
SAMPLE = 22
"""Pixels of the sign before its words."""
GAP = 14
LONGEST_NAME = 40
"""Characters of a baseline's name."""

Sign = Callable[[Box], Iterator[Shape]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign with what it means."""

    text: str
    sign: Sign


def legend(plan: TimelinePlan, look: Look, *, statuses: bool) -> list[Entry]:
    """What can be seen of a plan, and no more; `statuses` stand in the columns beside the bars."""
    kinds = {type(row) for row in plan.rows.rows}
    tasks = [row for row in plan.rows.rows if isinstance(row, Task)]
    offers = [
        (any(task.is_open and not task.is_milestone for task in tasks), Entry("Task, its progress", _task)),
        (any(task.status is TaskStatus.DONE for task in tasks), Entry("Done", _done)),
        (any(task.is_milestone for task in tasks), Entry("Milestone", _milestone)),
        (Heading in kinds, Entry("Whole group", _group)),
        (GateLine in kinds, Entry("Gate", _gate)),
        (look.critical, Entry("Critical", _critical)),
        (look.baseline and any(map(plan.baseline_days, tasks)), Entry(_baseline_text(plan), _baseline)),
        (look.slack, Entry("Slack", _slack)),
        (look.forecast, Entry("Forecast", _forecast)),
        (look.links, Entry("Waits for", _link)),
        (True, Entry("Today", lambda box: _line(box, "accent"))),
        (True, Entry("Launch day", lambda box: _line(box, "bad"))),
        (True, Entry("Not worked", lambda box: _band(box, "text3", 0.2))),
    ]
    found = [entry for is_there, entry in offers if is_there]
    if statuses:
        seen = {task.status for task in tasks}
        found += [Entry(status.label, _status(status)) for status in TaskStatus if status in seen]
    return found


def _baseline_text(plan: TimelinePlan) -> str:
    """One that was chosen is named, so that nobody takes it for the promise."""
    name = plan.baseline_name
    cut = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
    return f"Baseline: {cut}" if cut else "Baseline"


def legend_shapes(entries: list[Entry], width: float, measure: Measure) -> tuple[list[Shape], float]:
    """The entries from left to right in a width of pixels, and the height they take."""
    shapes: list[Shape] = []
    x = y = 0.0
    for entry in entries:
        wide = SAMPLE + 4 + measure(entry.text, PX, 400)
        if x and x + wide > width:
            x, y = 0.0, y + LINE
        shapes += entry.sign(Box(x, y, SAMPLE, LINE))
        shapes.append(Words(Box(x + SAMPLE + 4, y, wide - SAMPLE - 4, LINE), entry.text, PX, 400, "text2"))
        x += wide + GAP
    return shapes, y + LINE if entries else 0.0


def _bar(box: Box, high: float = 8) -> Box:
    return Box(box.x, box.y + (box.height - high) / 2, box.width, high)


def _task(box: Box) -> Iterator[Shape]:
    at = _bar(box)
    yield Bar(at, "track:1", 2, 0.3)
    yield Bar(Box(at.x, at.y, at.width * 0.45, at.height), "track:1", 2)


def _done(box: Box) -> Iterator[Shape]:
    yield Bar(_bar(box), "track:1", 2, 0.65)


def _critical(box: Box) -> Iterator[Shape]:
    yield Bar(_bar(box), "track:1", 2, 0.3, "bad")


def _milestone(box: Box) -> Iterator[Shape]:
    (x, y), r = box.center, 5
    yield Area(((x, y - r), (x + r, y), (x, y + r), (x - r, y)), "track:1")


def _gate(box: Box) -> Iterator[Shape]:
    yield Dot(box.center, 5, "text2", diamond=True)


def _group(box: Box) -> Iterator[Shape]:
    at = _bar(box, 3)
    yield Bar(at, "track:1")
    yield Area(((at.x, at.bottom), (at.x + 5, at.bottom), (at.x, at.bottom + 4)), "track:1")
    yield Area(((at.right, at.bottom), (at.right - 5, at.bottom), (at.right, at.bottom + 4)), "track:1")


def _baseline(box: Box) -> Iterator[Shape]:
    yield Bar(_bar(box, 3), "text3", 1, 0.55)


def _slack(box: Box) -> Iterator[Shape]:
    y = box.center[1]
    yield Stroke(((box.x, y), (box.right, y)), "text3", 2, (2, 2), 0.8)


def _forecast(box: Box) -> Iterator[Shape]:
    at = _bar(box)
    corners = ((at.x, at.y), (at.right, at.y), (at.right, at.bottom), (at.x, at.bottom), (at.x, at.y))
    yield Stroke(corners, "warn", 1, (3, 2))


def _link(box: Box) -> Iterator[Shape]:
    y = box.center[1]
    points = ((box.x, y), (box.right, y))
    yield Stroke(points, "text3")
    yield Area(arrow(points), "text3")


def _line(box: Box, tone: str) -> Iterator[Shape]:
    x = box.center[0]
    yield Stroke(((x, box.y + 2), (x, box.bottom - 2)), tone, 1.5)


def _band(box: Box, tone: str, opacity: float) -> Iterator[Shape]:
    yield Bar(box.inset(2), tone, 0, opacity)


def _status(status: TaskStatus) -> Sign:
    def sign(box: Box) -> Iterator[Shape]:
        x, y = box.center
        yield from status_sign(status, Box(x - 5, y - 5, 10, 10))

    return sign
