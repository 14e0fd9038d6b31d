"""Days as people type them: ``T-21``, ``2026-11-10``, ``5 Jan``, ``fri``, ``tomorrow``, ``2w``."""

import re
from datetime import date, timedelta

from launchpad.domain.errors import PlanError
from launchpad.domain.values import When, checked_date, parse_when

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
UNITS = {"d": 1, "w": 7}

_MONTHS = "|".join(MONTHS)
_AWAY = re.compile(r"([+-]?)(\d{1,3})\s*(d|w)(?:ays?|eeks?)?", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"(\d{{1,2}})\.?\s*({_MONTHS})[a-z]*\.?,?(?:\s*(\d{{4}}))?", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"({_MONTHS})[a-z]*\.?\s*(\d{{1,2}})(?:,?\s*(\d{{4}}))?", re.IGNORECASE)
_WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)})(?:[a-z]*day)?", re.IGNORECASE)


def read_day(text: str, today: date) -> When:
    """Read a day; without a year it is the one nearest to `today`. Raise PlanError for anything else."""
    trimmed = text.strip()
    found = _relative(trimmed.casefold(), today) or _in_words(trimmed, today)
    return parse_when(trimmed) if found is None else checked_date(found)


def _relative(text: str, today: date) -> date | None:
    if text in NAMED:
        return today + timedelta(days=NAMED[text])
    if away := _AWAY.fullmatch(text):
        days = int(away[2]) * UNITS[away[3]]
        return today + timedelta(days=-days if away[1] == "-" else days)
    if weekday := _WEEKDAY.fullmatch(text):
        return today + timedelta(days=(WEEKDAYS.index(weekday[1]) - today.weekday()) % 7)
    return None


def _in_words(text: str, today: date) -> date | None:
    if written := _DAY_MONTH.fullmatch(text):
        return _dated(text, int(written[1]), written[2], written[3], today)
    if written := _MONTH_DAY.fullmatch(text):
        return _dated(text, int(written[2]), written[1], written[3], today)
    return None


def _dated(text: str, day: int, month: str, year: str | None, today: date) -> date:
    years = (int(year),) if year else (today.year, today.year + 1, today.year - 1)
    number = MONTHS.index(month[:3].casefold()) + 1
    days = [found for each in years if (found := _date(each, number, day)) is not None]
    if not days:
        raise PlanError(f"“{text[:40]}” is not a date; write it as 2026-11-10.")
    return min(days, key=lambda found: abs(found - today))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_text(day: date, today: date) -> str:
    """A day in a few letters: ``5 Jan``, with its year when that is not this year's or the next half year's."""
    near = abs((day - today).days) < 300
    return f"{day.day} {day:%b}" if near else f"{day.day} {day:%b %Y}"


def offset_text(offset: int) -> str:
    """Working days from launch day, with a real minus: ``T−21``; launch day itself is ``T``."""
    return "T" if offset == 0 else f"T{'−' if offset < 0 else '+'}{abs(offset)}"
