"""A table of tasks, from a CSV file or a sheet, as an outline: one row a task."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from launchpad.interchange.foreign.outline import Item, Link, Notices, Outline, refused
from launchpad.interchange.foreign.predecessors import links_before
from launchpad.interchange.foreign.table_head import TableHead, find_table_head
from launchpad.interchange.foreign.table_row import DATES, RowReader, Told, text_of
from launchpad.interchange.homecoming.cells import Cell, plain
from launchpad.interchange.homecoming.days import DayOrder, order_shown

NEEDED = "it has no row that names its columns; begin with a row such as: Task, Owner, Start, Due"


def read_table(
    rows: Iterable[Sequence[object]], file_name: str, notices: Notices, *, order: DayOrder, today: date, epoch: date
) -> Outline:
    """The outline of a table.

    `order` settles dates that could be either way round, `today` those without a year; day numbers count from `epoch`.
    Raise ForeignRefused without a head, or when dates could be either way round and nothing settles it.
    """
    listed = list(rows)
    head = find_table_head(listed)
    if head is None:
        raise refused(file_name, NEEDED)
    tell = Told(notices)
    reader = RowReader(file_name, _order(listed, head, order), today, epoch, notices, tell)
    table = _Table(tell)
    for line, row in enumerate(listed[head.first :], head.first + 1):
        cells = {meaning: reader.cell(row, places, line) for meaning, places in head.columns.items()}
        title = plain(cells["title"].value)
        if title:
            table.add(reader.item(f"row {table.size + 1}", title, cells, line), cells)
        elif not all(cell.is_blank for cell in cells.values()):
            tell(f"Line {line:,} has no name of a task and was left out.")
    return table.outline(notices)


def _order(rows: Sequence[Sequence[object]], head: TableHead, order: DayOrder) -> DayOrder:
    """How numeric dates are read: as told, else as one of them gives away."""
    if order is not DayOrder.UNKNOWN:
        return order
    places = [place for meaning in DATES for place in head.columns.get(meaning, ())]
    texts = (row[place] for row in rows[head.first :] for place in places if place < len(row))
    shown = {order_shown(text) for text in texts if isinstance(text, str)} - {None}
    return next(each for each in shown if each) if len(shown) == 1 else DayOrder.UNKNOWN


class _Table:
    """Rows as they come; parents and links are settled once all are there."""

    def __init__(self, tell: Told) -> None:
        self._tell = tell
        self._items: list[Item] = []
        self._cells: list[Mapping[str, Cell]] = []
        self._by_name: dict[str, str] = {}
        self._by_uid: dict[str, Item] = {}
        self._above: list[tuple[int, str]] = []

    @property
    def size(self) -> int:
        """How many tasks there are."""
        return len(self._items)

    def add(self, item: Item, cells: Mapping[str, Cell]) -> None:
        """Take a task; what others call it is its id, its number in an outline, its title, or its row's number."""
        self._items.append(item)
        self._cells.append(cells)
        self._by_uid[item.uid] = item
        number = "" if "id" in cells else str(self.size)
        for name in (text_of(cells, "id"), text_of(cells, "wbs"), item.title, number):
            if name:
                self._by_name.setdefault(name.casefold(), item.uid)
        level = _level(text_of(cells, "outline"), text_of(cells, "wbs"))
        if level is not None:
            while self._above and self._above[-1][0] >= level:
                self._above.pop()
            item.parent = self._above[-1][1] if self._above else None
            self._above.append((level, item.uid))

    def outline(self, notices: Notices) -> Outline:
        """All that was read."""
        for item, cells in zip(self._items, self._cells, strict=True):
            self._settle_parent(item, text_of(cells, "parent"))
        parents = {item.parent for item in self._items}
        people: dict[str, str] = {}
        for item, cells in zip(self._items, self._cells, strict=True):
            item.is_heading = item.uid in parents
            if item.owners and "email" in cells:
                people.setdefault(item.owners[0], text_of(cells, "email"))
        return Outline(items=self._items, links=list(self._links()), people=people, notices=notices, has_own_dates=True)

    def _settle_parent(self, item: Item, parent: str) -> None:
        """A task that has parts stays a task; its parts keep its name in their notes and stand in its track."""
        above = self._by_uid.get(self._find(parent) or "")
        if above is not None and above is not item:
            item.track = item.track or above.track
            item.note = "\n".join(text for text in (item.note, f"Part of: {above.title}") if text)
        elif parent and above is None:
            item.track = item.track or parent

    def _links(self) -> Iterator[Link]:
        for item, cells in zip(self._items, self._cells, strict=True):
            for found in links_before(text_of(cells, "before"), item.uid, self._find):
                if isinstance(found, Link):
                    yield found
                else:
                    self._tell_lost(item, found)
            for found in links_before(text_of(cells, "after"), "", self._find):
                if isinstance(found, Link):
                    yield replace(found, predecessor=item.uid, successor=found.predecessor)
                else:
                    self._tell_lost(item, found)

    def _find(self, name: str) -> str | None:
        return self._by_name.get(name.strip().casefold())

    def _tell_lost(self, item: Item, name: str) -> None:
        self._tell(f"“{item.title[:60]}” is linked with “{name[:60]}”, which is not there; the link was left out.")


def _level(outline: str, wbs: str) -> int | None:
    if outline.isdecimal() and len(outline) < 4:
        return int(outline)
    return wbs.rstrip(".").count(".") + 1 if re.fullmatch(r"\d+(\.\d+)*\.?", wbs) else None
