"""One row of a stranger's table as a task: its days, its status, its owners."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.interchange.foreign.outline import Item, Notices, refused
from launchpad.interchange.homecoming.cells import (
    Cell,
    Content,
    Unreadable,
    plain,
    read_date,
    read_percent,
)
from launchpad.interchange.homecoming.days import AMBIGUOUS, DayOrder
from launchpad.interchange.homecoming.statuses import read_status

DATES = ("start", "finish", "deadline", "completed", "begun")
"""Meanings whose columns hold days."""
MOST_TOLD = 20
_FIELDS = {"completed": "actual_finish", "begun": "actual_start"}
_PRIORITIES = {
    Criticality.MUST: "must|must have|must-have|critical|highest|high|urgent|blocker|p0|p1|1|yes|m",
    Criticality.SHOULD: "should|should have|medium|normal|major|important|p2|2|s",
    Criticality.COULD: "could|could have|low|lowest|minor|trivial|nice|nice to have|p3|p4|3|4|c|w|won't",
}
PRIORITIES = {word: criticality for criticality, words in _PRIORITIES.items() for word in words.split("|")}
_YES = frozenset({"yes", "true", "1", "x", "milestone", "y", "✓"})
_NAMES = re.compile(r"[;,\n|/]+")
_DURATION = re.compile(r"(\d{1,5})(?:[.,](\d{1,6}))?\s*(d|days?|w|weeks?|h|hours?)?\??")
_DAYS = {"d": 1.0, "w": 5.0, "h": 1 / 8}


class Told:
    """Notices of single rows; after the first few they are counted only."""

    def __init__(self, notices: Notices) -> None:
        self._notices, self._count = notices, 0

    def __call__(self, sentence: str) -> None:
        self._count += 1
        if self._count <= MOST_TOLD:
            self._notices.add(sentence)
        else:
            self._notices.count("One more such thing was left out.", "more such things were left out.")


@dataclass(frozen=True, slots=True)
class RowReader:
    """How the cells of a table are read. `order` settles dates that could be either way round, `today` those without
    a year; day numbers count from `epoch`."""

    file_name: str
    order: DayOrder
    today: date
    epoch: date
    notices: Notices
    tell: Told

    def cell(self, row: Sequence[object], places: Sequence[int], line: int) -> Cell:
        """What the columns of one meaning hold, several below each other."""
        values = [row[place] for place in places if place < len(row) and row[place] not in (None, "")]
        if len(values) > 1:
            return Cell("\n".join(plain(_content(value)) for value in values), f"line {line}")
        return Cell(_content(values[0]) if values else None, f"line {line}")

    def item(self, uid: str, title: str, cells: Mapping[str, Cell], line: int) -> Item:
        """The task of a row; raise ForeignRefused for a date that nothing settles."""
        number, email = text_of(cells, "id"), text_of(cells, "email")
        owners = tuple(dict.fromkeys(each.strip() for each in _NAMES.split(text_of(cells, "owner")) if each.strip()))
        item = Item(
            uid=uid,
            title=title,
            key="" if number.isdecimal() else number,
            track=text_of(cells, "track"),
            duration=self._duration(text_of(cells, "duration"), line),
            owners=owners or ((email,) if email else ()),
            note=text_of(cells, "note"),
            criticality=PRIORITIES.get(text_of(cells, "priority").casefold()),
        )
        for meaning in DATES:
            if meaning in cells:
                setattr(item, _FIELDS.get(meaning, meaning), self._day(cells[meaning], line))
        self._set_progress(item, cells)
        if text_of(cells, "milestone").casefold() in _YES or text_of(cells, "kind").casefold() == "milestone":
            item.duration = 0
        return item

    def _day(self, cell: Cell, line: int) -> date | None:
        try:
            return read_date(cell, self.epoch, self.today, self.order)
        except Unreadable as error:
            if str(error) == AMBIGUOUS:
                reason = f"dates such as “{cell.shown}” could be either way round; say --dates day or --dates month"
                raise refused(self.file_name, reason) from None
            self.tell(f"Line {line:,}: “{cell.shown[:40]}” is not a date and was left out.")
            return None

    def _set_progress(self, item: Item, cells: Mapping[str, Cell]) -> None:
        status, progress = cells.get("status"), cells.get("progress")
        if status is not None and not status.is_blank:
            item.status = self._status(status)
        if progress is not None and not progress.is_blank:
            try:
                item.progress = read_percent(progress)
            except Unreadable:
                item.status = item.status or self._status(progress)
        if item.actual_finish is not None:
            item.status = TaskStatus.DONE

    def _status(self, cell: Cell) -> TaskStatus | None:
        try:
            return read_status(cell)
        except Unreadable:
            said = f"the status “{cell.shown[:40]}”, which means nothing here"
            self.notices.count(f"A task has {said}, and does without it.", f"tasks have {said}, and do without it.")
            return None

    def _duration(self, text: str, line: int) -> int | None:
        match = _DURATION.fullmatch(text.casefold())
        if match is None:
            if text:
                self.tell(f"Line {line:,}: “{text[:40]}” is not a duration and was left out.")
            return None
        days = float(f"{match[1]}.{match[2] or 0}") * _DAYS[(match[3] or "d")[0]]
        return int(-(-days // 1))


def text_of(cells: Mapping[str, Cell], meaning: str) -> str:
    """The text of a meaning; empty where no column has it."""
    return plain(cells[meaning].value) if meaning in cells else ""


def _content(value: object) -> Content:
    return value if isinstance(value, str | int | float | bool | date) or value is None else str(value)
