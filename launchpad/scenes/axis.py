"""Axes: where values and days stand, and which of them are written down."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from math import ceil, floor, log10
from typing import NamedTuple

from launchpad.domain.wording import short_day


class DayAxis(NamedTuple):
    """Calendar days from `first` to `last` between two x in pixels; a day stands where it begins."""

    first: date
    last: date
    left: float
    right: float

    def x_of(self, day: date) -> float:
        """Where a day stands; days outside stand outside."""
        days = max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def ticks(self, room: float = 92) -> tuple[date, ...]:
        """Days worth writing down, at least `room` pixels apart: Mondays, or first days of months on a long axis."""
        days = max(1, (self.last - self.first).days)
        step = room * days / max(1.0, self.right - self.left)
        if step <= 1:
            return tuple(self.first + timedelta(days=n) for n in range(days + 1))
        if step <= 28:
            return tuple(self._mondays(ceil(step / 7)))
        return tuple(self._months(ceil(step / 28)))

    def _mondays(self, weeks: int) -> Iterator[date]:
        day = self.first + timedelta(days=-self.first.weekday() % 7)
        while day <= self.last:
            yield day
            day += timedelta(weeks=weeks)

    def _months(self, months: int) -> Iterator[date]:
        number = self.first.year * 12 + self.first.month - 1
        while (day := date(number // 12, number % 12 + 1, 1)) <= self.last:
            if day >= self.first:
                yield day
            number += months


class ValueAxis(NamedTuple):
    """Values from `low` at the y `bottom` to `high` at the y `top`, in pixels."""

    low: float
    high: float
    bottom: float
    top: float

    def y_of(self, value: float) -> float:
        """Where a value stands; values outside stand at the edge."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return self.bottom - (self.bottom - self.top) * min(1.0, max(0.0, share))


def round_range(low: float, high: float, parts: int = 4) -> tuple[float, ...]:
    """Round values about `parts` apart that reach from `low` or below to `high` or above."""
    if high - low <= 1e-9 * max(1.0, abs(low), abs(high)):  # as good as one value
        spread = abs(low) * 0.1 if abs(low) > 1e-6 else 1.0
        low, high = low - spread, high + spread
    step = _round_step((high - low) / parts)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def _round_step(wanted: float) -> float:
    power = 10.0 ** floor(log10(wanted))
    return next(part * power for part in (1, 2, 2.5, 5, 10) if part * power >= wanted * 0.999)


def full_day_label(day: date) -> str:
    """A day with its year: 23 Oct 2026."""
    return f"{short_day(day)} {day.year}"


def axis_labels(ticks: Sequence[float]) -> Callable[[float], str]:
    """How the values of one axis are written, all in the same size: 0, 5 k, 10 k."""
    most = max(map(abs, ticks))
    for size, sign in ((1e9, "B"), (1e6, "M"), (1e4, "k")):
        if most >= size:
            unit = 1e3 if sign == "k" else size
            return lambda value: f"{value / unit:g} {sign}" if value else "0"
    return number_label


def number_label(value: float) -> str:
    """A number as charts write it: 1,450,000 is 1.45 M, 12,000 is 12 k, 3.10 is 3.1."""
    for size, sign in ((1e9, "B"), (1e6, "M"), (1e4, "k")):
        if abs(value) >= size:
            return f"{value / (1e3 if sign == 'k' else size):.3g} {sign}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
