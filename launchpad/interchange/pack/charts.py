"""The charts of a pack: the ones of the window where they fit, and strips that are only drawn on paper."""

from collections.abc import Iterator
from datetime import date, timedelta

from launchpad.domain.launch import PortfolioEntry
from launchpad.domain.register import Blackout, RivalEvent
from launchpad.domain.wording import short_day
from launchpad.engines.goal_progress import GoalProgress
from launchpad.engines.readiness import GateReadiness
from launchpad.engines.readiness.curve import expected_curve
from launchpad.engines.readiness.shown import shown_or_none
from launchpad.engines.readiness.trend import trend
from launchpad.interchange.pack.words import OUTLOOK_TONES
from launchpad.interchange.workbook.material import Material
from launchpad.scenes.axis import DayAxis
from launchpad.scenes.gantt.axis import TimeAxis
from launchpad.scenes.gantt.parts import Stretch, stretch_page
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.gantt.plan import Look, TimelinePlan
from launchpad.scenes.gantt.rows import Heading, rows_of
from launchpad.scenes.gantt.tree import Tree
from launchpad.scenes.goal_chart import GoalNumbers, goal_scene
from launchpad.scenes.labels import Labels, shortened
from launchpad.scenes.paper import Page, scene_page
from launchpad.scenes.readiness_curve import CurveNumbers, GateMark, curve_scene
from launchpad.scenes.shapes import Align, Bar, Box, Dot, Scene, Shape, Stroke, Words
from launchpad.scenes.widths import text_width
from launchpad.scenes.wrapping import wrapped

LOW, HIGH = 130.0, 220.0
"""Pixels of the height of the curve."""
GOAL = (400.0, 150.0)
STRIP = 820.0
CELL = 58.0
MOST_CELLS = 12
LANE = 16.0
LONGEST_NAME = 190.0
"""Pixels of the name of what happens around the launch."""
TIMELINE, NAMES, LABELS = 960.0, 190.0, 110.0
"""Pixels of the timeline, of the names of its tracks, and kept for labels after the last day."""
SIGNS = {"ok": "✓", "warn": "!", "bad": "✕", "text3": "–"}
"""What says the same as a color where there is none."""


def curve(material: Material, height: float) -> Page:
    """Readiness over time: what was recorded, what was promised, and today."""
    document, today = material.document, material.today
    points = trend(document, today, lambda _: None)
    first = min([today, *(point.day for point in points)])
    last = max(today, document.launch.launch_date)
    step = max(1, (last - first).days // 40)
    wanted = {first + timedelta(days=n) for n in range(0, (last - first).days, step)} | {today, last}
    gates = tuple(
        GateMark(each.day, each.gate.key, each.gate.name, _gate_tone(each)) for each in material.readiness.gates
    )
    numbers = CurveNumbers(
        today, document.launch.launch_date, points, expected_curve(document, today, sorted(wanted)), gates
    )
    return scene_page(curve_scene(numbers, (STRIP, height), text_width))


def _gate_tone(gate: GateReadiness) -> str:
    return "text2" if gate.forecast is None else OUTLOOK_TONES[gate.forecast.outlook]


def goal_chart(progress: GoalProgress, material: Material) -> Page:
    """A goal over time."""
    numbers = GoalNumbers(progress, material.today, material.document.launch.launch_date)
    return scene_page(goal_scene(numbers, GOAL, text_width))


def track_tone(value: float | None, expected: float | None) -> str:
    """The color of a track: how far its score is behind what was expected."""
    found, wanted = shown_or_none(value), shown_or_none(expected)
    if found is None:
        return "text3"
    gap = found - (wanted or 0)
    return "ok" if gap >= -3 else "warn" if gap >= -10 else "bad"


def track_strip(material: Material) -> Page:
    """A cell for each track: sign, score and name."""
    tracks = material.readiness.tracks[:MOST_CELLS]
    wide = STRIP / max(1, len(tracks))
    shapes: list[Shape] = []
    for place, each in enumerate(tracks):
        tone = track_tone(each.score, each.expected)
        value = shown_or_none(each.score)
        box = Box(place * wide + 1, 0, wide - 2, CELL)
        shapes += _cell(box, material.tracks[each.track.id], value, tone)
    said = ", ".join(f"{material.tracks[each.track.id]} {shown_or_none(each.score) or 'no data'}" for each in tracks)
    return scene_page(Scene(STRIP, CELL, tuple(shapes), (), f"Score by track: {said}"))


def _cell(box: Box, name: str, value: float | None, tone: str) -> Iterator[Shape]:
    yield Bar(box, "sunken" if tone == "text3" else f"{tone}_tint", 4)
    yield Bar(Box(box.x, CELL - 3, box.width, 3), tone, 1)
    said = f"{SIGNS[tone]} {'–' if value is None else f'{value:.0f}'}"
    yield Words(Box(box.x, 3, box.width, 20), said, 15, 600, "text2" if tone == "text3" else tone, Align.CENTER)
    for line, text in enumerate(wrapped(name, box.width - 6, text_width, px=11, most=2)):
        yield Words(Box(box.x, 24 + 14 * line, box.width, 14), text, 11, 400, "text", Align.CENTER)


def calendar_strip(material: Material) -> Page:
    """What happens around the launch on one line: gates, days to keep clear of, rivals, other launches."""
    first, last = _reach(material)
    axis = DayAxis(first, last, 4, STRIP - 4)
    shapes: list[Shape] = []
    height = 6 * LANE
    middle = 2 * LANE + 4
    labels = Labels(Box(0, 0, STRIP, height), text_width)
    marks = list(_days(axis, material, middle, labels))
    for gate in material.places.gates:
        at = material.calendar.day_of(gate.when)
        if first <= at <= last:
            marks.append(Dot((axis.x_of(at), middle), 5, "text2", diamond=True))
            labels.place(gate.key, [(axis.x_of(at), middle - 20, Align.CENTER)], px=11, tone="text")
    for name, start, end, tone, lane in _occasions(material):
        left, right = max(axis.x_of(start), 4), min(axis.x_of(end + timedelta(days=1)), STRIP - 4)
        if right > left:
            shapes.append(Bar(Box(left, middle - 5, max(2, right - left), 10), tone, 2, 0.45))
            spots = [(left, top, Align.LEFT) for top in lane] + [(right, top, Align.RIGHT) for top in lane]
            labels.place(shortened(name, LONGEST_NAME, text_width), spots, px=11, tone="text2")
    shapes += [Stroke(((4, middle), (STRIP - 4, middle)), "text3", 1.2), *marks]
    said = "Gates, days to keep clear of, rivals, other launches"
    return scene_page(Scene(STRIP, height, (*shapes, *labels.placed), (), said))


def _days(axis: DayAxis, material: Material, middle: float, labels: Labels) -> Iterator[Shape]:
    launch = material.document.launch.launch_date
    for name, at, tone in (("Launch", launch, "bad"), ("Today", material.today, "accent")):
        x = axis.x_of(at)
        yield Stroke(((x, middle - 9), (x, middle + 9)), tone, 2)
        spots = [(x, middle + 10, Align.CENTER), (x + 3, middle + 10, Align.LEFT), (x - 3, middle + 10, Align.RIGHT)]
        labels.place(f"{name} {short_day(at)}", spots, px=11, tone=tone)


def _reach(material: Material) -> tuple[date, date]:
    document = material.document
    days = [material.today, document.launch.launch_date]
    days += [material.calendar.day_of(gate.when) for gate in material.places.gates]
    near = [each for each in days if abs((each - document.launch.launch_date).days) <= 150]
    return min([*near, document.launch.launch_date]) - timedelta(days=5), max([*near, document.launch.launch_date]) + (
        timedelta(days=9)
    )


def _occasions(material: Material) -> Iterator[tuple[str, date, date, str, tuple[float, ...]]]:
    """Name, days, color and the heights its label may stand at."""
    above, below = (1.0, 1 + LANE), (3 * LANE + 4, 4 * LANE + 2, 5 * LANE, 2 * LANE + 14)
    for blackout in material.document.rows(Blackout):
        yield blackout.name, blackout.first, blackout.last, "warn", above
    for rival in material.document.rows(RivalEvent):
        yield f"{rival.rival}: {rival.event}", rival.first, rival.last, "bad", below
    for other in material.document.rows(PortfolioEntry):
        if other.shares:
            yield other.name, other.launch_date, other.launch_date, "info", below


def timeline(material: Material) -> Page:
    """The plan in one bar a track, with its gates."""
    document = material.document
    headings = [
        Heading(track.id, track.name, tuple(task for task in document.tasks if task.track == track.id), False, place)
        for place, track in enumerate(document.tracks)
    ]
    plan = TimelinePlan(document, material.schedule, rows_of(headings, with_gates=bool(document.gates)))
    first, last = plan.reach
    wide = TIMELINE - NAMES
    axis = TimeAxis(first, (wide - LABELS) / ((last - first).days + 1))
    picture = Picture(plan, axis, Look(links=False), text_width)
    return stretch_page(picture, Tree(plan, text_width, NAMES), Stretch(range(len(plan.rows)), 0, wide))
