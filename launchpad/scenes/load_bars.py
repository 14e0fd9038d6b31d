"""How much each person carries by week: a row per person, a bar per week, overload marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from launchpad.domain.wording import counted, short_day
from launchpad.engines.load import PersonLoad
from launchpad.scenes.labels import Labels, shortened
from launchpad.scenes.shapes import Align, Bar, Box, Measure, Scene, Shape, Spot, Stroke, Words

ROW = 40.0
HEAD = 22.0
NAMES = 150.0
"""Pixels of the names' column."""
WEEK = 30.0
"""Pixels of a week at least."""
SMALL = 11


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """The most tasks a person has on one day of a week, and on how many of its days that is too much."""

    monday: date
    peak: int
    days_over: int


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One person's weeks; `key` is what clicking asks for."""

    key: str
    name: str
    capacity: float
    weeks: tuple[WeekLoad, ...]


def load_rows(loads: Sequence[PersonLoad], first: date, last: date) -> tuple[LoadRow, ...]:
    """Every person's weeks from the one with `first` to the one with `last`."""
    monday = first - timedelta(days=first.weekday())
    mondays = [monday + timedelta(weeks=week) for week in range(max(0, (last - monday).days // 7) + 1)]
    return tuple(
        LoadRow(
            load.person.id,
            load.person.name,
            load.person.capacity,
            tuple(_week(load.days, load.person.capacity, each) for each in mondays),
        )
        for load in loads
    )


def _week(days: Mapping[date, int], capacity: float, monday: date) -> WeekLoad:
    counts = [days.get(monday + timedelta(days=day), 0) for day in range(7)]
    return WeekLoad(monday, max(counts), sum(count > capacity for count in counts))


def load_size(rows: Sequence[LoadRow]) -> tuple[float, float]:
    """The pixels that all rows and weeks take at least."""
    weeks = len(rows[0].weeks) if rows else 0
    return NAMES + WEEK * weeks, HEAD + ROW * len(rows)


def load_scene(rows: Sequence[LoadRow], today: date, width: float, measure: Measure) -> Scene:
    """Bars scaled to the busiest week of all; a line across each row is what the person can carry."""
    least, height = load_size(rows)
    width = max(width, least)
    weeks = len(rows[0].weeks) if rows else 0
    slot = (width - NAMES) / weeks if weeks else WEEK
    most = max([*(week.peak for row in rows for week in row.weeks), *(row.capacity for row in rows), 1.0])
    shapes: list[Shape] = list(_weeks(rows, today, slot, width, height, measure)) if rows else []
    spots: list[Spot] = []
    for place, row in enumerate(rows):
        top = HEAD + ROW * place
        shapes += _row(row, top, slot, width, most, measure)
        spots.append(Spot(Box(0, top, NAMES, ROW), _person_tip(row), row.key))
        spots += (
            Spot(Box(NAMES + slot * at, top, slot, ROW), _week_tip(row, week), _week_key(row, week))
            for at, week in enumerate(row.weeks)
        )
    return Scene(width, height, tuple(shapes), tuple(spots), _summary(rows))


def _weeks(
    rows: Sequence[LoadRow], today: date, slot: float, width: float, height: float, measure: Measure
) -> Iterator[Shape]:
    labels = Labels(Box(NAMES - 20, 0, width - NAMES + 20, HEAD), lambda *text: measure(*text) + 8)
    weeks = rows[0].weeks
    labels.place_all(((short_day(week.monday), NAMES + slot * (at + 0.5)) for at, week in enumerate(weeks)), 3)
    for at, week in enumerate(weeks):
        if week.monday <= today < week.monday + timedelta(days=7):
            yield Bar(Box(NAMES + slot * at, HEAD, slot, height - HEAD), "accent_tint", 0, 0.6)
    yield from labels.placed


def _row(row: LoadRow, top: float, slot: float, width: float, most: float, measure: Measure) -> Iterator[Shape]:
    floor, room = top + ROW - 4, ROW - 20
    name = shortened(row.name, NAMES - 12, measure, 13, 500)
    yield Words(Box(0, top + ROW / 2 - 9, NAMES - 12, 17), name, 13, 500, "text")
    limit = floor - room * min(1.0, row.capacity / most)
    yield Stroke(((NAMES, limit), (width, limit)), "line", 1, (3, 3))
    yield Stroke(((0, top + ROW), (width, top + ROW)), "line")
    for at, week in enumerate(row.weeks):
        if not week.peak:
            continue
        tall = max(2.0, room * week.peak / most)
        tone = "bad" if week.days_over else "accent"
        box = Box(NAMES + slot * at + 3, floor - tall, slot - 6, tall)
        yield Bar(box, tone, 2, 1 if week.days_over else 0.55)
        said = f"{week.peak}!" if week.days_over else str(week.peak)
        text = Box(NAMES + slot * at, box.y - SMALL * 1.3, slot, SMALL * 1.3)
        yield Words(
            text, said, SMALL, 600 if week.days_over else 400, "bad" if week.days_over else "text2", Align.CENTER
        )


def _week_key(row: LoadRow, week: WeekLoad) -> str:
    """What clicking a week asks for: ``PERSON@MONDAY``; nothing where there is no work."""
    return f"{row.key}@{week.monday.isoformat()}" if week.peak else ""


def _week_tip(row: LoadRow, week: WeekLoad) -> str:
    tasks = "no task" if not week.peak else f"up to {counted(week.peak, 'task')} a day"
    over = f"\nToo much on {counted(week.days_over, 'day')}" if week.days_over else ""
    return f"{row.name}, week of {short_day(week.monday)}: {tasks}; can carry {row.capacity:g}{over}"


def _person_tip(row: LoadRow) -> str:
    over = sum(1 for week in row.weeks if week.days_over)
    busy = f"overloaded in {counted(over, 'week')}" if over else "never overloaded"
    return f"{row.name}: can carry {row.capacity:g} tasks a day, {busy}"


def _summary(rows: Sequence[LoadRow]) -> str:
    over = [row.name for row in rows if any(week.days_over for week in row.weeks)]
    return f"Load by week. Overloaded: {', '.join(over)}." if over else "Load by week. Nobody is overloaded."
