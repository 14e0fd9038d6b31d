"""Whether a plan fits: what open work is heading past, the chain that drives it there, and the cheapest repairs."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from launchpad.domain.document import Document
from launchpad.engines.feasibility.chain import HoldKind, Step, chain_to
from launchpad.engines.feasibility.misses import Cap, CapKind, Miss, misses
from launchpad.engines.schedule import Schedule, schedule
from launchpad.engines.schedule.solver import solved

if TYPE_CHECKING:
    from launchpad.engines.feasibility.repairs import Repair

__all__ = [
    "Cap",
    "CapKind",
    "Feasibility",
    "HoldKind",
    "Miss",
    "Step",
    "chain_of",
    "feasibility",
    "repairs_for",
]


@dataclass(frozen=True, slots=True)
class Feasibility:
    """What does not fit, the farthest missed first; nothing when the plan fits."""

    misses: tuple[Miss, ...]
    schedule: Schedule

    @property
    def fits(self) -> bool:
        """Whether all open work can be done by its gate, its deadline and launch day."""
        return not self.misses

    @property
    def days(self) -> int:
        """By how many working days the plan does not fit; 0 when it does."""
        return self.misses[0].days if self.misses else 0


def feasibility(document: Document, today: date) -> Feasibility:
    """Whether a plan fits, kept while it lives; raise PlanError as `schedule` does."""
    return document.once(("feasibility", today), lambda: _feasibility(document, today))


def _feasibility(document: Document, today: date) -> Feasibility:
    return Feasibility(misses(document, solved(document, today)), schedule(document, today))


def chain_of(document: Document, miss: Miss, today: date) -> tuple[Step, ...]:
    """The driving chain of a miss, from where its work can begin to the task that goes past."""
    return chain_to(document, solved(document, today), miss.task)


def repairs_for(document: Document, miss: Miss, today: date) -> "tuple[Repair, ...]":
    """The three cheapest repairs of a miss; each is tried on the whole schedule, so ask in the background."""
    from launchpad.engines.feasibility.repairs import cheapest_repairs  # a plan is opened without them

    steps = chain_of(document, miss, today)
    return cheapest_repairs(document, feasibility(document, today).misses, miss, steps, today)
