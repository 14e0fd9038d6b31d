"""A board that follows an edit: only what the edit touched is appraised again."""

from copy import copy
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.gate import Gate
from launchpad.domain.ids import TaskId, TrackId
from launchpad.domain.launch import Calendar, Holiday, Launch
from launchpad.domain.register import Asset
from launchpad.domain.row import Row
from launchpad.domain.task import Dependency, Task
from launchpad.engines.readiness.board import (
    UNPROMISED,
    Board,
    Item,
    Sums,
    appraiser,
    board_of,
    has_baseline,
    unpromised,
)
from launchpad.engines.readiness.scope import Places, places_of
from launchpad.engines.schedule import schedule

SHARED: tuple[type[Row], ...] = (Launch, Calendar, Holiday, Gate, Asset)
"""Kinds of row that what every item earns may hang on."""


def follow_edit(before: Document, edit: Edit, after: Document, today: date) -> None:
    """Keep for `after` the board that `edit` makes of the one of `before`; equal to a board made anew."""
    if not any(isinstance(change.row, SHARED) for change in edit.changes):
        after.once(("board", today), lambda: _followed(board_of(before, today), edit, after))


def _followed(board: Board, edit: Edit, after: Document) -> Board:
    places = _places(board, edit, after)
    after.once(UNPROMISED, lambda: _unpromised_after(board, edit))
    touched: set[str] = {change.row.id for change in edit.changes if isinstance(change.row, Task)}
    touched |= _moved(board, after) | _reshelved(board.places, places)
    items, sums = dict(board.items), dict(board.sums)
    appraise = appraiser(after, board.moment, places, lambda: schedule(after, board.today).promised)
    fresh: set[tuple[TrackId, int]] = set()
    for key in map(TaskId, touched):
        old, task = items.pop(key, None), after.find(Task, key)
        new = None if task is None else appraise(task)
        if new is not None:
            items[key] = new
        for item, sign in ((old, -1), (new, 1)):
            if item is not None:
                _sums_of(item, sums, fresh).count(item, sign)
    return Board(after, board.moment, places, items, sums)


def _sums_of(item: Item, sums: dict[tuple[TrackId, int], Sums], fresh: set[tuple[TrackId, int]]) -> Sums:
    """The sums an item belongs to, copied before their first change: the older board keeps its own."""
    place = (item.task.track, item.shelf)
    if place not in fresh:
        sums[place] = copy(sums[place]) if place in sums else Sums()
        fresh.add(place)
    return sums[place]


def _places(board: Board, edit: Edit, after: Document) -> Places:
    """The same places, unless a task without a gate may have come, gone or moved over launch day."""
    rows = [row for change in edit.changes for row in (change.before, change.after)]
    gateless = any(isinstance(row, Task) and row.gate is None for row in rows)
    unsure = board.places.loose and any(isinstance(row, Task | Dependency) for row in rows)
    return places_of(after) if gateless or unsure else after.once("places", lambda: board.places)


def _unpromised_after(board: Board, edit: Edit) -> frozenset[TaskId]:
    """The tasks that the plan itself promises, after an edit."""
    changed = {TaskId(change.row.id): change.after for change in edit.changes if isinstance(change.row, Task)}
    planned = (key for key, task in changed.items() if isinstance(task, Task) and not has_baseline(task))
    return unpromised(board.document).difference(changed).union(planned)


def _moved(board: Board, after: Document) -> set[str]:
    """Tasks whose promise is the plan itself, and which the edit moved."""
    planned = unpromised(board.document)
    if not planned:
        return set()
    still = (task for task in planned if task in after.table(Task))
    old, new = schedule(board.document, board.today), schedule(after, board.today)
    return {*new.moved_since(old, still)}


def _reshelved(old: Places, new: Places) -> set[str]:
    """Tasks without a gate that stand on another shelf than before."""
    if old is new:
        return set()
    return {task for task, shelf in new.loose.items() if old.loose.get(task) != shelf}
