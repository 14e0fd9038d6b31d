"""The expected curve: the work score that the baseline promises for each day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import TrackId
from launchpad.engines.readiness.board import Exact, board_of, promise_of
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


Promise = tuple[TrackId, date, date]
"""What many items share: their track, and their first and last day by the baseline."""


def expected_curve(document: Document, today: date, days: Iterable[date]) -> tuple[ExpectedPoint, ...]:
    """The expectation for launch day on each of `days`, with the items and weights of today."""
    promised = _promised(document, today)
    return tuple(ExpectedPoint(day, shown_or_none(_expected_on(day, document, promised))) for day in days)


def _promised(document: Document, today: date) -> Mapping[Promise, Exact]:
    """How much weight is promised for the same days; items are looked at once, however many days are asked for."""
    board, weights = board_of(document, today), defaultdict[Promise, Exact](int)
    for item in board.on(launch_scope(document, today).items):
        if item.task.status is not TaskStatus.NOT_APPLICABLE:
            weights[item.task.track, *promise_of(item.task, document, today)] += item.weight
    return weights


def _expected_on(day: date, document: Document, promised: Mapping[Promise, Exact]) -> float | None:
    moment = Moment(document, day)
    weights, sums = defaultdict[TrackId, Exact](int), defaultdict[TrackId, Exact](int)
    for (track, start, finish), weight in promised.items():
        weights[track] += weight
        sums[track] += weight * expected_of(start, finish, moment)
    return weighed(
        (track.weight, float(100 * sums[track.id] / (EXPECTED * weights[track.id])) if track.id in weights else None)
        for track in document.tracks
    )
