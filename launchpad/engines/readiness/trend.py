"""Readiness over time: recorded points win, the weeks between are replayed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import ReviewStatus
from launchpad.domain.gate import ReadinessPoint, Review
from launchpad.domain.people import Track
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.readiness import readiness
from launchpad.engines.readiness.shown import shown_or_none

PlanOn = Callable[[date], Document | None]
"""The plan as it stood at the end of a day; None before there was one."""


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """Readiness on a day, 0–100, None without data. `is_recorded` is False for a point worked out again now."""

    day: date
    readiness: float | None
    work: float | None
    expected: float | None
    is_recorded: bool


def trend(document: Document, today: date, plan_on: PlanOn, since: date | None = None) -> tuple[TrendPoint, ...]:
    """Points from `since` (None: the first recorded one) to today, one a week at least, in the order of days.

    Weeks without a recorded point are replayed at their last working day with today's weights, and so is today; what
    was recorded earlier today stands only while it still holds.
    """
    recorded = recorded_points(document, today)
    first = min([*recorded, *([since] if since else [])], default=today)
    replayed = {day: _replayed(document, plan_on(day), day) for day in _open_weeks(document, recorded, first, today)}
    now = _replayed(document, document, today)
    points = {**replayed, **recorded}
    if today not in recorded or not _is_as(recorded[today], now):
        points[today] = now
    return tuple(point for _, point in sorted(points.items()) if point is not None)


def recorded_points(document: Document, today: date) -> dict[date, TrendPoint]:
    """What imports and reviews recorded up to today, by day; a point of the trend wins over a review's snapshot."""
    points: dict[date, TrendPoint] = {}
    for review in document.rows(Review):
        day, snapshot = review.day, review.snapshot
        if snapshot is not None and day is not None and review.status is ReviewStatus.RECORDED:
            points[day] = TrendPoint(day, snapshot.readiness, snapshot.work, snapshot.expected, True)
    for row in document.rows(ReadinessPoint):
        points[row.day] = TrendPoint(row.day, row.readiness, row.work, row.expected, True)
    return {day: point for day, point in points.items() if day <= today}


def _open_weeks(document: Document, recorded: dict[date, TrendPoint], first: date, today: date) -> Iterator[date]:
    """The last working days, before today, of weeks in which nothing was recorded."""
    calendar = calendar_of(document)
    covered = {day.isocalendar()[:2] for day in recorded}
    sunday = first + timedelta(days=7 - first.isoweekday())
    while sunday < today:
        end = _last_workday(calendar, sunday)
        if sunday.isocalendar()[:2] not in covered and end is not None and end >= first:
            yield end
        sunday += timedelta(days=7)


def _last_workday(calendar: WorkingCalendar, sunday: date) -> date | None:
    """The last working day of the week that ends on `sunday`; None in a week off."""
    end = calendar.date_at(calendar.offset_at_or_before(sunday))
    return end if (sunday - end).days < 7 else None


def _is_as(one: TrendPoint, other: TrendPoint | None) -> bool:
    return other is not None and shown_or_none(one.readiness) == shown_or_none(other.readiness)


def _replayed(document: Document, past: Document | None, day: date) -> TrendPoint | None:
    if past is None:
        return None
    answer = readiness(past if past is document else with_weights_of(document, past), day)
    return TrendPoint(day, answer.score, answer.work, answer.expected, False)


def with_weights_of(document: Document, past: Document) -> Document:
    """An older state of the plan, weighed as the plan is now."""
    launch, weights = past.launch, document.launch.weights
    changes = [Change(launch, replace(launch, weights=weights))] if launch.weights != weights else []
    for track in past.tracks:
        now = document.find(Track, track.id)
        if now is not None and now.weight != track.weight:
            changes.append(Change(track, replace(track, weight=now.weight)))
    return past.apply(Edit("Weigh as now", tuple(changes))) if changes else past
