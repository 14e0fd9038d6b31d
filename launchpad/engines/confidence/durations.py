"""Drawing durations: a beta-PERT spread around the likely one, in whole days."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from launchpad.domain.task import Task

Days = NDArray[np.int64]

OPTIMISTIC, PESSIMISTIC = 0.8, 1.5
"""The usual spread: shares of the likely duration."""

STEPS = 1024
"""Equally likely values that a spread is divided into."""

_GRID = 4096


def spread_of(task: Task, likely: int) -> tuple[float, float, float]:
    """Shortest, likely and longest remaining days of a task that likely takes `likely` more.

    A task's own optimistic and pessimistic durations shrink with what is left of it. A milestone has no work to
    spread: it comes when it is expected.
    """
    if task.is_milestone:
        return likely, likely, likely
    left = likely / task.duration
    low = likely * OPTIMISTIC if task.optimistic is None else min(task.optimistic * left, likely)
    high = likely * PESSIMISTIC if task.pessimistic is None else max(task.pessimistic * left, likely)
    return low, float(likely), high


def likely_durations(task: Task, likely: int) -> Days:
    """The `STEPS` equally likely remaining durations of a task, in whole days; at least 1 if it takes any."""
    low, middle, high = spread_of(task, likely)
    if likely == 0 or high <= low:
        return np.full(STEPS, likely, dtype=np.int64)
    share = _quantiles(round((middle - low) / (high - low), 6))
    return np.maximum(np.rint(low + (high - low) * share), 1).astype(np.int64)


@cache
def _quantiles(mode: float) -> NDArray[np.float64]:
    """Midpoint quantiles of a beta-PERT between 0 and 1 with its mode at `mode`."""
    x = (np.arange(_GRID) + 0.5) / _GRID
    density = x ** (4 * mode) * (1 - x) ** (4 * (1 - mode))
    cumulative = np.cumsum(density)
    return np.interp((np.arange(STEPS) + 0.5) / STEPS, cumulative / cumulative[-1], x + 0.5 / _GRID)
