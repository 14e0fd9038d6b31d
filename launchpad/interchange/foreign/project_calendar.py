"""The working week and the days off in a Microsoft Project XML file."""

from collections.abc import Iterator
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from launchpad.interchange.foreign.moments import day_of
from launchpad.interchange.foreign.outline import Outline
from launchpad.interchange.foreign.xml_tree import each, is_set, number, text

LONGEST_OFF = 400
"""Days of one exception that are taken; longer ones are somebody's absence, or a mistake."""
MOST_OFF = 20_000
DAILY = 1
"""The recurrence of an exception whose days are all those of its period."""


def read_calendar(project: Element, outline: Outline) -> None:
    """Put the week and the days off of the project's own calendar into the outline."""
    calendars = {text(each_one, "UID"): each_one for each_one in each(project, "Calendars/Calendar")}
    chosen = calendars.get(text(project, "CalendarUID"))
    seen: set[str] = set()
    while chosen is not None and chosen.find("WeekDays") is None and text(chosen, "UID") not in seen:
        seen.add(text(chosen, "UID"))
        chosen = calendars.get(text(chosen, "BaseCalendarUID"))
    if chosen is None:
        return
    _read_week(chosen, outline)
    for day, name in _days_off(chosen, outline):
        if len(outline.holidays) < MOST_OFF:
            outline.holidays.setdefault(day, name)


def _read_week(calendar: Element, outline: Outline) -> None:
    week = {day: day in outline.workdays for day in range(1, 8)}
    for day in each(calendar, "WeekDays/WeekDay"):
        kind = number(day, "DayType", 0)
        if 1 <= kind <= 7:
            week[7 if kind == 1 else kind - 1] = is_set(day, "DayWorking")  # theirs begins on Sunday
    if any(week.values()):
        outline.workdays = tuple(day for day, is_worked in week.items() if is_worked)


def _days_off(calendar: Element, outline: Outline) -> Iterator[tuple[date, str]]:
    exceptions = [*each(calendar, "Exceptions/Exception")]
    if not exceptions:  # older files have them among the days of the week
        exceptions = [day for day in each(calendar, "WeekDays/WeekDay") if number(day, "DayType", 1) == 0]
    for exception in exceptions:
        period = exception.find("TimePeriod")
        first = None if period is None else day_of(text(period, "FromDate"))
        last = None if period is None else day_of(text(period, "ToDate"))
        if first is None or last is None or last < first or is_set(exception, "DayWorking"):
            continue
        if number(exception, "Type", DAILY) != DAILY or (last - first).days > LONGEST_OFF:
            outline.notices.count(
                "A recurring or very long day off in the calendar was left out.",
                "recurring or very long days off in the calendar were left out.",
            )
            continue
        name = text(exception, "Name")[:200]
        yield from ((first + timedelta(days), name) for days in range((last - first).days + 1))
