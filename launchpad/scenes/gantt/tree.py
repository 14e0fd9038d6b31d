"""The columns beside the bars, as shapes: on paper and in pictures there is no list to paint them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from launchpad.domain.task import Task
from launchpad.domain.wording import short_day
from launchpad.scenes.axis import full_day_label
from launchpad.scenes.gantt.head import LANE
from launchpad.scenes.gantt.plan import TimelinePlan
from launchpad.scenes.gantt.rows import ROW, Heading
from launchpad.scenes.labels import shortened
from launchpad.scenes.shapes import Align, Area, Bar, Box, Dot, Measure, Shape, Stroke, Words
from launchpad.scenes.status_sign import status_sign

LEFT = 10
SIGN = 22
"""Where the sign of a task begins."""
NAME = 40
"""Where its title begins."""
PX, SMALL = 13, 12
DAYS = 40
GAP = 12
NARROWEST, WIDEST = 180, 520
LEAST_TITLE = 90
"""Pixels that titles keep, whatever columns there are."""


Columns = tuple[tuple[str, float, float], ...]
"""Names, left edges and widths in pixels."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The columns of a plan in a width of pixels: Task, Start, Finish and working days."""

    plan: TimelinePlan
    measure: Measure
    width: float

    @property
    def _columns(self) -> "Columns":
        """Names, left edges and widths; days step aside where there is little room, and all where there is no task."""
        if not any(isinstance(row, Task) for row in self.plan.rows.rows):
            return ()
        day = day_width(self.plan, self.measure) + GAP
        offered = [("Start", day), ("Finish", day), ("Days", DAYS)]
        while offered and self.width - sum(wide for _, wide in offered) < LEAST_TITLE:
            offered.pop()
        left = self.width - sum(wide for _, wide in offered) - 6
        found = []
        for name, wide in offered:
            found.append((name, left, wide))
            left += wide
        return tuple(found)

    def head_shapes(self, height: float) -> Iterator[Shape]:
        """The names of the columns, at the foot of a head of some height."""
        top = height - LANE
        yield _words("Task", LEFT, top, self.width, LANE, SMALL, 500, "text2")
        for name, left, wide in self._columns:
            yield _words(name, left, top, wide, LANE, SMALL, 500, "text2", Align.RIGHT)

    def shapes(self, rows: range) -> Iterator[Shape]:
        """The columns of some rows."""
        columns = self._columns
        for number in rows:
            row, top = self.plan.rows[number], number * ROW
            if isinstance(row, Task):
                yield from self._task(row, top, columns)
            else:
                yield from self._heading(row if isinstance(row, Heading) else None, row.title, top)

    def _task(self, task: Task, top: float, columns: "Columns") -> Iterator[Shape]:
        yield Stroke(((0, top + ROW), (self.width, top + ROW)), "line")
        yield from status_sign(task.status, Box(SIGN, top + (ROW - 11) / 2, 11, 11))
        room = (columns[0][1] if columns else self.width) - NAME - 4
        title = shortened(" ".join(task.title.split()), room, self.measure, px=PX)
        yield _words(title, NAME, top, room, ROW, PX, 400, "text" if task.is_open else "text3")
        for name, left, wide in columns:
            yield _words(self._cell(name, task), left, top, wide, ROW, SMALL, 400, "text2", Align.RIGHT)

    def _cell(self, name: str, task: Task) -> str:
        dates = self.plan.dates(task)
        if name == "Days":
            return str(task.duration)
        return day_text(dates.start if name == "Start" else dates.finish, _has_years(self.plan))

    def _heading(self, heading: Heading | None, title: str, top: float) -> Iterator[Shape]:
        yield Bar(Box(0, top, self.width, ROW), "sunken")
        left, middle = LEFT + 4, top + ROW / 2
        if heading is None:
            yield Area(((left, middle - 5), (left + 5, middle), (left, middle + 5), (left - 5, middle)), "text2")
        elif heading.place >= 0:
            yield Dot((left, middle), 4, f"track:{heading.place}")
        else:
            left -= 14
        score = None if heading is None else heading.score
        room = self.width - left - 14 - (0 if score is None else 44)
        text = shortened(" ".join(title.split()), room, self.measure, px=PX, weight=600)
        yield _words(text, left + 12, top, room, ROW, PX, 600, "text")
        if score is not None:
            yield _words(f"{score:.0f}", self.width - 50, top, 44, ROW, SMALL, 400, "text2", Align.RIGHT)


def tree_width(plan: TimelinePlan, measure: Measure, most: float) -> float:
    """Pixels that show every title whole, or `most`."""
    titles = (
        NAME + measure(row.title, PX, 400) if isinstance(row, Task) else 60 + measure(row.title, PX, 600)
        for row in plan.rows.rows
    )
    wanted = max(titles, default=0.0) + 2 * (day_width(plan, measure) + GAP) + DAYS + 16
    return round(min(max(wanted, NARROWEST), WIDEST, most))


def day_width(plan: TimelinePlan, measure: Measure) -> float:
    """Pixels of a column of dates."""
    return max(measure("Finish", SMALL, 500), measure(day_text(date(2028, 9, 28), _has_years(plan)), SMALL, 400))


def day_text(day: date, with_year: bool) -> str:
    """A day as the columns write it."""
    return full_day_label(day) if with_year else short_day(day)


def _has_years(plan: TimelinePlan) -> bool:
    first, last = plan.reach
    return (last - first).days > 330


def _words(
    text: str, x: float, y: float, wide: float, high: float, px: int, weight: int, tone: str, align: Align = Align.LEFT
) -> Words:
    return Words(Box(x, y, wide, high), text, px, weight, tone, align)
