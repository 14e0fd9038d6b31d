"""The calendar of all launches: a bar for each from its first day to launch day, with what happens around them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

ROW = 27
"""Pixels from one launch to the next."""
BAR = 14
HEAD = 22
"""Pixels of the line of months."""
LANE = 18
"""Pixels of a line of events."""
MOST_LANES = 6
DIAMOND = 8
"""Pixels from the middle of a diamond to its corners."""
BEFORE = timedelta(days=30)
AFTER = timedelta(days=14)
LONGEST = timedelta(days=400)
LEAST = timedelta(days=90)
CHARACTER = 6.6
"""Pixels a character of a label takes at most, on average."""


At = Callable[[date], float]
"""A day as a place in the picture, in pixels."""


class Line(NamedTuple):
    """A launch: its name, the color's token, its first day and launch day."""

    name: str
    tone: str
    start: date
    launch_date: date


class Occasion(NamedTuple):
    """A rival's event or a blackout, both days included."""

    name: str
    first: date
    last: date
    is_rival: bool


class Bar(NamedTuple):
    """A launch as drawn; `diamond` is the middle of launch day, None when it lies outside the picture."""

    row: int
    left: float
    right: float
    top: float
    diamond: float | None
    label_left: float


class Band(NamedTuple):
    """An occasion as drawn: a stripe over all rows, and its label in a lane below (None: no room for it)."""

    occasion: Occasion
    left: float
    right: float
    lane: int | None
    label_left: float
    label_right: float


class Month(NamedTuple):
    """The first of a month."""

    at: float
    text: str


class LaunchCalendar(NamedTuple):
    """Everything to be painted, in pixels; `today` is None when it lies outside."""

    width: float
    height: float
    foot: float  # where the rows end and the lanes begin
    bars: tuple[Bar, ...]
    bands: tuple[Band, ...]
    months: tuple[Month, ...]
    today: float | None

    def row_at(self, y: float) -> int | None:
        """The launch at that height, or None."""
        row = int((y - HEAD) // ROW)
        return row if 0 <= row < len(self.bars) else None

    def band_at(self, x: float, y: float) -> Band | None:
        """The occasion at a point, on its stripe or its label."""
        for band in self.bands:
            in_lane = band.lane is not None and self.foot + band.lane * LANE <= y < self.foot + (band.lane + 1) * LANE
            if (in_lane and band.left <= x <= band.label_right) or (y < self.foot and band.left <= x <= band.right):
                return band
        return None


def launch_calendar(lines: Sequence[Line], occasions: Sequence[Occasion], today: date, width: float) -> LaunchCalendar:
    """Lay out launches in the order of their days."""
    first, last = _range(lines, today)
    day_width = width / ((last - first).days + 1)

    def at(day: date) -> float:
        return (day - first).days * day_width

    foot = HEAD + ROW * len(lines) + 4
    bands = tuple(_bands([each for each in occasions if each.last >= first and each.first <= last], at, width))
    lanes = max((band.lane + 1 for band in bands if band.lane is not None), default=0)
    return LaunchCalendar(
        width,
        foot + LANE * lanes,
        foot,
        tuple(_bar(row, line, at, width) for row, line in enumerate(lines)),
        bands,
        tuple(_months(first, last, at)),
        at(today) if first <= today <= last else None,
    )


def _range(lines: Sequence[Line], today: date) -> tuple[date, date]:
    earliest = min((line.start for line in lines), default=today)
    first = max(earliest, today - BEFORE) if earliest <= today else max(today - timedelta(days=7), earliest - BEFORE)
    latest = max((line.launch_date for line in lines), default=today) + AFTER
    last = min(max(latest, first + LEAST), first + LONGEST)
    return first, last


def _bar(row: int, line: Line, at: At, width: float) -> Bar:
    left, right = at(line.start), at(line.launch_date)
    shown = min(max(left, 0.0), width), min(max(right, 0.0), width)
    diamond = right if 0 <= right <= width else None
    top = HEAD + row * ROW + (ROW - BAR) / 2
    return Bar(row, shown[0], shown[1], top, diamond, _label_left(line.name, shown, diamond, width))


def _label_left(name: str, bar: tuple[float, float], diamond: float | None, width: float) -> float:
    """Inside the bar where the name fits, else after its diamond, else before the bar."""
    needed = len(name) * CHARACTER + 12
    if bar[1] - bar[0] - DIAMOND >= needed:
        return bar[0] + 6
    after = bar[1] + (DIAMOND if diamond is not None else 0) + 6
    return after if after + needed <= width else max(0.0, bar[0] - needed)


def _bands(occasions: Sequence[Occasion], at: At, width: float) -> Iterator[Band]:
    lanes: list[float] = []  # where each lane is free again
    for each in sorted(occasions, key=lambda occasion: (occasion.first, occasion.name)):
        left, right = max(at(each.first), 0.0), min(at(each.last + timedelta(days=1)), width)
        right = max(right, left + 3)
        needed = len(each.name) * CHARACTER + 18
        start = max(0.0, min(left, width - needed))
        lane = next((number for number, free in enumerate(lanes) if free <= start), len(lanes))
        if lane >= MOST_LANES:
            yield Band(each, left, right, None, start, start)
            continue
        if lane == len(lanes):
            lanes.append(0.0)
        lanes[lane] = start + needed + 8
        yield Band(each, left, right, lane, start, start + needed)


def _months(first: date, last: date, at: At) -> Iterator[Month]:
    day = first.replace(day=1)
    while day <= last:
        if day >= first:
            yield Month(at(day), f"{day:%b %Y}" if day.month == 1 else f"{day:%b}")
        day = (day + timedelta(days=32)).replace(day=1)
