"""The working days of one owner, as two integer tables over the plan's working days."""

from collections.abc import Iterable
from typing import final

from launchpad.domain.people import Person
from launchpad.engines.calendar import WorkingCalendar


@final
class OwnerDays:
    """Which of the plan's working days an owner works, by offset; outside the tables they work every one.

    A number counts the owner's own days: `number(offset)` is that of the first one at or after an offset, and
    `day(number)` is its offset. Numbers mean nothing outside this object.
    """

    __slots__ = ("_days", "_first", "_last", "_numbers")

    def __init__(self, off: Iterable[int]) -> None:
        """Lay out the tables; `off` are offsets not worked, at least one."""
        missed = frozenset(off)
        self._first, self._last = min(missed), max(missed) + 1
        self._days: list[int] = []  # number → offset
        self._numbers: list[int] = []  # offset − first → number
        for offset in range(self._first, self._last):
            self._numbers.append(len(self._days))
            if offset not in missed:
                self._days.append(offset)

    def number(self, offset: int) -> int:
        """The number of the owner's first day at or after `offset`."""
        if offset < self._first:
            return offset - self._first
        if offset < self._last:
            return self._numbers[offset - self._first]
        return offset - self._last + len(self._days)

    def day(self, number: int) -> int:
        """The offset of the owner's day with that number."""
        if number < 0:
            return number + self._first
        if number < len(self._days):
            return self._days[number]
        return number - len(self._days) + self._last

    def span(self, number: int, duration: int) -> tuple[int, int]:
        """Start and finish, half open, of `duration` of the owner's days (at least 1) from the one with that number."""
        return self.day(number), self.day(number + duration - 1) + 1

    def from_start(self, start: int, duration: int) -> tuple[int, int]:
        """The earliest such span that starts at or after an offset."""
        if start >= self._last or start + duration <= self._first:
            return start, start + duration
        return self.span(self.number(start), duration)

    def to_finish(self, finish: int, duration: int) -> tuple[int, int]:
        """The latest such span that finishes at or before an offset."""
        if finish <= self._first or finish - duration >= self._last:
            return finish - duration, finish
        return self.span(self.number(finish) - duration, duration)


def owner_days(person: Person, calendar: WorkingCalendar) -> OwnerDays | None:
    """The working days of a person, or None when they work all of the plan's."""
    off: set[int] = set()
    for away in person.days_off:
        off.update(range(calendar.offset_at_or_after(away.first), calendar.offset_at_or_before(away.last) + 1))
    return OwnerDays(off) if off else None
