"""The plan's working days, counted from launch day: two integer tables, dates only at the edges."""

from collections.abc import Iterable
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.launch import Holiday
from launchpad.domain.values import When

_YEARS_AT_FIRST = 3
_FIRST_DAY = date.min.toordinal()
_LAST_DAY = date.max.toordinal()


class WorkingCalendar:
    """Working days as offsets from launch day: 0 is launch day, −1 the working day before it.

    A day is worked when the week says so and it is no holiday, or when it is an extra workday (which wins over a
    holiday on the same day). An offset is also the instant at the start of its day, so a half-open span from s to f
    covers the working days s … f−1.
    """

    __slots__ = ("_dates", "_days", "_extra", "_first", "_free", "_positions", "_week", "_zero", "launch_date")

    def __init__(
        self,
        launch_date: date,
        workdays: Iterable[int] = (1, 2, 3, 4, 5),
        holidays: Iterable[date] = (),
        extra_workdays: Iterable[date] = (),
    ) -> None:
        """Lay out a calendar around `launch_date`; raise PlanError unless that is a working day itself."""
        self.launch_date = launch_date
        self._week = frozenset(workdays)
        self._free = frozenset(holidays)
        self._extra = frozenset(extra_workdays)
        if not self.is_workday(launch_date):
            raise PlanError(
                f"Launch day, {launch_date.isoformat()}, is not a working day; "
                f"the nearest are {self._worked_near(-1)} and {self._worked_near(+1)}."
            )
        self._dates: dict[int, date] = {}  # those asked for, by offset: one object a day, however many tasks have it
        self._days: list[int] = []  # ordinals of the working days laid out so far
        self._positions: list[int] = []  # per day from `_first`: the index in `_days` of the first working day from it
        zero = launch_date.toordinal()
        self._lay_out(zero - 366 * _YEARS_AT_FIRST, zero + 366 * _YEARS_AT_FIRST)

    def _lay_out(self, first: int, last: int) -> None:
        """Write the tables for the days from `first` to `last` (ordinals), as far as dates reach."""
        first, last = max(first, _FIRST_DAY), min(last, _LAST_DAY)
        week = tuple(day in self._week for day in (7, 1, 2, 3, 4, 5, 6))  # an ordinal's remainder by 7 is 1 on a Monday
        extra = {day.toordinal() for day in self._extra}
        free = {day.toordinal() for day in self._free} - extra
        days: list[int] = []
        positions: list[int] = []
        for day in range(first, last + 1):
            positions.append(len(days))
            if (week[day % 7] and day not in free) or day in extra:
                days.append(day)
        positions.append(len(days))
        self._days, self._positions, self._first = days, positions, first
        self._zero = positions[self.launch_date.toordinal() - first]

    def _grow(self) -> None:
        """Lay out twice as many days on both sides; raise PlanError when every date there is was laid out."""
        reach = len(self._positions)
        if reach > _LAST_DAY - _FIRST_DAY:
            raise PlanError("The plan runs outside the years 1 to 9999.")
        self._lay_out(self._first - reach, self._first + 2 * reach)

    def is_workday(self, day: date) -> bool:
        """Whether `day` is worked."""
        return day in self._extra or (day.isoweekday() in self._week and day not in self._free)

    def _worked_near(self, step: int) -> str:
        """The first working day before (−1) or after (+1) launch day, as ISO text; “none” within a year."""
        ordinal = self.launch_date.toordinal()
        days = (date.fromordinal(ordinal + step * away) for away in range(1, 366))
        return next((day.isoformat() for day in days if self.is_workday(day)), "none")

    def date_at(self, offset: int) -> date:
        """The working day at that offset."""
        day = self._dates.get(offset)
        if day is None:
            day = self._dates[offset] = date.fromordinal(self.ordinal_at(offset))
        return day

    def ordinal_at(self, offset: int) -> int:
        """The working day at that offset, as a proleptic ordinal (`date.toordinal`)."""
        while not 0 <= self._zero + offset < len(self._days):
            self._grow()
        return self._days[self._zero + offset]

    def offset_at_or_after(self, day: date) -> int:
        """The offset of the first working day on or after `day`."""
        return self.offset_from_ordinal(day.toordinal())

    def offset_at_or_before(self, day: date) -> int:
        """The offset of the last working day on or before `day`."""
        return self.offset_from_ordinal(day.toordinal() + 1) - 1

    def offset_from_ordinal(self, ordinal: int) -> int:
        """The offset of the first working day on or after a proleptic ordinal."""
        while not 0 <= ordinal - self._first < len(self._positions):
            self._grow()
        return self._positions[ordinal - self._first] - self._zero

    def workdays_between(self, first: date, last: date) -> int:
        """Working days from `first` up to but not including `last`; negative when `last` is earlier."""
        return self.offset_at_or_after(last) - self.offset_at_or_after(first)

    def offset_of(self, when: When) -> int:
        """A date or offset as an offset; a date that is not worked counts as the next working day."""
        return self.offset_at_or_after(when) if isinstance(when, date) else when

    def day_of(self, when: When) -> date:
        """A date or offset as a date; a date stays as it is."""
        return when if isinstance(when, date) else self.date_at(when)


def calendar_of(document: Document) -> WorkingCalendar:
    """The working calendar of a plan, kept while the document lives; raise PlanError if launch day is not worked."""
    return document.once("working calendar", lambda: _calendar(document))


def _calendar(document: Document) -> WorkingCalendar:
    week = document.calendar
    holidays = [holiday.day for holiday in document.table(Holiday).values()]
    return WorkingCalendar(document.launch.launch_date, week.workdays, holidays, week.extra_workdays)
