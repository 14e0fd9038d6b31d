"""Finds a circle among things that wait for each other."""

from collections.abc import Iterable, Mapping


def cycle_in(waits_for: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the keys of a circle in the order the work would go round, or an empty list when there is none.

    `waits_for` gives each key's predecessors; keys it does not hold have none.
    """
    finished: set[str] = set()
    for start in waits_for:
        trail: dict[str, None] = {}  # the way from `start` to where we are, in order
        ahead = [iter((start,))]
        while ahead:
            key = next(ahead[-1], None)
            if key is None:
                ahead.pop()
                if trail:
                    finished.add(trail.popitem()[0])
            elif key in trail:
                way = list(trail)
                return way[way.index(key) :][::-1]
            elif key not in finished:
                trail[key] = None
                ahead.append(iter(waits_for.get(key, ())))
    return []
