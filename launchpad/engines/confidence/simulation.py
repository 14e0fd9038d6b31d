"""The forecast over many samples at once: a vector per node instead of an offset."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.domain.watching import Watch, followed, part, unwatched
from launchpad.engines.confidence.durations import STEPS, Days, likely_durations
from launchpad.engines.schedule.days_off import OwnerDays
from launchpad.engines.schedule.forecast import expected_end, has_started, remaining_days
from launchpad.engines.schedule.network import FINISH, START, Link
from launchpad.engines.schedule.rows import elapsed_from
from launchpad.engines.schedule.solver import Solution
from launchpad.engines.schedule.terms import FAR, Standing

Offsets: TypeAlias = NDArray[np.int64] | int
"""One offset per sample, or one for all."""

_CHUNK = 1000
"""Samples worked on at once, so that vectors stay in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How one node is drawn. Work that has begun, or is pinned, takes its days from `begun` on and links to its start
    do not matter; other work starts at or after `start`, finishes at or after `finish` and obeys all its links.
    """

    task: TaskId
    start: int
    begun: int | None
    finish: int
    links: tuple[Link, ...]
    durations: Days
    days: OwnerDays | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The offset at which the launch could be in each sample, and how often each open task set it (0–1)."""

    launches: NDArray[np.int64]
    shares: Mapping[TaskId, float]

    def quantile(self, share: float) -> int:
        """The smallest offset that this share of the samples meets."""
        return int(np.quantile(self.launches, share, method="inverted_cdf"))

    def chances(self) -> list[tuple[int, float]]:
        """The share of samples at every offset from the smallest to the largest."""
        first = int(self.launches.min())
        counts = np.bincount(self.launches - first)
        return [(first + place, int(count) / len(self.launches)) for place, count in enumerate(counts)]

    def on_time(self) -> float:
        """The share of samples that make launch day."""
        return float(np.mean(self.launches <= 0))


def simulate(solution: Solution, samples: int, seed: int, watch: Watch = unwatched) -> Outcome:
    """Draw the forecast of a solution `samples` times; what `watch` raises ends it."""
    random = np.random.default_rng(seed)
    chances = [chance_of(solution, number) for number in range(len(solution.network.nodes))]
    targets = solution.launch_musts()
    launches: list[NDArray[np.int64]] = []
    counts: dict[TaskId, int] = {}
    for first in range(0, samples, _CHUNK):
        size = min(_CHUNK, samples - first)
        picks = random.integers(0, STEPS, (len(chances), size), dtype=np.uint16)
        draw = Draw(solution, chances, picks, part(watch, first / samples, (first + size) / samples))
        launch = draw.latest(targets)
        launches.append(launch)
        for task, count in draw.counts(targets, launch).items():
            counts[task] = counts.get(task, 0) + count
    return Outcome(np.concatenate(launches), {task: count / samples for task, count in counts.items()})


def chance_of(solution: Solution, number: int) -> Chance | None:
    """How a node is drawn; None when it stands where the forecast has it."""
    network, now = solution.network, solution.now
    node, terms = network.nodes[number], network.terms[number]
    links = network.graph.incoming[number]
    if not isinstance(node, Task) or not (node.is_open or terms.standing is Standing.PASSED):
        return None
    start, finish = solution.forecast[2 * number : 2 * number + 2]
    begun: int | None = None
    likely = remaining_days(node) if node.is_open else 0
    if has_started(node):
        begun = now.offset
        links = tuple(link for link in links if link.target_end == FINISH)
    elif terms.span is not None:
        begun, links = start, ()
    days = terms.days
    if node.is_open and expected_end(node, now) is not None:
        begun = now.offset if has_started(node) else start
        likely, links, days = max(0, finish - begun), (), None  # who promises a date has looked at their days off
    earliest = terms.earliest_start
    if begun is None and node.is_open:
        earliest = max(earliest, now.offset, solution.late[2 * number] if terms.as_late else now.offset)
    bound = start if begun is not None else earliest
    return Chance(node.id, bound, begun, terms.earliest_finish, links, likely_durations(node, likely), days)


class Draw:
    """One chunk of samples."""

    def __init__(
        self, solution: Solution, chances: list[Chance | None], picks: NDArray[np.uint16], watch: Watch = unwatched
    ) -> None:
        """Find every node's start and finish in every sample; `picks` choose a duration per node and sample."""
        self._solution = solution
        self._chances = chances
        self._size = picks.shape[1]
        self._ends: list[Offsets] = []
        for number, chance in enumerate(followed(chances, watch)):
            if chance is None:
                self._ends += solution.forecast[2 * number : 2 * number + 2]
            else:
                self._ends += self._place(chance, picks[number])

    def latest(self, numbers: list[int]) -> NDArray[np.int64]:
        """The last finish of some nodes in each sample; launch day when there are none."""
        last: Offsets = -FAR if numbers else 0
        for number in numbers:
            last = _later(last, self._ends[2 * number + FINISH])
        return np.broadcast_to(np.asarray(last, dtype=np.int64), (self._size,))

    def counts(self, targets: list[int], launch: NDArray[np.int64]) -> dict[TaskId, int]:
        """In how many samples each open task is on a chain that ends in a target at the launch."""
        critical: dict[int, NDArray[np.bool_]] = {}
        for number in targets:
            critical[number] = np.asarray(self._ends[2 * number + FINISH] == launch)
        counts: dict[TaskId, int] = {}
        for number in range(len(self._chances) - 1, -1, -1):
            drives, chance = critical.get(number), self._chances[number]
            if drives is None or chance is None or not drives.any():
                continue
            if chance.durations[-1]:
                counts[chance.task] = int(drives.sum())
            for link in chance.links:
                binds = drives & self._binds(link, chance, number)
                critical[link.source] = critical[link.source] | binds if link.source in critical else binds
        return counts

    def _place(self, chance: Chance, picks: NDArray[np.uint16]) -> tuple[Offsets, Offsets]:
        durations = chance.durations
        taken: Offsets = int(durations[0]) if durations[0] == durations[-1] else durations[picks]
        if chance.begun is not None:
            finish = _finish(chance.begun, taken, chance.days)
            for link in chance.links:
                finish = _later(finish, self._reached(link))
            return chance.start, finish
        start: Offsets = chance.start
        finish = chance.finish
        for link in chance.links:
            if link.target_end == START:
                start = _later(start, self._reached(link))
            else:
                finish = _later(finish, self._reached(link))
        return _earliest(start, finish, taken, chance.days)

    def _reached(self, link: Link) -> Offsets:
        end = self._ends[2 * link.source + link.source_end]
        if not link.elapsed:
            return end + link.lag
        calendar = self._solution.network.frame.calendar
        return _each(end, lambda offset: elapsed_from(link, offset, calendar))

    def _binds(self, link: Link, chance: Chance, number: int) -> NDArray[np.bool_]:
        """In which samples a link holds its target where it is, days off considered."""
        reached, end = self._reached(link), self._ends[2 * number + link.target_end]
        days = chance.days
        if days is None:
            return np.asarray(reached == end)
        back = 1 if link.target_end == FINISH else 0
        return np.asarray(_each(reached - back, days.number) == _each(end - back, days.number))


def _later(one: Offsets, other: Offsets) -> Offsets:
    if isinstance(one, int) and isinstance(other, int):
        return max(one, other)
    return np.maximum(one, other)


def _each(offsets: Offsets, function: Callable[[int], int]) -> Offsets:
    """A function of single offsets for all of them, run once per different one."""
    if isinstance(offsets, int):
        return function(offsets)
    low = int(offsets.min())
    table = np.array([function(offset) for offset in range(low, int(offsets.max()) + 1)], dtype=np.int64)
    return table[offsets - low]


def _finish(start: Offsets, taken: Offsets, days: OwnerDays | None) -> Offsets:
    if days is None:
        return start + taken
    return _each(_each(start, days.number) + taken - 1, days.day) + 1


def _earliest(start: Offsets, finish: Offsets, taken: Offsets, days: OwnerDays | None) -> tuple[Offsets, Offsets]:
    if days is None:
        if not (isinstance(finish, int) and finish <= -FAR):
            start = _later(start, finish - taken)
        return start, start + taken
    number = _each(start, days.number)
    if not (isinstance(finish, int) and finish <= -FAR):
        number = _later(number, _each(finish - 1, days.number) - taken + 1)
    return _each(number, days.day), _each(number + taken - 1, days.day) + 1
