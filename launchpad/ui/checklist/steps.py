"""How one list of rows becomes another with the rows that stay left alone."""

from bisect import bisect_left
from collections.abc import Sequence

Step = tuple[int, int, list[str]]
"""At a row: so many rows out, or these in."""


def steps_between(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """How to get from one list of ids to another: rows out from the back, then rows in from the front.

    A row that moved is taken out and put in again; those that keep their order stay.
    """
    if old == new:
        return []
    keep = _in_order(old, new)
    steps: list[Step] = []
    row = len(old)
    while row > 0:
        row -= 1
        if old[row] not in keep:
            last = row
            while row > 0 and old[row - 1] not in keep:
                row -= 1
            steps.append((row, last - row + 1, []))
    row = 0
    while row < len(new):
        first = row
        while row < len(new) and new[row] not in keep:
            row += 1
        if row > first:
            steps.append((first, 0, list(new[first:row])))
        row += 1
    return steps


def _in_order(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The ids that may stay where they are: a longest run that rises in both lists (patience sorting)."""
    place = {each: number for number, each in enumerate(new)}
    tails: list[int] = []
    ends: list[str] = []
    before: dict[str, str | None] = {}
    for each in old:
        if each not in place:
            continue
        at = bisect_left(tails, place[each])
        before[each] = ends[at - 1] if at else None
        tails[at : at + 1] = [place[each]]
        ends[at : at + 1] = [each]
    kept: set[str] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
