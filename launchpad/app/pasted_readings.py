"""Values of a goal pasted from a spreadsheet or a CSV file: a day, a value and perhaps a note in every line."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from launchpad.app.commands.goals import Reading
from launchpad.app.day_text import day_text, order_among, read_day
from launchpad.domain.errors import PlanError
from launchpad.interchange.homecoming.days import DayOrder

_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?")
MOST_LINES = 10_000


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was understood, and a sentence for every line that was not."""

    readings: tuple[Reading, ...]
    problems: tuple[str, ...]


def read_pasted(text: str, today: date, order: DayOrder = DayOrder.MONTH_FIRST) -> Pasted:
    """Read lines of day, value and note. A first line without a value is a heading.

    Days like 3/4/2026 are read the way the other lines demand; where all of them could be either, `order` decides.
    """
    rows = [row for row in _rows(text) if any(row)]
    if rows and _is_heading(rows[0]):
        rows = rows[1:]
    order = order_among([row[0] for row in rows], order)
    readings: list[Reading] = []
    problems: list[str] = []
    for row in rows[:MOST_LINES]:
        try:
            readings.append(_reading(row, today, order))
        except PlanError as error:
            problems.append(f"“{' '.join(row)[:60]}”: {error}")
    return Pasted(tuple(readings), tuple(problems))


def read_typed(text: str, today: date, order: DayOrder = DayOrder.MONTH_FIRST) -> Reading:
    """Read one typed line: ``5640`` is today's value, ``12 Oct 5640`` one of another day; raise PlanError otherwise."""
    words = text.split()
    try:
        value = read_value(words[-1] if len(words) > 1 else text)
    except PlanError:
        pasted = read_pasted(text, today, order)
        if len(pasted.readings) == 1:
            return pasted.readings[0]
        raise PlanError("Write a day and a value, such as 12 Oct 5640, or only today's value.") from None
    day = _day(" ".join(words[:-1]), today, order) if len(words) > 1 else today
    return Reading(day, value)


def _rows(text: str) -> Iterator[list[str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    separator = next((each for each in "\t;," if any(each in line for line in lines)), "\t")
    if separator == "," and any(re.search(r"\d,\d{1,2}$", line) and "." in line for line in lines):
        separator = "\t"  # 12.10.2026 5,5
    if separator == "\t":
        yield from ([part.strip() for part in re.split(r"\t|\s{2,}", line.strip())] for line in lines)
    else:
        yield from ([part.strip() for part in row] for row in csv.reader(lines, delimiter=separator))


def _is_heading(row: Sequence[str]) -> bool:
    if len(row) < 2:
        return False
    return not any(letter.isdigit() for letter in row[0]) and not any(letter.isdigit() for letter in row[1])


def _reading(row: Sequence[str], today: date, order: DayOrder) -> Reading:
    if len(row) < 2 or not row[1]:
        raise PlanError("a line needs a day and a value.")
    return Reading(_day(row[0], today, order), read_value(row[1]), " ".join(part for part in row[2:] if part))


def _day(text: str, today: date, order: DayOrder) -> date:
    day = read_day(text, today, order)
    if not isinstance(day, date):
        raise PlanError(f"“{text[:40]}” is not a day of the calendar.")
    return measured_on(day, today)


def measured_on(day: date, today: date) -> date:
    """A day on which something can have been measured; raise PlanError for one that is still to come."""
    if day > today:
        raise PlanError(f"{day_text(day, today)} is still to come; only what was measured is recorded.")
    return day


def read_value(text: str) -> float:
    """Read 5,640 or 5 640 or 42 % or €1.450.000,50 or −3; raise PlanError for anything else."""
    trimmed = re.sub(r"[\s\u00a0\u202f'’%€$£¥]|[A-Z]{3}", "", text.replace("−", "-"))
    if "," in trimmed and "." in trimmed:
        decimal = max(trimmed.rfind(","), trimmed.rfind("."))
        trimmed = re.sub(r"[.,]", "", trimmed[:decimal]) + "." + trimmed[decimal + 1 :]
    elif trimmed.count(",") == 1 and not re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", trimmed):
        trimmed = trimmed.replace(",", ".")
    elif re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+|[+-]?\d{1,3}(\.\d{3}){2,}", trimmed):
        trimmed = re.sub(r"[.,]", "", trimmed)
    if not _PLAIN.fullmatch(trimmed) or abs(float(trimmed)) > 1e15:
        raise PlanError(f"“{text[:40]}” is not a number.")
    return float(trimmed)
