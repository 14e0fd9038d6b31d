"""Whether a plan fits, as the dialog about it asks: at first why not, and a little later what could be done."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.engines.feasibility import Cap, Feasibility, Miss, Step, chain_of, feasibility, repairs_for
from launchpad.engines.feasibility.repairs import Repair
from launchpad.engines.readiness import readiness
from launchpad.engines.schedule.moved import Moved, what_moved


@dataclass(frozen=True, slots=True)
class FitAnswer:
    """What does not fit, the miss looked at, and the chain that drives it; without a miss the plan fits."""

    fit: Feasibility
    miss: Miss | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A repair with what it would do to the plan: the plan after it, what moves, and readiness (0–100) from and to."""

    repair: Repair
    after: Document
    moved: Moved
    score_before: float | None
    score_after: float | None


def fit_answer(document: Document, today: date, cap: Cap | None = None) -> FitAnswer:
    """Whether a plan fits; `cap` is the miss to look at, where it is still one, else the farthest is."""
    fit = feasibility(document, today)
    if fit.fits:
        return FitAnswer(fit, None, ())
    miss = next((each for each in fit.misses if each.cap == cap), fit.misses[0])
    return FitAnswer(fit, miss, chain_of(document, miss, today))


def offers_for(document: Document, today: date, miss: Miss) -> tuple[Offer, ...]:
    """The cheapest repairs of a miss with all they would do; seconds for a large plan, so ask in the background."""
    before = readiness(document, today).score
    offers = []
    for repair in repairs_for(document, miss, today):
        after = document.apply(repair.edit)
        moved = what_moved(document, after, today)
        offers.append(Offer(repair, after, moved, before, readiness(after, today).score))
    return tuple(offers)
