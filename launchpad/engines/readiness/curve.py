"""The expected curve: the work score that the baseline promises for each day (DOMAIN 7.6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import TrackId
from launchpad.engines.readiness.board import Board, Exact, Item, board_of, promise_of
from launchpad.engines.readiness.expected import EXPECTED, expected_of
from launchpad.engines.readiness.moment import Moment
from launchpad.engines.readiness.scope import launch_scope
from launchpad.engines.readiness.scores import weighed
from launchpad.engines.readiness.shown import shown_or_none


@dataclass(frozen=True, slots=True)
class ExpectedPoint:
    """What is expected on a day, as shown (0–100); None without data."""

    day: date
    expected: float | None


def expected_curve(document: Document, today: date, days: Iterable[date]) -> tuple[ExpectedPoint, ...]:
    """The expectation for launch day on each of `days`, with the items and weights of today."""
    board = board_of(document, today)
    shelves = launch_scope(document, today).items
    items = [item for item in board.on(shelves) if item.task.status is not TaskStatus.NOT_APPLICABLE]
    return tuple(ExpectedPoint(day, shown_or_none(_expected_on(day, board, items))) for day in days)


def _expected_on(day: date, board: Board, items: Iterable[Item]) -> float | None:
    moment = Moment(board.document, day)
    weights: dict[TrackId, Exact] = {}
    sums: dict[TrackId, Exact] = {}
    for item in items:
        track = item.task.track
        start, finish = promise_of(item.task, board.document, board.today)
        weights[track] = weights.get(track, 0) + item.weight
        sums[track] = sums.get(track, 0) + item.weight * expected_of(start, finish, moment)
    return weighed(
        (track.weight, float(100 * sums[track.id] / (EXPECTED * weights[track.id])) if track.id in weights else None)
        for track in board.document.tracks
    )
