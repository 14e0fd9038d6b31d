"""What a repair costs the people who have to live with it, in points, so that repairs can be put in order.

A point is about the trouble of telling one person that one date changed. Sooner is cheap: nobody works more. Waiting
less asks somebody to trust an earlier result. Overlapping means working on what is not finished, and the larger the
share that overlaps the likelier it is done twice. Shortening takes people or scope from somewhere: little down to what
the owner called optimistic, more the larger the share that is cut beyond. Leaving work out costs what it is worth in
the score, half as much again when it has begun. Another launch day is told to everybody, so it is dear from the first
day on. Musts are never left out.
"""

from fractions import Fraction

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality
from launchpad.domain.task import Task

Points = Fraction
"""Exact, so that the order of repairs never hangs on rounding."""

SOONER = 1
WAIT = 2
OVERLAP = 4
SHORTEN_TO_OPTIMISTIC = 4
SHORTEN = 6
LEAVE_OUT = 12
LAUNCH, LAUNCH_DAY = 60, 10


def sooner_cost(days: int) -> Points:
    """Beginning so many working days sooner than planned."""
    return Fraction(SOONER * days)


def wait_cost(days: int) -> Points:
    """Taking so many working days from a wait between two tasks."""
    return Fraction(WAIT * days)


def overlap_cost(days: int, shorter: int) -> Points:
    """Letting two tasks overlap by so many working days; `shorter` is the length of the shorter of them."""
    return OVERLAP * days * (1 + Fraction(days, shorter))


def shorten_cost(task: Task, days: int) -> Points:
    """Cutting so many working days from a task."""
    left = task.duration - days
    if task.optimistic is not None and left >= task.optimistic:
        return Fraction(SHORTEN_TO_OPTIMISTIC * days)
    return SHORTEN * days * (1 + Fraction(days, max(1, left)))


def leave_out_cost(document: Document, task: Task) -> Points:
    """Not doing a task at all."""
    weights = document.launch.weights
    usual = {Criticality.MUST: weights.must, Criticality.SHOULD: weights.should, Criticality.COULD: weights.could}
    weight = usual[task.criticality] if task.weight is None else task.weight
    begun = Fraction(3, 2) if task.progress or task.actual_start is not None else Fraction(1)
    return LEAVE_OUT * Fraction(str(weight)) * begun


def launch_cost(days: int) -> Points:
    """Launching so many working days later."""
    return Fraction(LAUNCH + LAUNCH_DAY * days)
