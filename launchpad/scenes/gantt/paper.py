"""The timeline on paper: rows and days are dealt out to pages so that these are full and nothing is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from launchpad.domain.task import Task
from launchpad.domain.wording import short_day
from launchpad.scenes.axis import full_day_label
from launchpad.scenes.gantt.axis import SCALES, WIDEST, TimeAxis
from launchpad.scenes.gantt.head import head_height
from launchpad.scenes.gantt.legend import legend, legend_shapes
from launchpad.scenes.gantt.parts import Stretch, picture_panes, stretch_page
from launchpad.scenes.gantt.picture import LABEL, Picture, label_of
from launchpad.scenes.gantt.plan import Look, TimelinePlan
from launchpad.scenes.gantt.rows import ROW
from launchpad.scenes.gantt.tree import WIDEST as TREE_WIDEST
from launchpad.scenes.gantt.tree import Tree, tree_width
from launchpad.scenes.labels import shortened
from launchpad.scenes.paper import Page, Pane, Paper, plain_pane
from launchpad.scenes.shapes import Align, Box, Measure, Words

MARGIN = 28.0
"""Points around a page, which every printer can keep."""
TITLE = 26.0
"""Points of the line above the timeline."""
COMFORTABLE, LARGEST = 0.55, 0.8
"""Points of a pixel: as small as text is read with ease, and as large as it may grow to fill the page."""
LEGEND = 0.75
"""Points of a pixel of the legend."""
LEAST_DAY = 2.0
"""Pixels of a day below which another page is taken."""
LEAD = 10
"""Pixels before the first day."""
SMALLEST_TEXT = 4.0
"""Points of text below which nobody reads it."""


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How a timeline is printed. `scale` is the name of a zoom, or empty for whatever fills the pages."""

    paper: Paper = Paper.A4
    landscape: bool = True
    one_page: bool = False
    tree: bool = True
    legend: bool = True
    scale: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: every row on one page of each column of pages, every day on one of each line.

    `scale` is points to one pixel, `head_scale` that of the days above. `chart` is pixels of the bars on a page.
    """

    picture: Picture
    options: PrintOptions
    scale: float
    head_scale: float
    tree: float
    chart: float
    rows_a_page: int
    days_a_page: int
    across: int
    down: int
    legend: Pane | None

    def __len__(self) -> int:
        return self.across * self.down

    @property
    def text_points(self) -> float:
        """The size of the tasks' names on paper."""
        return 13 * self.scale

    @property
    def is_readable(self) -> bool:
        """Whether the names can be read on paper."""
        return self.text_points >= SMALLEST_TEXT

    def rows_of(self, number: int) -> range:
        """The rows on a page, counted from 0."""
        first = number // self.across * self.rows_a_page
        return range(first, min(first + self.rows_a_page, len(self.picture.plan.rows)))

    def days_of(self, number: int) -> range:
        """The days on a page, as ordinals."""
        first = self.picture.axis.first.toordinal() + number % self.across * self.days_a_page
        return range(first, first + self.days_a_page)

    def pages(self) -> Sequence[Page]:
        """The pages, from left to right and then down."""
        return _Pages(self)

    def page(self, number: int) -> Page:
        """One page, counted from 0."""
        width, height = self.options.paper.size(landscape=self.options.landscape)
        days, rows = self.days_of(number), self.rows_of(number)
        stretch = Stretch(rows, self.picture.axis.x_of_ordinal(days.start), self.chart)
        tree = _tree(self.picture, self.tree) if self.tree else None
        inner = width - 2 * MARGIN
        panes = [
            plain_pane(Box(MARGIN, MARGIN, inner, TITLE), self._title(number, inner)),
            *picture_panes(self.picture, tree, stretch, (MARGIN, MARGIN + TITLE), self.scale, self.head_scale),
            *([self.legend] if self.legend else []),
        ]
        return Page(width, height, tuple(panes), f"Page {number + 1} of {len(self)}")

    def _title(self, number: int, width: float) -> Iterator[Words]:
        plan, measure = self.picture.plan, self.picture.measure
        days, rows = self.days_of(number), self.rows_of(number)
        place = f"Page {number + 1} of {len(self)}"
        if self.down > 1:
            place = f"Rows {rows.start + 1}–{rows.stop} of {len(plan.rows)} · {place}"
        if self.across > 1:
            place = f"{_day(days.start)} to {_day(days.stop - 1)} · {place}"
        after = measure(place, 8, 400) + 12
        about = f"Launch day {full_day_label(plan.schedule.launch_date)} · as of {full_day_label(plan.today)}"
        name = shortened(" ".join(plan.document.launch.name.split()), width / 2, measure, 13, 600)
        wide = measure(name, 13, 600)
        yield Words(Box(0, 0, wide, 18), name, 13, 600, "text")
        room = width - wide - 10 - after
        yield Words(Box(wide + 10, 2, room, 17), shortened(about, room, measure, 9), 9, 400, "text2")
        yield Words(Box(width - after, 2, after, 17), place, 8, 400, "text2", Align.RIGHT)


class _Pages(Sequence[Page]):
    """The pages of a layout, each made when it is looked at."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def __len__(self) -> int:
        return len(self._layout)

    def __getitem__(self, number: int) -> Page:  # type: ignore[override]
        return self._layout.page(range(len(self))[number])


def lay_out(picture: Picture, options: PrintOptions) -> Layout:
    """Deal out a plan to pages. Of `picture` the plan and the look are used, not the zoom."""
    picture = picture.looking(replace(picture.look, selected=frozenset(), link=""))
    width, height = options.paper.size(landscape=options.landscape)
    inner, body = width - 2 * MARGIN, height - 2 * MARGIN - TITLE
    below = _legend(picture, options, inner, height) if options.legend else None
    if below is not None:
        body -= below.box.height + 6
    on_each, scale, head_scale = _down(len(picture.plan.rows), head_height(picture), body, options)
    tree = tree_width(picture.plan, picture.measure, 0.4 * inner / scale) if options.tree else 0
    chart = inner / scale - tree
    across, days, axis = _across(picture, chart, WIDEST * max(1.0, COMFORTABLE / scale), options)
    down = max(1, -(-len(picture.plan.rows) // on_each))
    return Layout(picture.at_zoom(axis), options, scale, head_scale, tree, chart, on_each, days, across, down, below)


def _down(rows: int, head: float, body: float, options: PrintOptions) -> tuple[int, float, float]:
    """Rows on a page, points to a pixel of rows, and of the head. A few rows too many for the pages still fit."""
    rows = max(1, rows)
    full = (body / COMFORTABLE - head) / ROW
    down = 1 if options.one_page else max(1, int(rows / full + 0.85))
    each = -(-rows // down)
    scale = min(LARGEST if down == 1 else COMFORTABLE, body / (each * ROW + head))
    if options.one_page and scale < COMFORTABLE:  # the days stay readable above rows that are not
        return rows, (body - head * COMFORTABLE) / (rows * ROW), COMFORTABLE
    return max(each, int((body / scale - head) / ROW + 1e-9)), scale, scale


def _across(picture: Picture, chart: float, widest: float, options: PrintOptions) -> tuple[int, int, TimeAxis]:
    """Pages beside each other, days on each, and the axis that fills them with days up to `widest` pixels."""
    first, last = reach(picture.plan, picture.look)
    days = last - first + 2
    room = LEAD + min(_label_room(picture.plan, picture.measure), 0.25 * chart)
    wanted = SCALES[options.scale] if options.scale else LEAST_DAY
    across = 1 if options.one_page else max(1, ceil((days * wanted + room) / chart))
    day = min(widest, (chart * across - room) / days)
    on_each = max(1, ceil(chart / day - 1e-9))
    lead = ceil(LEAD / day)
    return across, on_each, TimeAxis(date.fromordinal(first - lead), chart / on_each)


def whole_page(picture: Picture, options: PrintOptions) -> Page:
    """The whole timeline at the picture's zoom as one picture in pixels; of `options` only the tree counts."""
    picture = picture.looking(replace(picture.look, selected=frozenset(), link=""))
    first, last = reach(picture.plan, picture.look)
    lead = ceil(LEAD / picture.axis.day_width)
    axis = TimeAxis(date.fromordinal(first - lead), picture.axis.day_width)
    width = axis.x_of_ordinal(last + 1) + _label_room(picture.plan, picture.measure)
    tree = _tree(picture, tree_width(picture.plan, picture.measure, TREE_WIDEST)) if options.tree else None
    return stretch_page(picture.at_zoom(axis), tree, Stretch(range(len(picture.plan.rows)), 0, width))


def part_page(picture: Picture, options: PrintOptions, part: Box) -> Page:
    """A part of the picture as one, with the columns of its rows."""
    picture = picture.looking(replace(picture.look, selected=frozenset(), link=""))
    rows = picture.plan.rows.between(part.y, part.bottom)
    tree = _tree(picture, tree_width(picture.plan, picture.measure, TREE_WIDEST)) if options.tree else None
    return stretch_page(picture, tree, Stretch(rows, part.x, part.width))


def _tree(picture: Picture, width: float) -> Tree:
    return Tree(picture.plan, picture.measure, width)


def reach(plan: TimelinePlan, look: Look) -> tuple[int, int]:
    """The first and last day on which anything is drawn, as ordinals: baselines and forecasts too.

    Slack ends with the plan or at a gate, so it is never outside.
    """
    days = [day.toordinal() for day in plan.reach]
    for row in plan.rows.rows:
        if isinstance(row, Task):
            days += _days_of(plan, row, look)
    return min(days), max(days)


def _days_of(plan: TimelinePlan, task: Task, look: Look) -> Iterator[int]:
    dates, baseline = plan.dates(task), plan.baseline_days(task) if look.baseline else None
    yield dates.start.toordinal()
    yield dates.finish.toordinal()
    if look.forecast:
        yield dates.forecast_finish.toordinal()
    if baseline is not None:
        yield baseline.first
        yield baseline.end - 1


def _label_room(plan: TimelinePlan, measure: Measure) -> float:
    """Pixels of the longest label beside a bar."""
    texts = {label_of(plan, row)[0] for row in plan.rows.rows if isinstance(row, Task)}
    return max((measure(text, LABEL, 400) for text in texts), default=0.0) + 20


def _legend(picture: Picture, options: PrintOptions, width: float, height: float) -> Pane:
    """The legend at the foot of a page of some height, in a width of points."""
    entries = legend(picture.plan, picture.look, statuses=options.tree)
    shapes, high = legend_shapes(entries, width / LEGEND, picture.measure)
    box = Box(MARGIN, height - MARGIN - high * LEGEND, width, high * LEGEND)
    return Pane(box, Box(0, 0, width / LEGEND, high), tuple(shapes))


def _day(ordinal: int) -> str:
    return short_day(date.fromordinal(ordinal))
