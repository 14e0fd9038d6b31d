"""The timeline's picture: the shapes of any stretch of rows and days, and what is at a point of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from launchpad.domain.enums import TaskStatus
from launchpad.domain.gate import Gate
from launchpad.domain.ids import GateId, TaskId
from launchpad.domain.task import Dependency, Task
from launchpad.scenes.gantt.axis import TimeAxis
from launchpad.scenes.gantt.bands import Occasion, free_shapes, occasion_shapes, occasions
from launchpad.scenes.gantt.bars import (
    KNOB,
    Part,
    Place,
    gate_place,
    gate_tone,
    heading_shapes,
    part_at,
    place,
    slack_end,
    task_shapes,
)
from launchpad.scenes.gantt.links import STUB, LinkIndex, Point, link_index
from launchpad.scenes.gantt.plan import Days, HasDays, Look, TimelinePlan, days_of
from launchpad.scenes.gantt.rows import ROW, GateLine, Heading
from launchpad.scenes.gantt.ways import HANDLE, NEAR, Ways, handles
from launchpad.scenes.labels import Labels
from launchpad.scenes.shapes import Align, Bar, Box, Dot, Measure, Shape, Stroke, Words

LABEL = 11
"""Pixels of the labels' font."""
GAP = 6
AROUND = 260
"""Pixels beside a stretch in which a bar may stand whose label reaches into it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What is at a point: a part of a task's bar, a gate, the line of launch day, or a link.

    `end` is that end of a picked link by which it can be taken elsewhere: what it leads to, or (False) comes from.
    """

    task: Task | None = None
    part: Part | None = None
    gate: Gate | None = None
    link: Dependency | None = None
    end: bool | None = None
    launch: bool = False


@dataclass(slots=True)
class Picture:
    """One plan at one zoom. Pixels count from the beginning of the axis and the top of the first row."""

    plan: TimelinePlan
    axis: TimeAxis
    look: Look
    measure: Measure
    _links: LinkIndex | None = field(default=None)
    _occasions: list[Occasion] | None = field(default=None)
    _ways: Ways | None = field(default=None)

    # --- where things are ----------------------------------------------------------------------------------------

    def place_of(self, node: str) -> tuple[Place, int] | None:
        """Where the bar of a task or the diamond of a gate stands, and its row; None when it is not shown."""
        row = self.plan.rows.place_of(node)
        task = self.plan.document.find(Task, node)
        if row is not None and task is not None:
            return place(self.plan.days(task), row, self.axis), row
        gate = self.plan.document.find(Gate, node)
        row = self._row_of(node)
        return None if gate is None or row is None else (gate_place(self.plan, gate, row, self.axis), row)

    def _places(self) -> Mapping[str, int]:
        places = self.plan.rows.places
        row = places.get("heading:gates")
        return places if row is None else {**places, **dict.fromkeys(self.plan.document.table(Gate), row)}

    def _row_of(self, node: str) -> int | None:
        row = self.plan.rows.place_of(node)
        if row is None and node in self.plan.document.table(Gate):
            row = self.plan.rows.place_of("heading:gates")
        return row

    @property
    def links(self) -> LinkIndex:
        """The links that are shown."""
        if self._links is None:
            self._links = link_index(self.plan.document.table(Dependency).values(), self._places())
        return self._links

    def keep_links_of(self, older: "Picture") -> None:
        """Take over which links are shown, if neither they nor the rows are others."""
        plan, before = self.plan, older.plan
        is_same = all(plan.document.table(kind) is before.document.table(kind) for kind in (Dependency, Gate))
        if is_same and plan.rows.places == before.rows.places:
            self._links = older._links

    @property
    def ways(self) -> Ways:
        """How the links are drawn at this zoom."""
        if self._ways is None:
            self._ways = Ways(self.plan, self.axis, self.links, self.place_of)
        return self._ways

    @property
    def occasions(self) -> list[Occasion]:
        """Blackouts and rivals' events."""
        if self._occasions is None:
            self._occasions = occasions(self.plan.document)
        return self._occasions

    def at_zoom(self, axis: TimeAxis) -> "Picture":
        """The same plan at another zoom."""
        return Picture(self.plan, axis, self.look, self.measure, self._links, self._occasions)

    def looking(self, look: Look) -> "Picture":
        """The same plan with other things beside its bars."""
        return Picture(self.plan, self.axis, look, self.measure, self._links, self._occasions, self._ways)

    # --- shapes --------------------------------------------------------------------------------------------------

    def shapes(self, area: Box) -> Iterator[Shape]:
        """Everything that touches an area, from back to front."""
        rows = self.plan.rows.between(area.y, area.bottom)
        yield from self._grounds(rows, area)
        yield from free_shapes(self.plan.calendar, self.axis, area)
        yield from occasion_shapes(self.occasions, self.axis, area)
        if self.look.links:
            yield from self.ways.shapes(rows, area, self.look)
        for row in rows:
            yield from self.row_shapes(row, area)
        yield from self._lines(area)

    def _grounds(self, rows: range, area: Box) -> Iterator[Shape]:
        for number in rows:
            row = self.plan.rows[number]
            box = Box(area.x, number * ROW, area.width, ROW)
            if not isinstance(row, Task):
                yield Bar(box, "sunken", 0, 0.6)
            elif row.id in self.look.selected:
                yield Bar(box, "accent_tint")

    def row_shapes(self, number: int, area: Box) -> Iterator[Shape]:
        """What stands in one row."""
        row = self.plan.rows[number]
        if isinstance(row, Heading):
            yield from heading_shapes(self.plan, row, number, self.axis)
        elif isinstance(row, GateLine):
            yield from self._gates(number)
        elif self._is_near(row, area):
            yield from task_shapes(self.plan, row, number, self.axis, self.look)
            yield from self._label(row, number)

    def _is_near(self, task: Task, area: Box) -> bool:
        days = self.plan.days(task)
        left, right = self.axis.x_of_ordinal(days.first), self.axis.x_of_ordinal(days.end)
        far = [right]
        if self.look.forecast:
            far.append(self.axis.x_of(self.plan.dates(task).forecast_finish))
        if self.look.slack:
            far.append(slack_end(self.plan, self.plan.dates(task), self.axis))
        frozen = self.plan.baseline_days(task) if self.look.baseline else None
        if frozen is not None:
            far.append(self.axis.x_of_ordinal(frozen.end))
            left = min(left, self.axis.x_of_ordinal(frozen.first))
        return left - AROUND < area.right and area.x < max(far) + AROUND

    def _label(self, task: Task, row: int) -> Iterator[Shape]:
        text, tone = label_of(self.plan, task)
        if not text:
            return
        wide, height = self.measure(text, LABEL, 400), LABEL * 1.3
        at = place(self.plan.days(task), row, self.axis)
        x = self._label_left(task, at, row, wide)
        ground = "accent_tint" if task.id in self.look.selected else "surface"
        yield Bar(Box(x - 2, at.middle - height / 2, wide + 4, height), ground, 0, 0.85)  # links pass behind
        yield Words(Box(x, at.middle - height / 2, wide, height), text, LABEL, 400, tone)

    def _label_left(self, task: Task, at: Place, row: int, wide: float) -> float:
        """Where a label begins: behind its bar, before it where a line would cross it, or else behind that line."""
        before, after = self._reach(task, at, row)
        knob = KNOB if task.id in self.look.selected else 0
        lines = [self.axis.x_of(day) for day in (self.plan.today, self.plan.schedule.launch_date)]
        x = after + max(GAP + knob, STUB + 4 if self.look.links and task.id in self.links.sources else 0)
        if not _crosses(x, wide, lines):
            return x
        if not _crosses(before - GAP - knob - wide, wide, lines):
            return before - GAP - knob - wide
        return next((line + GAP for line in lines if line - wide - GAP < x < line + GAP), x)

    def _reach(self, task: Task, at: Place, row: int) -> tuple[float, float]:
        """Where a bar begins and ends together with its forecast and its slack."""
        dates, before, after = self.plan.dates(task), at.left, at.right
        if self.look.forecast and task.is_open and dates.forecast_finish > dates.finish:
            ghost = place(days_of(task, dates.forecast_start, dates.forecast_finish), row, self.axis)
            before, after = min(before, ghost.left), max(after, ghost.right)
        if self.look.slack and task.is_open and dates.slack > 0:
            after = max(after, slack_end(self.plan, dates, self.axis))
        return before, after

    def _gates(self, row: int) -> Iterator[Shape]:
        gates = sorted(self.plan.document.gates, key=self.plan.day_of_gate)
        places = [gate_place(self.plan, gate, row, self.axis) for gate in gates]
        labels = Labels(Box(-1e9, row * ROW, 2e9, ROW), self.measure)
        for at in places:
            labels.avoid(at.box)
        for gate, at in zip(gates, places, strict=True):
            if gate.id in self.look.selected:
                yield Dot(at.box.center, at.box.width / 2 + 3, "accent", diamond=True)
            yield Dot(at.box.center, at.box.width / 2, gate_tone(gate), diamond=True)
            top = at.middle - LABEL * 0.65
            spots = [(at.right + 4, top, Align.LEFT), (at.left - 4, top, Align.RIGHT)]
            labels.place(gate.name, spots, px=LABEL, tone="text") or labels.place(gate.key, spots, px=LABEL)
        for words in labels.placed:
            yield Bar(words.box, "sunken", 0, 0.85)  # links pass behind
            yield words

    def _lines(self, area: Box) -> Iterator[Shape]:
        for day, tone in ((self.plan.schedule.launch_date, "bad"), (self.plan.today, "accent")):
            x = self.axis.x_of(day)
            if area.x - 2 < x < area.right + 2:
                yield Stroke(((x, area.y), (x, area.bottom)), tone, 1.5)

    def link_points(self, link: Dependency) -> list[Point] | None:
        """The corners of a link; None when one of its ends is not shown."""
        return self.ways.points(link)

    # --- hands ---------------------------------------------------------------------------------------------------

    def hit(self, x: float, y: float) -> Hit:
        """What is at a point."""
        handle = self._handle_at(x, y)
        if handle is not None:
            return handle
        number = self.plan.rows.at(y)
        row = None if number is None else self.plan.rows[number]
        if isinstance(row, Task) and number is not None:
            part = part_at(row, place(self.plan.days(row), number, self.axis), x, y)
            if part is not None:
                return Hit(row, part)
        if isinstance(row, GateLine) and number is not None:
            for gate in self.plan.document.gates:
                if gate_place(self.plan, gate, number, self.axis).box.contains(x, y):
                    return Hit(gate=gate)
        if abs(x - self.axis.x_of(self.plan.schedule.launch_date)) <= NEAR:
            return Hit(launch=True)
        if number is None or not self.look.links:
            return Hit()
        return Hit(link=self.ways.near(number, x, y, self.look))

    def _handle_at(self, x: float, y: float) -> Hit | None:
        """An end of the picked link."""
        link = self.plan.document.find(Dependency, self.look.link)
        way = None if link is None else self.ways.way(link)
        if link is None or way is None:
            return None
        for end, (at_x, at_y) in zip((False, True), handles(way.points), strict=True):
            if abs(x - at_x) <= HANDLE + 1 and abs(y - at_y) <= HANDLE + 1:
                return Hit(link=link, end=end)
        return None

    # --- while dragging ------------------------------------------------------------------------------------------

    def ghosts(self, moved: Mapping[TaskId, HasDays], area: Box) -> Iterator[Shape]:
        """Where tasks would stand: their outlines at other dates."""
        for number in self.plan.rows.between(area.y, area.bottom):
            row = self.plan.rows[number]
            if isinstance(row, Task) and row.id in moved:
                dates = moved[row.id]
                at = place(days_of(row, dates.start, dates.finish), number, self.axis)
                yield from _ghost(at, self.plan.tone(row))

    def gate_ghosts(self, moved: Mapping[GateId, date]) -> Iterator[Shape]:
        """Where gates would stand."""
        row = self.plan.rows.place_of("heading:gates")
        for gate in self.plan.document.gates:
            if row is not None and gate.id in moved:
                day = moved[gate.id].toordinal()
                yield from _ghost(place(Days(day, day + 1, True), row, self.axis), gate_tone(gate))


def _ghost(at: Place, tone: str) -> Iterator[Shape]:
    if at.is_diamond:
        yield Dot(at.box.center, at.box.width / 2, tone, hollow=True, diamond=True)
        return
    yield Bar(at.box, "surface", 3, 0.6)
    yield Bar(at.box, tone, 3, 0.25, tone)


def label_of(plan: TimelinePlan, task: Task) -> tuple[str, str]:
    """What is written beside a bar, and its color: what is wrong first, else who does it."""
    owner = plan.owner(task)
    if task.status is TaskStatus.BLOCKED:
        return (f"Blocked · {owner}" if owner else "Blocked"), "bad"
    if not owner:
        return ("No owner", "bad") if task.is_open else ("", "text3")
    return owner, "text2" if task.is_open else "text3"


def _crosses(x: float, width: float, lines: list[int]) -> bool:
    return any(x - 2 < line < x + width + 2 for line in lines)
