"""How fast readiness grows, how fast it would have to, and when it gets there at this pace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from launchpad.domain.document import Document
from launchpad.domain.values import LONGEST
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.readiness import readiness
from launchpad.engines.readiness.scope import launch_scope, places_of
from launchpad.engines.readiness.trend import TrendPoint

LOOK_BACK = 10
"""Working days over which the pace is measured."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Points of readiness a working day. `reaches` is the day the threshold is met at this pace; None: never, or
    nobody can say."""

    per_day: float | None
    needed: float | None
    threshold: float
    reaches: date | None


def pace(document: Document, today: date, points: Sequence[TrendPoint]) -> Pace:
    """The pace of the last ten working days (fewer if the trend is younger) against the one the next gate needs."""
    calendar, threshold = calendar_of(document), document.launch.thresholds.go
    score = readiness(document, today).score
    if score is None:
        return Pace(None, None, threshold, None)
    per_day = _per_day(calendar, today, score, points)
    left = max(0.0, threshold - score)
    return Pace(per_day, _needed(document, today, left), threshold, _reached(calendar, today, left, per_day))


def _per_day(calendar: WorkingCalendar, today: date, score: float, points: Sequence[TrendPoint]) -> float | None:
    now = calendar.offset_at_or_after(today)
    known = [(calendar.offset_at_or_after(p.day), p.readiness) for p in points if p.day < today]
    past = [(offset, value) for offset, value in known if value is not None and offset < now]
    if not past:
        return None
    then = max(now - LOOK_BACK, past[0][0])
    return (score - _value_at(then, [*past, (now, score)])) / (now - then)


def _value_at(offset: int, points: Sequence[tuple[int, float]]) -> float:
    """The value on the straight line between the points around `offset`, which lies among them."""
    before = max(point for point in points if point[0] <= offset)
    after = min((point for point in points if point[0] > offset), default=before)
    if after[0] == before[0]:
        return before[1]
    return before[1] + (after[1] - before[1]) * (offset - before[0]) / (after[0] - before[0])


def _needed(document: Document, today: date, left: float) -> float | None:
    gate = launch_scope(document, today).gate
    position = 0 if gate is None else places_of(document).positions[gate.id]
    days = position - calendar_of(document).offset_at_or_after(today)
    return left / days if days > 0 else None


def _reached(calendar: WorkingCalendar, today: date, left: float, per_day: float | None) -> date | None:
    if left == 0:
        return today
    if per_day is None or per_day <= 0 or left / per_day > LONGEST:
        return None
    return calendar.date_at(calendar.offset_at_or_after(today) + ceil(left / per_day))
