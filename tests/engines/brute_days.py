"""A calendar walked day by day, and where rows of a plan stand on it by themselves; for the second scheduler."""

from datetime import date, timedelta

from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind, TaskStatus
from launchpad.domain.launch import Holiday
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.domain.values import When

FIRST, LAST = date(2025, 1, 1), date(2029, 12, 31)
Place = tuple[int, int]
"""Start and finish, as numbers of working days."""


class PlainDays:
    """The working days of a plan, one after the other."""

    def __init__(self, plan: Document) -> None:
        self.plan = plan
        holidays = {row.day for row in plan.table(Holiday).values()}
        extra = set(plan.calendar.extra_workdays)
        self.days: list[date] = []
        day = FIRST
        while day <= LAST:
            if day in extra or (day.isoweekday() in plan.calendar.workdays and day not in holidays):
                self.days.append(day)
            day += timedelta(1)
        self.number = {day: place for place, day in enumerate(self.days)}
        self.zero = self.number[plan.launch.launch_date]
        people = plan.table(Person).values()
        self.off = {p.id: [d for d in self.days if any(d in away for away in p.days_off)] for p in people}

    def at_or_after(self, day: date) -> int:
        while day not in self.number:
            day += timedelta(1)
        return self.number[day]

    def at_or_before(self, day: date) -> int:
        while day not in self.number:
            day -= timedelta(1)
        return self.number[day]

    def later(self, when: When) -> int:
        return self.at_or_after(when) if isinstance(when, date) else self.zero + when

    def earlier(self, when: When) -> int:
        return self.at_or_before(when) if isinstance(when, date) else self.zero + when

    def works(self, task: Task, place: int) -> bool:
        return task.owner is None or self.days[place] not in self.off[task.owner]

    def from_day(self, task: Task, place: int, days: int) -> Place:
        """Cover `days` of the owner's days from a place on; a milestone stays where it is."""
        if task.duration == 0:
            return place, place
        while not self.works(task, place):
            place += 1
        last, left = place, days - 1
        while left:
            last += 1
            left -= self.works(task, last)
        return place, last + 1

    def up_to(self, task: Task, finish: int) -> Place:
        """Cover the task's days so that the last one is before a place."""
        start = finish - task.duration
        while self.from_day(task, start, task.duration)[1] > finish:
            start -= 1
        return self.from_day(task, start, task.duration)

    def anchor_place(self, task: Task) -> int | None:
        if task.anchor is None or task.anchor.at is None:
            return None
        if task.anchor.kind in (AnchorKind.SNLT, AnchorKind.FNLT, AnchorKind.MFO):
            return self.earlier(task.anchor.at)
        return self.later(task.anchor.at)

    def actual(self, task: Task) -> Place | None:
        """Where finished or started work really stands."""
        start, finish = task.actual_start, task.actual_finish
        if task.is_passed_over:
            return None
        if task.status is TaskStatus.DONE and finish is not None:
            if task.duration == 0:
                return (self.at_or_after(finish),) * 2
            end = self.at_or_before(finish) + 1
            begin = self.up_to(task, end)[0] if start is None else self.at_or_after(start)
            return min(begin, end), end
        if start is None:
            return None
        return self.from_day(task, self.at_or_after(start), task.duration)

    def pinned(self, task: Task) -> Place | None:
        place = self.anchor_place(task)
        if place is None or task.is_passed_over or task.anchor is None or self.actual(task) is not None:
            return None
        if task.anchor.kind is AnchorKind.MSO:
            return self.from_day(task, place, task.duration)
        return self.up_to(task, place + 1) if task.anchor.kind is AnchorKind.MFO else None
