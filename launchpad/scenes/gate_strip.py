"""A plan as one line: its gates as diamonds, launch day, today, and labels that step aside."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

CHARACTER = 5.6
"""Pixels a character of a small label takes, on average."""
GAP = 8
"""Pixels between two labels."""


class Mark(NamedTuple):
    """A gate on the line; `label_left` is None where there is no room for its day."""

    at: float
    name: str
    day: date
    is_launch: bool
    label: str
    label_left: float | None


class GateStrip(NamedTuple):
    """Everything to be painted, in pixels; `today` is None when it lies outside the plan."""

    marks: tuple[Mark, ...]
    today: float | None


def gate_strip(
    start: date, finish: date, launch_date: date, gates: Sequence[tuple[str, date]], today: date, width: float
) -> GateStrip:
    """Lay out a plan from its first day to its last; launch day's label comes first, then those from the left."""
    days = max((finish - start).days, 1)

    def at(day: date) -> float:
        return min(max((day - start).days / days, 0.0), 1.0) * width

    points = [(at(day), name, day, False) for name, day in gates if day != launch_date]
    points.append((at(launch_date), "Launch", launch_date, True))
    taken: list[tuple[float, float]] = []
    labels: dict[int, float] = {}
    for number in sorted(range(len(points)), key=lambda place: (not points[place][3], points[place][0])):
        label = _label(points[number])
        left = min(max(points[number][0] - len(label) * CHARACTER / 2, 0.0), width - len(label) * CHARACTER)
        right = left + len(label) * CHARACTER
        if all(right + GAP <= start_ or left >= end + GAP for start_, end in taken):
            taken.append((left, right))
            labels[number] = left
    marks = [Mark(*point, _label(point), labels.get(number)) for number, point in enumerate(points)]
    return GateStrip(tuple(sorted(marks, key=lambda mark: mark.at)), at(today) if start <= today <= finish else None)


def _label(point: tuple[float, str, date, bool]) -> str:
    day = point[2]
    return f"Launch {day.day} {day:%b}" if point[3] else f"{day.day} {day:%b}"
