"""The head of the checklist: which columns are shown, how wide, and what is sorted by."""

import json

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from launchpad.ui.checklist.columns import COLUMNS, NUMBERS

NARROWEST = 200
"""Pixels of the first column below which others step aside."""


class TaskHeader(QHeaderView):
    """Gives the first column what the others leave. A click sorts, a right click chooses columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.wanted = {column.name for column in COLUMNS if column.is_shown}
        self._pinned: set[str] = set()
        self._is_fitting = False
        self._room = 0
        self.setStretchLastSection(False)
        self.setSectionsMovable(True)
        self.setSortIndicatorClearable(True)
        self.setMinimumSectionSize(40)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName("Columns")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.open_menu)
        self.sectionResized.connect(self._on_resized)

    def begin(self) -> None:
        """Set the columns up, once there is a model."""
        self.setFirstSectionMovable(False)
        self.setSectionsClickable(True)  # the view has turned these off as it took the header
        self.setSortIndicatorShown(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for number, column in enumerate(COLUMNS):
            self.resizeSection(number, column.width)

    @property
    def is_sorted(self) -> bool:
        """Whether another order than the plan's is shown."""
        return 0 <= self.sortIndicatorSection() < len(COLUMNS)

    def fit(self, room: int) -> None:
        """Fill `room` pixels; where they are too few, the least needed columns step aside."""
        self._room = room
        shown = [number for number, column in enumerate(COLUMNS) if number and column.name in self.wanted]
        widths = {number: self.sectionSize(number) or COLUMNS[number].width for number in shown}
        while sum(widths.values()) + NARROWEST > room:
            spare = [n for n in widths if COLUMNS[n].rank and COLUMNS[n].name not in self._pinned]
            if not spare:
                break
            del widths[max(spare, key=lambda n: COLUMNS[n].rank)]
        self._is_fitting = True
        for number in range(1, len(COLUMNS)):
            self.setSectionHidden(number, number not in widths)
        self.resizeSection(0, max(NARROWEST, room - sum(widths.values())))
        self._is_fitting = False

    def want_column(self, name: str, is_wanted: bool) -> None:
        """Show or hide a column; one that was asked for does not step aside."""
        (self.wanted.add if is_wanted else self.wanted.discard)(name)
        (self._pinned.add if is_wanted else self._pinned.discard)(name)
        self.fit(self._room)

    @property
    def look(self) -> str:
        """Which columns are wanted, in which order and how wide, to be kept until another day."""
        names = [COLUMNS[self.logicalIndex(place)].name for place in range(self.count())]
        widths = {COLUMNS[each].name: self.sectionSize(each) for each in self.shown_columns() if each}
        return json.dumps(
            {"wanted": sorted(self.wanted), "pinned": sorted(self._pinned), "order": names, "widths": widths}
        )

    def take_look(self, look: str) -> None:
        """Arrange the columns as `look` says; what cannot be understood is passed over."""
        try:
            kept = json.loads(look)
            wanted, pinned, order = set(kept["wanted"]), set(kept["pinned"]), list(kept["order"])
            widths = {str(name): int(width) for name, width in kept["widths"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        self.wanted, self._pinned = wanted & set(NUMBERS), pinned & set(NUMBERS)
        for name, width in widths.items():
            if name in NUMBERS and 40 <= width <= 2000:
                self.resizeSection(NUMBERS[name], width)
        for place, name in enumerate([each for each in order if each in NUMBERS]):
            if place:
                self.moveSection(self.visualIndex(NUMBERS[name]), place)
        self.fit(self._room)

    def shown_columns(self) -> list[int]:
        """The columns that are seen, from left to right."""
        order = (self.logicalIndex(place) for place in range(self.count()))
        return [number for number in order if not self.isSectionHidden(number)]

    def _on_resized(self, number: int, old: int, new: int) -> None:
        if not self._is_fitting and number and new:
            self._is_fitting = True
            others = sum(self.sectionSize(each) for each in self.shown_columns() if each)
            self.resizeSection(0, max(NARROWEST, self._room - others))
            self._is_fitting = False

    def open_menu(self, place: QPoint) -> None:
        """Offer the columns and the orders, at a place of the header."""
        from launchpad.ui.checklist.columns_menu import ColumnsMenu  # it knows this class

        ColumnsMenu(self).popup(self.mapToGlobal(place))
