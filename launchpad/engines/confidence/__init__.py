"""How likely the launch date is: the forecast many times over, with durations drawn around the likely ones."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import TaskId
from launchpad.domain.watching import Watch, unwatched
from launchpad.engines.schedule.solver import solved

SAMPLES = 1000
MOST_SAMPLES = 100_000


@dataclass(frozen=True, slots=True)
class DrivingTask:
    """A task and the share of samples, 0–1, in which it is on the chain that sets the launch."""

    task: TaskId
    share: float


@dataclass(frozen=True, slots=True)
class LaunchChance:
    """A working day and the share of samples, 0–1, that could launch on it and not before."""

    day: date
    share: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """The forecast launch day that half and four fifths of the samples meet, and the share that is on time (0–1)."""

    p50: date
    p80: date
    on_time: float
    drivers: tuple[DrivingTask, ...]  # most often first
    days: tuple[LaunchChance, ...] = ()  # every working day from the first to the last that a sample met


def confidence(
    document: Document, today: date, samples: int = SAMPLES, seed: int | None = None, watch: Watch = unwatched
) -> Confidence:
    """Draw the remaining durations `samples` times; the same seed (None: the launch's own) gives the same answer.

    What `watch` raises ends it, and nothing of it is kept.
    """
    if not 1 <= samples <= MOST_SAMPLES:
        raise PlanError(f"The number of samples is from 1 to {MOST_SAMPLES:,}.")
    seed = document.launch.seed if seed is None else seed
    if seed < 0:
        raise PlanError("A seed is a whole number, 0 or more.")
    return document.once(
        ("confidence", today, samples, seed), lambda: _confidence(document, today, samples, seed, watch)
    )


def _confidence(document: Document, today: date, samples: int, seed: int, watch: Watch) -> Confidence:
    from launchpad.engines.confidence.simulation import simulate  # numpy is loaded only for this

    solution = solved(document, today)
    outcome = simulate(solution, samples, seed, watch)
    calendar = solution.network.frame.calendar
    keys = {task.id: task.key for task in document.tasks}
    drivers = sorted(outcome.shares.items(), key=lambda pair: (-pair[1], keys[pair[0]]))
    return Confidence(
        calendar.date_at(outcome.quantile(0.5)),
        calendar.date_at(outcome.quantile(0.8)),
        outcome.on_time(),
        tuple(DrivingTask(task, share) for task, share in drivers if share > 0),
        tuple(LaunchChance(calendar.date_at(offset), share) for offset, share in outcome.chances()),
    )
