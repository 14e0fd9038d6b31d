"""Days as people type them and as they are shown: ``T-21``, ``12 Oct``, ``10/12``, ``fri``, ``tomorrow``, ``2w``."""

import re
from datetime import date, timedelta

from launchpad.domain.errors import PlanError
from launchpad.domain.values import When, checked_date, parse_when
from launchpad.interchange.homecoming.days import DayOrder, order_shown, read_day_text

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
UNITS = {"d": 1, "w": 7}
HALF_A_YEAR = 180
"""Days; within them no other year's day of that name is nearer."""

_OFFSET = re.compile(r"T\s*(?:[+\-−–]\s*\d+)?", re.IGNORECASE)
_AWAY = re.compile(r"([+\-−]?)\s*(\d{1,3})\s*(d|w)(?:ays?|eeks?)?", re.IGNORECASE)
_WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)})(?:[a-z]*day)?", re.IGNORECASE)
_MONTH_AND_DAY = re.compile(r"(\d{1,2})\s*[/-]\s*(\d{1,2})")
_DAY_DOT_MONTH = re.compile(r"\d{1,2}\.\s*\d{1,2}")
_IN_DIGITS = re.compile(r"\d{1,2}\s*[/-]\s*\d{1,2}(?:\s*[/-]\s*\d{2,4})?")


def read_day(text: str, today: date, order: DayOrder = DayOrder.MONTH_FIRST) -> When:
    """Read a day; without a year it is the one nearest to `today`. Raise PlanError for anything else.

    `order` is how 10/12 is read; 23/10 and 23.10. leave no choice.
    """
    trimmed = text.strip()
    if _OFFSET.fullmatch(trimmed):
        return parse_when(trimmed)
    found = _relative(trimmed.casefold(), today)
    return checked_date(_written(trimmed, today, order) if found is None else found)


def _relative(text: str, today: date) -> date | None:
    if text in NAMED:
        return today + timedelta(days=NAMED[text])
    if away := _AWAY.fullmatch(text):
        days = int(away[2]) * UNITS[away[3]]
        return today + timedelta(days=-days if away[1] in ("-", "−") else days)
    if weekday := _WEEKDAY.fullmatch(text):
        return today + timedelta(days=(WEEKDAYS.index(weekday[1]) - today.weekday()) % 7)
    return None


def _written(text: str, today: date, order: DayOrder) -> date:
    """A day in letters or digits; of two numbers the nearest year's is meant."""
    try:
        if parts := _MONTH_AND_DAY.fullmatch(text):
            return _nearest(int(parts[1]), int(parts[2]), today, order)
        return read_day_text(f"{text}." if _DAY_DOT_MONTH.fullmatch(text) else text, today, order)
    except ValueError:
        raise PlanError(f"“{text[:40]}” is not a day; write 12 Oct, 10/12, T-21, +3d or tomorrow.") from None


def _nearest(first: int, second: int, today: date, order: DayOrder) -> date:
    years = (today.year, today.year + 1, today.year - 1)
    days = []
    for year in years:
        try:
            days.append(read_day_text(f"{first}/{second}/{year}", today, order))
        except ValueError:
            continue  # 29 Feb is not in every year
    if not days:
        raise ValueError("there is no such day")
    return min(days, key=lambda found: abs(found - today))


def order_among(texts: list[str], otherwise: DayOrder) -> DayOrder:
    """How the days of one table are written: what those say that leave no choice, or else `otherwise`."""
    shown = {order for text in texts if (order := order_shown(text)) is not None}
    return shown.pop() if len(shown) == 1 else otherwise


def settled_day(text: str, today: date, order: DayOrder) -> str:
    """A typed day as everybody reads it alike: 10/12 becomes the ISO date it is in `order`; other texts stay."""
    trimmed = text.strip()
    if not _IN_DIGITS.fullmatch(trimmed):
        return trimmed
    try:
        found = read_day(trimmed, today, order)
    except PlanError:
        return trimmed
    return found.isoformat() if isinstance(found, date) else trimmed


def typed_day(when: When | None, today: date) -> str:
    """What a field begins with: the day as texts say it, with its year where `read_day` needs it."""
    if when is None:
        return ""
    if isinstance(when, int):
        return offset_text(when)
    near = abs((when - today).days) < HALF_A_YEAR
    return f"{when.day} {when:%b}" if near else f"{when.day} {when:%b %Y}"


def day_text(day: date, today: date) -> str:
    """A day in a few letters: ``5 Jan``, with its year when that is not this year's or the next half year's."""
    near = abs((day - today).days) < 300
    return f"{day.day} {day:%b}" if near else f"{day.day} {day:%b %Y}"


def offset_text(offset: int) -> str:
    """Working days from launch day, with a real minus: ``T−21``; launch day itself is ``T``."""
    return "T" if offset == 0 else f"T{'−' if offset < 0 else '+'}{abs(offset)}"
