"""What Home says about a launch, as plain values: no file and no engine is needed to show them. Free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple


class Chip(NamedTuple):
    """A word about where a launch is heading; `tone` is ok, warn, bad or neutral."""

    text: str
    tone: str


class Event(NamedTuple):
    """What rivals do or the company forbids near a date, both days included; `is_settled` when it was decided about."""

    name: str
    first: date
    last: date
    is_rival: bool
    is_settled: bool


class Busy(NamedTuple):
    """Somebody's open tasks per day, and how many they can carry."""

    name: str
    capacity: float
    days: Mapping[date, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchCard:
    """A launch as Home shows it. Scores are 0–100; `days_left` counts working days, negative after launch day.

    `is_over` when nobody prepares it any more, whatever the day is; `has_own_day` when `today` is the file's own.
    `on_time` is the chance of launch day, 0–1; None while it is worked out and when it cannot be.
    """

    path: Path
    name: str
    tier: int
    launch_date: date
    is_over: bool
    today: date
    days_left: int
    start: date
    finish: date
    score: float | None
    work: float | None
    expected: float | None
    chip: Chip
    sentence: str
    has_own_day: bool = False
    on_time: float | None = None
    events: tuple[Event, ...] = ()
    busy: tuple[Busy, ...] = ()

    @property
    def is_in_flight(self) -> bool:
        """Whether the launch is still being prepared."""
        return not self.is_over and self.days_left >= 0


@dataclass(frozen=True, slots=True)
class BrokenCard:
    """A file that could not be read, and the sentence why."""

    path: Path
    problem: str
    is_missing: bool = False


Card = LaunchCard | BrokenCard
