"""How far bars may be moved together: links of what stays behind stop them, links among them do not."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from launchpad.app.commands.bars import start_bars
from launchpad.app.rehearsal import Rehearsal
from launchpad.domain.edit import Edit
from launchpad.domain.ids import TaskId
from launchpad.engines.schedule import Driver

_STOPS = frozenset({"link", "start"})


class Hold(NamedTuple):
    """What keeps a task from starting earlier."""

    task: TaskId
    driver: Driver


class Shift(NamedTuple):
    """Where tasks would start, as offsets (empty: where they are), and what stopped them on the way."""

    starts: Mapping[str, int]
    days: int
    hold: Hold | None


def try_shift(rehearsal: Rehearsal, starts: Mapping[str, int], days: int, today: date) -> Shift:
    """Try to move tasks from where they start by working days; stop at the first day on which all may start."""
    hold: Hold | None = None
    while True:
        wanted = {task: start + days for task, start in starts.items()} if days else {}
        rehearsal.play(start_bars(rehearsal.plan, wanted, today) if wanted else Edit("", ()))
        short, stop = _shortfall(rehearsal, wanted)
        if stop is None or (days > 0 and stop.driver.kind != "calendar"):
            return Shift(wanted, days, hold)
        hold = stop
        days = days + short if days > 0 else min(0, days + short)


def _shortfall(rehearsal: Rehearsal, wanted: Mapping[str, int]) -> tuple[int, Hold | None]:
    """By how many days the tasks miss where they are wanted, and what holds the one that misses it most."""
    stops = _STOPS if len(wanted) > 1 else _STOPS | {"calendar"}
    worst, hold = 0, None
    for each, start in wanted.items():
        task = TaskId(each)
        early, driver = rehearsal.held(task)
        if early - start > worst and driver.kind in stops:
            worst, hold = early - start, Hold(task, driver)
    return worst, hold
