"""Neighboring rows of the checklist as one selection, a range for every group however many tasks stand in it."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QModelIndex

from launchpad.ui.checklist.model import TaskTree


def stretch(
    tree: TaskTree, first: QModelIndex, last: QModelIndex, is_open: Callable[[QModelIndex], bool]
) -> QItemSelection:
    """The rows in sight from `first` down to `last`, headings and the tasks of open groups."""
    top, bottom = _place(first), _place(last)
    rows, across = QItemSelection(), tree.columnCount() - 1
    for number in range(top[0], bottom[0] + 1):
        heading = tree.index(number, 0)
        if (number, -1) >= top:
            rows.select(heading, heading.siblingAtColumn(across))
        begin = max(top[1], 0) if number == top[0] else 0
        count = tree.rowCount(heading)
        end = min(bottom[1] + 1, count) if number == bottom[0] else count
        if begin < end and is_open(heading):
            rows.select(tree.index(begin, 0, heading), tree.index(end - 1, across, heading))
    return rows


def _place(index: QModelIndex) -> tuple[int, int]:
    """The row of a group, and in it that of a task; −1 for its heading."""
    group = index.parent()
    return (group.row(), index.row()) if group.isValid() else (index.row(), -1)
