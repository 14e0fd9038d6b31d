"""The plan's working week and days off, and each person's own."""

from collections.abc import Iterable
from datetime import date
from xml.etree.ElementTree import Element

from launchpad.domain.people import Person
from launchpad.interchange.project.elements import SPANS, add
from launchpad.interchange.workbook.material import Material

BASE = 1
"""The number of the plan's calendar; those of people follow it."""


def add_calendars(project: Element, material: Material, owners: Iterable[Person]) -> None:
    """Add the plan's calendar, and one for each of the people who own tasks."""
    calendars = add(project, "Calendars")
    base = _calendar(calendars, BASE, "Launch plan", is_base=True)
    days = add(base, "WeekDays")
    for number, weekday in enumerate((7, 1, 2, 3, 4, 5, 6), 1):  # theirs begins on Sunday
        day = add(days, "WeekDay")
        add(day, "DayType", number)
        _worked(day, weekday in material.document.calendar.workdays)
    exceptions = add(base, "Exceptions")
    for off, name in material.holidays.items():
        _exception(exceptions, off, off, name, is_worked=False)
    for extra in material.extra_days:
        _exception(exceptions, extra, extra, "", is_worked=True)
    for number, person in enumerate(owners, BASE + 1):
        _own(calendars, number, person)


def _calendar(calendars: Element, number: int, name: str, *, is_base: bool) -> Element:
    calendar = add(calendars, "Calendar")
    add(calendar, "UID", number)
    add(calendar, "Name", name)
    add(calendar, "IsBaseCalendar", is_base)
    add(calendar, "BaseCalendarUID", -1 if is_base else BASE)
    return calendar


def _own(calendars: Element, number: int, person: Person) -> None:
    calendar = _calendar(calendars, number, person.name, is_base=False)
    if person.days_off:
        exceptions = add(calendar, "Exceptions")
        for away in person.days_off:
            _exception(exceptions, away.first, away.last, "Away", is_worked=False)


def _exception(exceptions: Element, first: date, last: date, name: str, *, is_worked: bool) -> None:
    exception = add(exceptions, "Exception")
    period = add(exception, "TimePeriod")
    add(period, "FromDate", f"{first.isoformat()}T00:00:00")
    add(period, "ToDate", f"{last.isoformat()}T23:59:00")
    add(exception, "Name", name)
    add(exception, "Type", 1)
    _worked(exception, is_worked)


def _worked(day: Element, is_worked: bool) -> None:
    add(day, "DayWorking", is_worked)
    if is_worked:
        times = add(day, "WorkingTimes")
        for begin, end in SPANS:
            time = add(times, "WorkingTime")
            add(time, "FromTime", begin)
            add(time, "ToTime", end)
