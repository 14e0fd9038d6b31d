"""The cheapest repairs of a plan that does not fit: each as large as it has to be, tried on the whole schedule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import NodeId
from launchpad.domain.people import Person
from launchpad.engines.feasibility.chain import Step
from launchpad.engines.feasibility.costs import Points
from launchpad.engines.feasibility.misses import Cap, Miss, misses
from launchpad.engines.feasibility.ways import RepairKind, Way, ways_out
from launchpad.engines.schedule.scheduler import Scheduler

CHEAPEST = 3
"""Repairs that are looked for."""


@dataclass(frozen=True, slots=True)
class Repair:
    """An edit that helps against one miss, as the schedule of the plan after it says.

    `gained` is by how many working days less the cap is missed, `left` by how many it still is, `other` by how many
    working days the worst of the other misses remains. `cost` is in the points of `costs`.
    """

    kind: RepairKind
    edit: Edit
    about: tuple[NodeId, ...]
    days: int
    cost: Points
    gained: int
    left: int
    other: int

    @property
    def clears(self) -> bool:
        """Whether nothing goes past this cap any more."""
        return self.left == 0

    @property
    def fits(self) -> bool:
        """Whether the whole plan fits then."""
        return self.left == 0 and self.other == 0


class Trial:
    """Tries edits of one plan, one at a time, and says what is missed then."""

    def __init__(self, document: Document, today: date) -> None:
        self._document = document
        self._scheduler = Scheduler(document, today)

    def misses_after(self, edit: Edit) -> tuple[Miss, ...] | None:
        """The misses of the plan after an edit; None when it cannot be so. The plan itself stays as it is."""
        try:
            after = self._document.apply(edit)
            follower = self._scheduler.copy()
            follower.follow(after, edit)
            return misses(after, follower.solution)
        except PlanError:
            return None


def cheapest_repairs(
    document: Document, found: Sequence[Miss], miss: Miss, steps: Sequence[Step], today: date
) -> tuple[Repair, ...]:
    """The repairs that clear a miss, the cheapest first; where they are fewer than three, those that help come after.

    A repair makes nothing else late: it is left out when another cap is missed further than before. What helps is
    ordered by the days gained, then by its cost. Of equal ones the first on the chain comes first.
    """
    trial = Trial(document, today)
    offers = [(way, _sizes(document, way, miss)) for way in ways_out(document, steps, miss.days, today)]
    offers.sort(key=lambda offer: offer[0].cost(offer[1][0]))
    cleared: list[Repair] = []
    helping: list[Repair] = []
    for way, sizes in offers:
        if len(cleared) == CHEAPEST and way.cost(sizes[0]) >= cleared[-1].cost:
            break  # a larger size costs more, and so do all the ways behind
        repair = _smallest(trial, way, sizes, miss, found)
        if repair is not None and repair.clears:
            cleared = sorted([*cleared, repair], key=attrgetter("cost"))[:CHEAPEST]
        elif repair is not None:
            helping.append(repair)
    helping.sort(key=lambda repair: (-repair.gained, repair.cost))
    return (*cleared, *helping[: CHEAPEST - len(cleared)])


def _sizes(document: Document, way: Way, miss: Miss) -> range:
    """The sizes worth trying: a working day of repair gains one, or more where an owner's days off lie behind it."""
    if way.kind is RepairKind.LEAVE_OUT or (way.kind is not RepairKind.LAUNCH and _somebody_is_away(document)):
        least = 1
    else:
        least = min(miss.days, way.most)
    return range(least, way.most + 1)


def _somebody_is_away(document: Document) -> bool:
    return any(person.days_off for person in document.table(Person).values())


def _smallest(trial: Trial, way: Way, sizes: range, miss: Miss, before: Sequence[Miss]) -> Repair | None:
    """The smallest size of a way that clears the miss; else the one that gains most, if any helps."""
    known = {each.cap: each.days for each in before}
    best: Repair | None = None
    gained = -1
    for days in sizes:
        edit = way.edit(days)
        after = trial.misses_after(edit)
        if after is None or _is_worse(after, known, miss.cap):
            continue
        left = next((each.days for each in after if each.cap == miss.cap), 0)
        other = max((each.days for each in after if each.cap != miss.cap), default=0)
        repair = Repair(way.kind, edit, way.about, days, way.cost(days), miss.days - left, left, other)
        if repair.clears:
            return repair
        if repair.gained > (0 if best is None else best.gained):
            best = repair
        if repair.gained == gained and sizes.start > 1:
            break  # something else holds it now
        gained = repair.gained
    return best


def _is_worse(after: Sequence[Miss], known: dict[Cap, int], cap: Cap) -> bool:
    return any(each.days > known.get(each.cap, 0) for each in after if each.cap != cap)
