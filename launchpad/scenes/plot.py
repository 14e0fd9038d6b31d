"""The ground of a chart over time: grid lines, dates below, and upright lines for days that matter."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from launchpad.domain.wording import short_day
from launchpad.scenes.axis import DayAxis, ValueAxis, full_day_label, number_label
from launchpad.scenes.labels import Labels
from launchpad.scenes.shapes import Align, Box, Dot, Measure, Shape, Stroke, Words

HEAD = 18.0
"""Pixels above the plot, for the names of upright lines."""
FOOT = 20.0
"""Pixels below the plot, for its days."""
GAP = 8.0
SMALL = 11
"""Pixels of a chart's text."""


class Mark(NamedTuple):
    """An upright line on a day, with its name above the plot."""

    day: date
    name: str
    tone: str
    dash: tuple[float, float] | None = None


class Plot(NamedTuple):
    """A chart's frame and its two axes."""

    frame: Box
    days: DayAxis
    values: ValueAxis

    def at(self, day: date, value: float) -> tuple[float, float]:
        """Where a value on a day stands."""
        return self.days.x_of(day), self.values.y_of(value)


def plot_of(
    size: tuple[float, float],
    first: date,
    last: date,
    ticks: Sequence[float],
    measure: Measure,
    label: Callable[[float], str] = number_label,
) -> Plot:
    """The frame of a chart of a size in pixels, with room for its value labels on the left."""
    left = max(measure(label(tick), SMALL, 400) for tick in ticks) + GAP
    frame = Box(left, HEAD, max(1.0, size[0] - left - GAP), max(1.0, size[1] - HEAD - FOOT))
    days = DayAxis(first, last, frame.x, frame.right)
    return Plot(frame, days, ValueAxis(ticks[0], ticks[-1], frame.bottom, frame.y))


def grid(plot: Plot, ticks: Iterable[float], label: Callable[[float], str] = number_label) -> list[Shape]:
    """Lines across for the values, with their labels on the left."""
    shapes: list[Shape] = []
    for tick in ticks:
        y = plot.values.y_of(tick)
        shapes.append(Stroke(((plot.frame.x, y), (plot.frame.right, y)), "line"))
        box = Box(0, y - SMALL * 0.65, plot.frame.x - GAP, SMALL * 1.3)
        shapes.append(Words(box, label(tick), SMALL, 400, "text3", Align.RIGHT))
    return shapes


def day_labels(plot: Plot, size: tuple[float, float], measure: Measure, first: Iterable[date] = ()) -> list[Words]:
    """Days under the plot: those in `first` whatever happens to the others, then the ticks that find room."""
    labels = Labels(Box(0, plot.frame.bottom, size[0], size[1] - plot.frame.bottom), _wider(measure))
    write = full_day_label if (plot.days.last - plot.days.first).days > 400 else short_day
    shown = [day for day in first if plot.days.first <= day <= plot.days.last]
    labels.place_all(((write(day), plot.days.x_of(day)) for day in [*shown, *plot.days.ticks()]), plot.frame.bottom + 5)
    return labels.placed


def upright(
    plot: Plot,
    marks: Iterable[Mark],
    size: tuple[float, float],
    measure: Measure,
    dots: Sequence[tuple[Dot, str]] = (),
) -> list[Shape]:
    """Upright lines with their names above, among dots with theirs; a name steps to the other side or stays away."""
    labels = Labels(
        Box(plot.frame.x - 2, 0, size[0] - plot.frame.x + 2, plot.frame.bottom), lambda *text: measure(*text) + 3
    )
    shown = [mark for mark in marks if plot.days.first <= mark.day <= plot.days.last]
    shapes: list[Shape] = []
    for mark in shown:
        x = plot.days.x_of(mark.day)
        shapes.append(Stroke(((x, 2), (x, plot.frame.bottom)), mark.tone, 1.5, mark.dash))
        labels.avoid(Box(x - 1, 0, 2, HEAD))
    for dot, _ in dots:
        labels.avoid(Box(dot.center[0] - dot.radius, 0, 2 * dot.radius, HEAD))
    for mark in shown:
        x = plot.days.x_of(mark.day)
        below = [(at, plot.frame.bottom - SMALL * 1.5, align) for at, _, align in reversed(_beside(x, 5))]
        labels.place(mark.name, [*_beside(x, 5), *below], px=SMALL, tone=mark.tone)
    for dot, name in dots:
        labels.place(name, _beside(dot.center[0], dot.radius + 2), px=SMALL, tone="text3")
    return [*shapes, *(dot for dot, _ in dots), *labels.placed]


def _beside(x: float, away: float) -> list[tuple[float, float, Align]]:
    return [(x + away, 1, Align.LEFT), (x - away, 1, Align.RIGHT)]


def _wider(measure: Measure) -> Measure:
    """Texts in a row keep a little air between them."""
    return lambda text, px, weight: measure(text, px, weight) + 10


def polyline(points: Sequence[tuple[float, float]], tone: str, width: float = 2) -> list[Shape]:
    """A line through points, if there are two."""
    return [Stroke(tuple(points), tone, width)] if len(points) > 1 else []
