"""Days as people type them into a spreadsheet as text, in the manner of several countries."""

import re
import unicodedata
from datetime import date
from enum import Enum


class DayOrder(Enum):
    """How ``10/11/2026`` is read: the day first, the month first, or not without asking."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"
    UNKNOWN = "unknown"


AMBIGUOUS = "its day and month could be either way round"

_MONTHS = (
    "january januar janvier enero gennaio",
    "february februar février fevrier febrero febbraio",
    "march märz maerz mars marzo",
    "april avril abril aprile",
    "may mai mayo maggio",
    "june juni juin junio giugno",
    "july juli juillet julio luglio",
    "august août aout agosto",
    "september septembre septiembre settembre",
    "october oktober octobre octubre ottobre",
    "november novembre noviembre",
    "december dezember décembre decembre diciembre dicembre",
)
"""Names of the months, January first; their beginnings are understood too."""
_WEEKDAYS = (
    "monday montag lundi lunes lunedì",
    "tuesday dienstag mardi martes martedì",
    "wednesday mittwoch mercredi miércoles miercoles mercoledì",
    "thursday donnerstag jeudi jueves giovedì",
    "friday freitag vendredi viernes venerdì",
    "saturday samstag sonnabend samedi sábado sabado sabato",
    "sunday sonntag dimanche domingo domenica",
)
"""Names of the days of a week, read and passed over; their beginnings too."""
_WEEKDAY = re.compile(r"([^\W\d_]{2,10})(?:\.?,\s*|\.?\s+)(.+)")
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m|Z|[+-]\d{2}:?\d{2})?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?:[T\s]{_CLOCK})?", re.IGNORECASE)
_BARE = re.compile(r"((?:19|20|21)\d{2})(\d{2})(\d{2})")
_NUMBERS = re.compile(
    rf"(\d{{1,2}})\s*([-/.])\s*(\d{{1,2}})\s*[-/.]\s*(\d{{4}}|\d{{2}})\.?(?:,?\s+{_CLOCK})?", re.IGNORECASE
)
_DAY_DOT_MONTH = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s\-/]*(?:de\s+)?([^\W\d_]{3,12})\.?,?[\s\-/]*(?:de\s+)?(\d{4}|\d{2})?"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,12})\.?[\s\-]*(\d{1,2})(?:st|nd|rd|th)?(?:[,\s\-]*(\d{4}))?")


def read_day_text(text: str, near: date, order: DayOrder) -> date:
    """The day a text names; raise ValueError, saying why, when it names none or could name two."""
    written = unicodedata.normalize("NFKC", text).strip()
    found = _read(written, near, order) or _read(_without_weekday(written), near, order)
    if found is None:
        raise ValueError("it is not a date")
    return found


def _read(text: str, near: date, order: DayOrder) -> date | None:
    return _numeric(text, order) or _numbered(text, near) or _worded(text, near)


def order_shown(text: str) -> DayOrder | None:
    """Which order a numeric date gives away, None when it is no such date or could be either."""
    match = _NUMBERS.fullmatch(_without_weekday(unicodedata.normalize("NFKC", text).strip()))
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    if first > 12 >= second:
        return DayOrder.DAY_FIRST
    return DayOrder.MONTH_FIRST if second > 12 >= first else None


def _without_weekday(text: str) -> str:
    match = _WEEKDAY.fullmatch(text)
    if match is None:
        return text
    folded = match[1].casefold()
    is_named = any(name.startswith(folded) for names in _WEEKDAYS for name in names.split())
    return match[2] if is_named else text


def _numeric(text: str, order: DayOrder) -> date | None:
    if match := _ISO.fullmatch(text) or _BARE.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), _year(match[4])
        shown = order_shown(text) or (DayOrder.DAY_FIRST if match[2] == "." or first == second else order)
        if shown is DayOrder.UNKNOWN:
            raise ValueError(AMBIGUOUS)
        return _day(year, second, first) if shown is DayOrder.DAY_FIRST else _day(year, first, second)
    return None


def _numbered(text: str, near: date) -> date | None:
    """A day and a month with dots and no year, as in ``10.11.``."""
    match = _DAY_DOT_MONTH.fullmatch(text)
    return None if match is None else _nearest(int(match[2]), int(match[1]), near)


def _worded(text: str, near: date) -> date | None:
    if match := _DAY_MONTH.fullmatch(text):
        day, month, year = match[1], match[2], match[3]
    elif match := _MONTH_DAY.fullmatch(text):
        day, month, year = match[2], match[1], match[3]
    else:
        return None
    number = _month(month)
    if number is None:
        return None
    return _day(_year(year), number, int(day)) if year else _nearest(number, int(day), near)


def _month(name: str) -> int | None:
    folded = name.casefold()
    for number, names in enumerate(_MONTHS, 1):
        if any(name.startswith(folded) for name in names.split()):
            return number
    return None


def _nearest(month: int, day: int, near: date) -> date:
    days = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if not days:
        raise ValueError("there is no such day")
    return min(days, key=lambda each: abs(each - near))


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("there is no such day") from None
