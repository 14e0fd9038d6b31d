"""The time axis: where days stand at any zoom, and what is written above them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from launchpad.domain.wording import MONTHS

NARROWEST, WIDEST = 0.25, 72.0
"""Pixels a day may take."""
SCALES = {"day": 36.0, "week": 8.0, "month": 3.2, "quarter": 1.2}
"""Pixels of a day at the zooms that have a name."""
ZOOM_STEP = 1.25

_DAYS, _LETTERS, _WEEKS, _MONTHS, _QUARTERS = 17.0, 30.0, 3.0, 1.0, 0.5
"""The narrowest day, in pixels, at which each of these is written."""


class Tick(NamedTuple):
    """A day from which something on the axis begins, and its name."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Calendar days from `first` on, each `day_width` pixels; x counts from the beginning of `first`."""

    first: date
    day_width: float

    def x_of(self, day: date) -> int:
        """The pixel at which a day begins."""
        return self.x_of_ordinal(day.toordinal())

    def x_of_ordinal(self, ordinal: int) -> int:
        """The pixel at which a day begins, by its proleptic ordinal."""
        return round((ordinal - self.first.toordinal()) * self.day_width)

    def middle_of(self, ordinal: int) -> float:
        """The middle of a day."""
        return round((ordinal - self.first.toordinal() + 0.5) * self.day_width * 2) / 2

    def ordinal_at(self, x: float) -> int:
        """The day at a place."""
        return self.first.toordinal() + int(x // self.day_width)

    def nearest(self, x: float) -> int:
        """The day that begins nearest to a place, as an ordinal."""
        return self.first.toordinal() + round(x / self.day_width)

    @property
    def scale(self) -> str:
        """The name of the zoom this one is nearest to."""
        return min(SCALES, key=lambda name: _times(self.day_width, SCALES[name]))

    def zoomed(self, by: float) -> "TimeAxis":
        """The axis with days so many times as wide, within what can be read."""
        return TimeAxis(self.first, min(max(self.day_width * by, NARROWEST), WIDEST))

    # --- what is written -----------------------------------------------------------------------------------------

    def upper_ticks(self, left: float, right: float) -> list[Tick]:
        """Months, quarters or years that touch a stretch; the first may begin before it."""
        if self.day_width >= _WEEKS:
            return self._ticks(left, right, 1, lambda day: f"{_MONTH_NAMES[day.month - 1]} {day.year}")
        if self.day_width >= _MONTHS:
            return self._ticks(left, right, 3, lambda day: f"Q{day.month // 3 + 1} {day.year}")
        return self._ticks(left, right, 12, lambda day: str(day.year))

    def lower_ticks(self, left: float, right: float) -> list[Tick]:
        """Days, Mondays, months, quarters or half years in a stretch."""
        width = self.day_width
        if width >= _DAYS:
            return [Tick(day, _day_name(day, width >= _LETTERS)) for day in self._every(left, right, 1)]
        if width >= _WEEKS:
            return [Tick(day, str(day.day)) for day in self._every(left, right, 7)]
        if width >= _MONTHS:
            return self._ticks(left, right, 1, lambda day: MONTHS[day.month - 1])
        if width >= _QUARTERS:
            return self._ticks(left, right, 3, lambda day: f"Q{day.month // 3 + 1}")
        return self._ticks(left, right, 6, lambda day: f"H{day.month // 6 + 1}")

    def _every(self, left: float, right: float, days: int) -> Iterator[date]:
        day = date.fromordinal(self.ordinal_at(left))
        if days == 7:
            day -= timedelta(days=day.weekday())
        while self.x_of(day) < right:
            yield day
            day += timedelta(days=days)

    def _ticks(self, left: float, right: float, months: int, name: Callable[[date], str]) -> list[Tick]:
        first = date.fromordinal(self.ordinal_at(left))
        number = first.year * 12 + (first.month - 1) // months * months
        found = []
        while self.x_of(day := date(number // 12, number % 12 + 1, 1)) < right:
            found.append(Tick(day, name(day)))
            number += months
        return found


_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _day_name(day: date, with_letter: bool) -> str:
    return f"{'MTWTFSS'[day.weekday()]} {day.day}" if with_letter else str(day.day)


def _times(width: float, other: float) -> float:
    return width / other if width > other else other / width
