"""Where a goal should be, where it is, and where it is heading.

Between its baseline, its checkpoints and its target the expected value is linear. A guardrail is a limit instead: the
next checkpoint's value, after the last one the target.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from launchpad.domain.document import Document
from launchpad.domain.enums import GoalDirection, GoalStatus, GoalType, Word
from launchpad.domain.register import Goal, Measurement
from launchpad.engines.calendar import calendar_of

LOOK_BACK = timedelta(days=28)
"""How far back the pace of a goal is measured."""


class Standing(Word):
    """How a goal stands, and its color."""

    ON_TRACK = "on_track"
    BEHIND = "behind"
    OFF_TRACK = "off_track"
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True)
class GoalPoint:
    """A value on a day."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """One goal on a day. `expected` are the corners of the line it should follow; for a guardrail, of its limit.

    `now` is what is expected on the day of the latest value, `forecast` the value when it is due at the present pace;
    both are None where nobody can say.
    """

    goal: Goal
    expected: tuple[GoalPoint, ...]
    checkpoints: tuple[GoalPoint, ...]
    actuals: tuple[GoalPoint, ...]
    latest: Measurement | None
    now: float | None
    forecast: float | None
    standing: Standing

    @property
    def forecast_standing(self) -> Standing:
        """How it would stand when due, if the forecast came true."""
        if self.forecast is None or self.goal.target is None:
            return Standing.NO_DATA
        return standing_of(self.goal, self.forecast, self.goal.target)


def goals_progress(document: Document, today: date) -> tuple[GoalProgress, ...]:
    """Every goal in the order of the register, kept while the document lives."""
    return document.once(("goals progress", today), lambda: _all(document, today))


def _all(document: Document, today: date) -> tuple[GoalProgress, ...]:
    measured: dict[str, list[Measurement]] = {}
    for row in sorted(document.table(Measurement).values(), key=lambda row: (row.day, row.id)):
        if row.day <= today:
            measured.setdefault(row.goal, []).append(row)
    return tuple(_progress(document, goal, measured.get(goal.id, [])) for goal in document.rows(Goal))


def _progress(document: Document, goal: Goal, measured: Sequence[Measurement]) -> GoalProgress:
    checkpoints = _checkpoints(document, goal)
    expected = _limit(document, goal, checkpoints) if _is_guardrail(goal) else _line(document, goal, checkpoints)
    latest = measured[-1] if measured else None
    now = None if latest is None else value_on(goal, expected, latest.day)
    standing = Standing.NO_DATA
    if latest is not None and now is not None and goal.status is not GoalStatus.DROPPED:
        standing = standing_of(goal, latest.value, now)
    actuals = tuple(GoalPoint(row.day, row.value) for row in measured)
    return GoalProgress(goal, expected, checkpoints, actuals, latest, now, _forecast(goal, actuals), standing)


def _is_guardrail(goal: Goal) -> bool:
    return goal.type is GoalType.GUARDRAIL


def _checkpoints(document: Document, goal: Goal) -> tuple[GoalPoint, ...]:
    calendar = calendar_of(document)
    known = ((calendar.day_of(each.at), each.expected) for each in goal.checkpoints)
    points = {day: value for day, value in known if value is not None}
    return tuple(GoalPoint(day, value) for day, value in sorted(points.items()))


def _line(document: Document, goal: Goal, checkpoints: Sequence[GoalPoint]) -> tuple[GoalPoint, ...]:
    """Baseline at the start, then the checkpoints, then the target when due."""
    points = list(checkpoints)
    if goal.target is not None and goal.due is not None and not (points and points[-1].day >= goal.due):
        points.append(GoalPoint(goal.due, goal.target))
    if goal.baseline is not None and points:
        start = min(_start(document, points), points[0].day - timedelta(days=1))
        points.insert(0, GoalPoint(start, goal.baseline))
    return tuple(points)


def _start(document: Document, points: Sequence[GoalPoint]) -> date:
    """Launch day, or for a goal that is to move before it, the plan's first day."""
    launch = document.launch.launch_date
    if points[0].day > launch:
        return launch
    starts = [task.baseline_start for task in document.tasks if task.baseline_start is not None]
    if document.launch.start is not None:
        starts.append(calendar_of(document).day_of(document.launch.start))
    return min(starts, default=points[0].day - timedelta(days=60))


def _limit(document: Document, goal: Goal, checkpoints: Sequence[GoalPoint]) -> tuple[GoalPoint, ...]:
    """Steps: each checkpoint's value holds up to and on its day, the target from then on."""
    if goal.target is None:
        return tuple(checkpoints)
    end = goal.due or document.launch.launch_date
    corners: list[GoalPoint] = []
    first = _start(document, [GoalPoint(document.launch.launch_date, goal.target)])
    for each in [*checkpoints, GoalPoint(max([end, *(c.day for c in checkpoints)]), goal.target)]:
        corners += [GoalPoint(first, each.value), GoalPoint(each.day, each.value)]
        first = each.day
    return tuple(corners)


def value_on(goal: Goal, expected: Sequence[GoalPoint], day: date) -> float | None:
    """The expected value (of a guardrail: the limit) on a day; None when nothing was agreed."""
    if not expected:
        return None
    if _is_guardrail(goal):
        return next((point.value for point in expected if point.day >= day), expected[-1].value)
    if day <= expected[0].day:
        return expected[0].value if goal.baseline is not None or day == expected[0].day else None
    for before, after in pairwise(expected):
        if day <= after.day:
            share = (day - before.day).days / max(1, (after.day - before.day).days)
            return before.value + (after.value - before.value) * share
    return expected[-1].value


def standing_of(goal: Goal, value: float, expected: float) -> Standing:
    """How a value stands against what was expected: 95 % is on track, 80 % behind; a guardrail is held or it is not."""
    up = goal.direction is GoalDirection.UP
    if value >= expected if up else value <= expected:
        return Standing.ON_TRACK
    if _is_guardrail(goal):
        return Standing.OFF_TRACK
    one, other = (value, expected) if up else (expected, value)
    if other <= 0 or one < 0:  # a share makes no sense; what is missing of the way does
        way = abs((goal.target or 0.0) - (goal.baseline or 0.0)) or abs(expected) or 1.0
        share = 1 - abs(value - expected) / way
    else:
        share = one / other
    if share >= 0.95:
        return Standing.ON_TRACK
    return Standing.BEHIND if share >= 0.8 else Standing.OFF_TRACK


def _forecast(goal: Goal, actuals: Sequence[GoalPoint]) -> float | None:
    """The last value carried on at the pace of the last weeks; guardrails are not forecast."""
    if _is_guardrail(goal) or goal.due is None or len(actuals) < 2 or actuals[-1].day >= goal.due:
        return None
    last = actuals[-1]
    earlier = [point for point in actuals[:-1] if point.day >= last.day - LOOK_BACK] or [actuals[-2]]
    days = (last.day - earlier[0].day).days
    if not days:
        return None
    value = last.value + (last.value - earlier[0].value) / days * (goal.due - last.day).days
    return min(100.0, max(0.0, value)) if goal.unit.strip() == "%" else value
