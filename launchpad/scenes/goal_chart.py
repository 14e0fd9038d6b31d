"""A goal over time: what was agreed, what was measured, and where that leads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from launchpad.engines.goal_progress import GoalPoint, GoalProgress, Standing
from launchpad.scenes.axis import axis_labels, full_day_label, number_label, round_range
from launchpad.scenes.labels import Labels
from launchpad.scenes.plot import Mark, Plot, day_labels, grid, plot_of, upright
from launchpad.scenes.shapes import Align, Box, Dot, Measure, Scene, Shape, Spot, Stroke

TONES = {
    Standing.ON_TRACK: "ok",
    Standing.BEHIND: "warn",
    Standing.OFF_TRACK: "bad",
    Standing.NO_DATA: "text3",
}
"""The color of a standing."""

INVITATION = "Type a target and its day above, or a first value."
REACH = 9.0
"""Pixels around a point that answer for it."""


@dataclass(frozen=True, slots=True)
class GoalNumbers:
    """A goal and the days that matter beside it."""

    progress: GoalProgress
    today: date
    launch: date


def goal_scene(numbers: GoalNumbers, size: tuple[float, float], measure: Measure) -> Scene:
    """A chart of a size in pixels: the agreed line dashed, what was measured bold, the forecast dotted."""
    progress = numbers.progress
    values = [point.value for point in (*progress.expected, *progress.actuals)]
    values += [
        value for value in (progress.goal.target, progress.goal.baseline, progress.forecast) if value is not None
    ]
    if not values:
        return Scene(
            *size, tuple(_invitation(size, measure)), (), f"{progress.goal.name}: no target and no values yet."
        )
    ticks = round_range(min(values), max(values), 4)
    label = axis_labels(ticks)
    plot = plot_of(size, *_range(numbers), ticks, measure, label)
    shapes = grid(plot, ticks, label)
    marks = [Mark(numbers.launch, "launch", "bad"), Mark(numbers.today, "today", "accent", (2, 3))]
    shapes += upright(plot, marks, size, measure)
    shapes += _line(progress.expected, plot, "text3", 1.4, (4, 3))
    shapes += _forecast(progress, plot)
    shapes += _line(progress.actuals, plot, "accent", 2.2)
    shapes += [Dot(plot.at(p.day, p.value), 4.5, "text2", hollow=True, diamond=True) for p in progress.checkpoints]
    shapes += [Dot(plot.at(p.day, p.value), 3, "accent") for p in progress.actuals[:-1]]
    shapes += _ends(progress, plot, measure, shapes)
    shapes += day_labels(plot, size, measure, _days(numbers))
    return Scene(*size, tuple(shapes), tuple(_spots(progress, plot)), _summary(progress))


def _invitation(size: tuple[float, float], measure: Measure) -> list[Shape]:
    """What to do so that there is something to draw."""
    labels = Labels(Box(0, 0, *size), measure)
    labels.place(INVITATION, [(size[0] / 2, size[1] / 2 - 20, Align.CENTER)], px=13)
    return [*labels.placed]


def _days(numbers: GoalNumbers) -> list[date]:
    due = numbers.progress.goal.due
    return [*([due] if due else []), numbers.today, numbers.launch]


def _range(numbers: GoalNumbers) -> tuple[date, date]:
    progress = numbers.progress
    days = [*_days(numbers), *(point.day for point in (*progress.expected, *progress.actuals))]
    first, last = min(days), max(days)
    return first, max(last, first + timedelta(days=7))


def _line(
    points: Sequence[GoalPoint], plot: Plot, tone: str, width: float, dash: tuple[float, float] | None = None
) -> list[Shape]:
    return [Stroke(tuple(plot.at(p.day, p.value) for p in points), tone, width, dash)] if len(points) > 1 else []


def _forecast(progress: GoalProgress, plot: Plot) -> list[Shape]:
    if progress.forecast is None or progress.goal.due is None:
        return []
    last, tone = progress.actuals[-1], TONES[progress.forecast_standing]
    end = plot.at(progress.goal.due, progress.forecast)
    return [Stroke((plot.at(last.day, last.value), end), tone, 1.6, (2, 3)), Dot(end, 3.5, tone, hollow=True)]


def _ends(progress: GoalProgress, plot: Plot, measure: Measure, around: Sequence[Shape]) -> list[Shape]:
    """The values that matter, written beside their points: the latest, the target, the forecast."""
    labels = Labels(plot.frame, measure)
    labels.avoid_words(around)
    labels.avoid_lines(around)
    goal = progress.goal
    shapes: list[Shape] = []
    if progress.actuals:
        at = plot.at(progress.actuals[-1].day, progress.actuals[-1].value)
        tone = TONES[progress.standing]
        shapes.append(Dot(at, 4.5, tone))
        text = number_label(progress.actuals[-1].value)
        labels.place(text, _around_point(at, 12), px=12, weight=600, tone="text")
    if goal.target is not None and goal.due is not None:
        labels.place(f"target {number_label(goal.target)}", _around_point(plot.at(goal.due, goal.target), 11))
    if progress.forecast is not None and goal.due is not None:
        at = plot.at(goal.due, progress.forecast)
        tone = TONES[progress.forecast_standing]
        labels.place(f"at this pace {number_label(progress.forecast)}", _around_point(at, 11), tone=tone)
    return [*shapes, *labels.placed]


def _around_point(at: tuple[float, float], px: int) -> list[tuple[float, float, Align]]:
    x, y = at
    high = px * 1.3
    above, below = y - high - 4, y + 6
    return [
        (x + 8, y - high / 2, Align.LEFT),
        (x - 8, above, Align.RIGHT),
        (x + 8, above, Align.LEFT),
        (x - 8, below, Align.RIGHT),
        (x + 8, below, Align.LEFT),
        (x, above - 2, Align.CENTER),
        (x, below + 2, Align.CENTER),
        (x - 8, above - high, Align.RIGHT),
        (x - 8, below + high, Align.RIGHT),
        (x - 8, above - 2 * high, Align.RIGHT),
        (x - 8, below + 2 * high, Align.RIGHT),
        (x - 8, below + 3 * high, Align.RIGHT),
    ]


def _spots(progress: GoalProgress, plot: Plot) -> Iterator[Spot]:
    unit = f" {progress.goal.unit}" if progress.goal.unit else ""
    for point in progress.checkpoints:
        yield _spot(plot, point, f"{full_day_label(point.day)}\nCheckpoint {number_label(point.value)}{unit}")
    for point in progress.actuals:
        yield _spot(plot, point, f"{full_day_label(point.day)}\nMeasured {number_label(point.value)}{unit}")


def _spot(plot: Plot, point: GoalPoint, tip: str) -> Spot:
    x, y = plot.at(point.day, point.value)
    return Spot(Box(x - REACH, y - REACH, 2 * REACH, 2 * REACH), tip)


def _summary(progress: GoalProgress) -> str:
    goal = progress.goal
    parts = [goal.name, progress.standing.label.lower()]
    if progress.latest is not None:
        parts.append(f"{number_label(progress.latest.value)} on {full_day_label(progress.latest.day)}")
    if progress.now is not None:
        parts.append(f"expected {number_label(progress.now)}")
    if goal.target is not None and goal.due is not None:
        parts.append(f"target {number_label(goal.target)} by {full_day_label(goal.due)}")
    return ", ".join(parts)
