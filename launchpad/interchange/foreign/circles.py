"""Leaves out links that close circles, and tells each circle by its path."""

from collections.abc import Callable, Iterator, Sequence

from launchpad.interchange.foreign.outline import Link, Notices

MOST_TOLD = 20
LONGEST_TOLD = 12
"""Circles that are told one by one, and the tasks of one that are named."""


def without_circles(links: Sequence[Link], called: Callable[[str], str], notices: Notices) -> list[Link]:
    """The links but those that lead back to a task one came from; `called` names a task. Takes time as there are links.

    Followed depth first in the order of the file, so that the same file always loses the same links.
    """
    followers: dict[str, list[Link]] = {}
    for link in links:
        followers.setdefault(link.predecessor, []).append(link)
    walk = _Walk(followers)
    gone = [circle for start in followers for circle in walk.circles_from(start)]
    for circle in gone[:MOST_TOLD]:
        names = [called(link.predecessor) for link in circle]
        path = " → ".join([*_shortened(names), names[0]])
        notices.add(f"{path} wait for each other in a circle; the last of these links was left out.")
    notices.count(
        "One more circle of links was opened in the same way.",
        "more circles of links were opened in the same way.",
        max(0, len(gone) - MOST_TOLD),
    )
    closing = {id(circle[-1]) for circle in gone}
    return [link for link in links if id(link) not in closing]


def _shortened(names: Sequence[str]) -> list[str]:
    """The names, or the first of them and how many more there are."""
    if len(names) <= LONGEST_TOLD:
        return [*names]
    first = names[: LONGEST_TOLD - 1]
    return [*first, f"{len(names) - len(first)} more"]


class _Walk:
    """A depth-first walk along links that remembers where it is and where it has been."""

    def __init__(self, followers: dict[str, list[Link]]) -> None:
        self._followers = followers
        self._done: set[str] = set()

    def circles_from(self, start: str) -> Iterator[list[Link]]:
        """The circles met on the way from a task, each as its links with the closing one last."""
        if start in self._done:
            return
        path: list[Link] = []
        place = {start: 0}
        ways = [iter(self._followers.get(start, ()))]
        while ways:
            link = next(ways[-1], None)
            if link is None:
                ways.pop()
                left = path.pop().successor if path else start
                self._done.add(left)
                del place[left]
            elif link.successor in place:
                yield [*path[place[link.successor] :], link]
            elif link.successor not in self._done:
                path.append(link)
                place[link.successor] = len(path)
                ways.append(iter(self._followers.get(link.successor, ())))
