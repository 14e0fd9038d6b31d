"""What a person meant by a cell: text, a whole percentage, a day, a status."""

import re
from datetime import date, datetime, time, timedelta
from math import floor, isfinite
from typing import Literal, NamedTuple

from launchpad.domain.errors import PlanError
from launchpad.domain.row import LONGEST_TEXT
from launchpad.domain.values import checked_date
from launchpad.interchange.homecoming.days import DayOrder, read_day_text
from launchpad.interchange.plain_text import clean

Content = str | int | float | bool | date | datetime | time | timedelta | None


class Unreadable(Exception):
    """A cell that holds something else than it should; the text says what is wrong, for the user."""


class Cell(NamedTuple):
    """One cell as the file has it. `place` is its sheet and address, as people say it.

    `kind`: a value, a formula (the value then being what was last worked out), or an error. `link` is what a formula
    links to, with its label.
    """

    value: Content
    place: str
    kind: Literal["value", "formula", "error"] = "value"
    link: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is in the cell."""
        return self.kind == "value" and (self.value is None or (isinstance(self.value, str) and not tidy(self.value)))

    @property
    def shown(self) -> str:
        """The content as a sentence quotes it."""
        if self.kind == "error":
            return "an error"
        return "a formula" if self.kind == "formula" and self.value is None else plain(self.value)[:120]


_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Text with the escapes of workbooks (``_x000A_``) as the signs they stand for."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def tidy(text: str) -> str:
    """Text without what programs add unasked: blanks at its ends, hard spaces, other line ends."""
    return clean(text.replace("\xa0", " ").replace("\u200b", "").replace("\ufeff", "")).strip()


def bare(text: str) -> str:
    """Text without the quote by which people tell a program that it is text."""
    return tidy(text).removeprefix("'").strip()


def plain(value: Content) -> str:
    """A value as text."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, float):
        return f"{value:.15g}"
    return "" if value is None else tidy(str(value))


def known(cell: Cell) -> Content:
    """The value of a cell; raise Unreadable for an error or a formula that was never worked out."""
    if cell.kind == "error":
        raise Unreadable("the cell shows an error")
    if cell.kind == "formula" and cell.value is None:
        raise Unreadable("the cell holds a formula that was never worked out")
    return cell.value


def read_text(cell: Cell) -> str:
    """The text of a cell, empty for nothing."""
    text = plain(known(cell))
    if len(text) > LONGEST_TEXT:
        raise Unreadable("the text is too long")
    return text


def read_percent(cell: Cell) -> int | None:
    """A whole percentage from 0 to 100: 0.6, 60 and “60 %” are the same."""
    value = known(cell)
    if isinstance(value, str):
        value = _number(bare(value))
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise Unreadable("it is not a percentage")
    percent = value * 100 if 0 <= value <= 1 else value
    if not 0 <= percent <= 100 or 1 < value < 2:  # 1.5 in a cell of percentages is 150 %
        raise Unreadable("it is not from 0 % to 100 %")
    return floor(percent + 0.5)


def _number(text: str) -> float | None:
    if is_nothing(text):
        return None
    match = re.fullmatch(r"(\d{1,6}(?:[.,]\d{1,15})?)\s*(%|percent|pct)?", text, re.IGNORECASE)
    if match is None:
        raise Unreadable("it is not a percentage")
    number = float(match[1].replace(",", "."))
    if match[2] and number < 2:
        return number / 100
    return number


def is_nothing(text: str) -> bool:
    """Whether a text stands for an empty cell."""
    return text in ("", "-", "–", "—", "/")


_SERIAL = re.compile(r"\d{5,6}(?:\.\d{1,10})?")
EARLIEST_SERIAL, LATEST_SERIAL = 20_000, 110_000
"""Numbers of days, about 1954 to 2201, that are taken for dates, whether or not the cell is formatted as one."""


def read_date(cell: Cell, epoch: date, near: date, order: DayOrder) -> date | None:
    """A calendar day: a date, a day's number since `epoch`, or text; without a year the one nearest to `near`."""
    value = known(cell)
    if isinstance(value, str):
        text = bare(value)
        if is_nothing(text):
            return None
        value = float(text) if _SERIAL.fullmatch(text) else _day_text(text, near, order)
    if value is None:
        return None
    return _checked(_as_date(value, epoch))


def _day_text(text: str, near: date, order: DayOrder) -> date:
    try:
        return read_day_text(text, near, order)
    except ValueError as error:
        raise Unreadable(str(error)) from None


def _as_date(value: Content, epoch: date) -> date:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date) and value >= epoch + timedelta(days=EARLIEST_SERIAL):
        return value
    if not isinstance(value, bool) and isinstance(value, int | float) and EARLIEST_SERIAL <= value <= LATEST_SERIAL:
        return epoch + timedelta(days=int(value))
    raise Unreadable("it is not a date")


def _checked(day: date) -> date:
    try:
        return checked_date(day)
    except PlanError:
        raise Unreadable("it is outside the years 1900 to 2199") from None
