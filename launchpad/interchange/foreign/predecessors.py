"""Predecessors as people and programs write them in one cell: ``3FS+2d, 5``, ``P-1; P-2``, ``Draft the page``."""

import re
from collections.abc import Callable, Iterator

from launchpad.domain.enums import LinkType
from launchpad.domain.values import LONGEST
from launchpad.interchange.foreign.outline import Link

_PARTS = re.compile(r"[,;\n|]+")
_WRITTEN = re.compile(
    r"(?P<who>.+?)\s*(?P<type>FS|SS|FF|SF)?\s*(?:(?P<sign>[+\-−])\s*(?P<count>\d{1,5})\s*(?P<unit>e?[dw])[a-z]*\.?)?",
    re.IGNORECASE,
)
_DAYS = {"d": 1, "w": 5, "ed": 1, "ew": 7}
LONGEST_CELL = 20_000
"""Signs of a cell that are read."""


def links_before(cell: str, successor: str, found: Callable[[str], str | None]) -> Iterator[Link | str]:
    """The links a cell names, and as text what it names that is nowhere. `found` gives the task a name means."""
    for part in _PARTS.split(cell[:LONGEST_CELL]):
        written = part.strip()
        if not written:
            continue
        whole = found(written)  # a title may end like a type
        match = None if whole is not None else _WRITTEN.fullmatch(written)
        uid = whole if match is None else found(match["who"].strip())
        if uid is None:
            yield written
        elif match is None:
            yield Link(uid, successor)
        else:
            yield _link(uid, successor, match)


def _link(uid: str, successor: str, match: "re.Match[str]") -> Link:
    unit = (match["unit"] or "d").casefold()
    lag = min(LONGEST, int(match["count"] or 0) * _DAYS[unit])
    return Link(
        uid,
        successor,
        LinkType((match["type"] or "FS").upper()),
        -lag if match["sign"] in ("-", "−") else lag,
        unit.startswith("e"),
    )
