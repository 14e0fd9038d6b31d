"""What becomes of headings: the outermost are tracks, deeper ones a line in the notes, links to them links to tasks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from launchpad.domain.enums import LinkType
from launchpad.interchange.foreign.outline import MOST_LINKS, Item, Link, Outline

NO_TRACK = "Tasks"
"""Where tasks stand that are under no heading."""


class Headings:
    """The tree of an outline: which track each task is in, under what, and which tasks a heading stands for."""

    def __init__(self, outline: Outline) -> None:
        self._items = {item.uid: item for item in outline.items}
        self._chains = {item.uid: self._chain(item) for item in outline.items}
        tops = {chain[0] for chain in self._chains.values() if chain}
        loose = any(not item.is_heading and not self._chains[item.uid] for item in outline.items)
        self._root = next(iter(tops)) if len(tops) == 1 and not loose and self._is_deep(outline) else None
        self._leaves: dict[str, list[Item]] = {}
        for item in outline.items:
            if not item.is_heading:
                for heading in self._chains[item.uid]:
                    self._leaves.setdefault(heading, []).append(item)

    def _chain(self, item: Item) -> list[str]:
        """The headings above an item, outermost first; a circle among them ends it."""
        chain: list[str] = []
        above = self._items.get(item.parent or "")
        while above is not None and above.uid not in chain and above is not item:
            chain.append(above.uid)
            above = self._items.get(above.parent or "")
        return chain[::-1]

    def _is_deep(self, outline: Outline) -> bool:
        return all(len(self._chains[item.uid]) > 1 for item in outline.items if not item.is_heading)

    def path_of(self, item: Item) -> list[str]:
        """The titles of the headings above an item, without one that holds the whole plan."""
        return [self._items[uid].title for uid in self._chains[item.uid] if uid != self._root]

    def track_of(self, item: Item) -> str:
        """The name of the track an item belongs in."""
        path = self.path_of(item)
        return item.track.strip() or (path[0].strip() if path else "") or NO_TRACK

    def links(self, outline: Outline) -> list[Link]:
        """The links with tasks in place of headings, each pair once; links that lead nowhere are told and left out."""
        found: dict[tuple[str, str], Link] = {}
        for link in outline.links:
            if link.predecessor not in self._items or link.successor not in self._items:
                known = self._items.get(link.successor) or self._items.get(link.predecessor)
                lost = link.predecessor if link.predecessor not in self._items else link.successor
                title = known.title[:60] if known else "?"
                outline.notices.add(f"A link of “{title}” leads to “{lost[:60]}”, which is not there; it was left out.")
                continue
            for each_link in self._between_tasks(link, outline):
                if len(found) >= MOST_LINKS:
                    outline.notices.count(
                        "A link between groups of tasks is one too many and was left out.",
                        "links between groups of tasks are too many and were left out.",
                    )
                    break
                found.setdefault((each_link.predecessor, each_link.successor), each_link)
        return list(found.values())

    def _between_tasks(self, link: Link, outline: Outline) -> Iterator[Link]:
        before, after = self._items[link.predecessor], self._items[link.successor]
        if before.is_heading or after.is_heading:
            if before.uid in self._chains[after.uid] or after.uid in self._chains[before.uid]:
                outline.notices.count(
                    "A link between a task and its own heading was left out.",
                    "links between a task and its own heading were left out.",
                )
                return
            outline.notices.count(
                "A link with a heading became links with the tasks under it.",
                "links with headings became links with the tasks under them.",
            )
        for first in self._ends(before, link.type in (LinkType.FS, LinkType.FF)):
            for last in self._ends(after, link.type in (LinkType.FS, LinkType.SS)):
                if first.uid != last.uid:
                    yield replace(link, predecessor=first.uid, successor=last.uid)

    def _ends(self, item: Item, is_all: bool) -> Sequence[Item]:
        """The tasks that stand for an item: all where each counts, else the first or the last of them."""
        leaves = self._leaves.get(item.uid, []) if item.is_heading else [item]
        if is_all or len(leaves) < 2:
            return leaves
        return [min(leaves, key=lambda leaf: (leaf.start is None, leaf.start or 0))]


def under(path: Sequence[str]) -> str:
    """The line of the notes that keeps deeper headings; empty for none."""
    deeper = [title.strip() for title in path[1:] if title.strip()]
    return f"Part of: {' › '.join(deeper)}" if deeper else ""


def owners_note(item: Item) -> str:
    """The line of the notes that keeps whoever else was assigned; one person owns a task."""
    return f"Also assigned: {', '.join(item.owners[1:])}" if len(item.owners) > 1 else ""
