"""Days and durations as XML files of project programs write them."""

import re
from datetime import date
from math import ceil

from launchpad.domain.errors import PlanError
from launchpad.domain.values import checked_date

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}).*)?", re.DOTALL)
_LENGTH = re.compile(r"P(?:(\d{1,7})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d+)?S)?)?")
FRACTION = 0.01
"""Of a day: what is less was lost in the other program's rounding."""


def day_of(written: str) -> date | None:
    """The day of a moment such as ``2026-03-06T17:00:00``; None for none, or for a day no plan reaches."""
    match = _DAY.fullmatch(written.strip())
    if match is None:
        return None
    try:
        return checked_date(date(int(match[1]), int(match[2]), int(match[3])))
    except (ValueError, PlanError):
        return None


def minutes_of(written: str) -> float | None:
    """The minutes of a duration such as ``PT16H30M0S``; None for none."""
    match = _LENGTH.fullmatch(written.strip())
    if match is None or not any(match.groups()):
        return None
    days, hours, minutes, seconds = (int(group or 0) for group in match.groups())
    return days * 1440 + hours * 60 + minutes + seconds / 60


def whole_days(days: float) -> int:
    """Whole days that hold so many, which may be a fraction."""
    return ceil(days - FRACTION)
