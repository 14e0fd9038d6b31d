"""Which version of an export a file was made from, where several came home: one that was merged, or the export itself.

One export may have gone to several people, so an earlier version of it need not be this file's. Whoever saved both is
the best sign; without it the cells tell, and a file that was saved later with everything put back is told from a copy
that nobody filled in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from launchpad.domain.document import Document
from launchpad.interchange.homecoming.bases import Table
from launchpad.interchange.homecoming.reading import Returned
from launchpad.interchange.homecoming.values import alike
from launchpad.journal.entry import FileRead


@dataclass(frozen=True, slots=True)
class Earlier:
    """A merge of the same export that still stands: which edit it was, of which file, what it held and left."""

    number: int
    file: str
    read: FileRead
    plan: Document


_VERSION = re.compile(
    r"(?:[\s_\-.(]*(?:v|version|rev|final|copy|kopie|copie|edited|new|of|\d+)[\s)]*)+$", re.IGNORECASE
)


def made_from(
    returned: Returned, theirs: Table, exported: Table, earlier: Sequence[Earlier], tables: Sequence[Table]
) -> int | None:
    """The place in `earlier` of the version a file was made from, None for the export; `tables` are what each held."""
    candidates = [place for place, each in enumerate(earlier) if not _is_by_somebody_else(returned, each)]
    for place in reversed(candidates):
        if returned.who and earlier[place].read.who == returned.who:
            return place
    is_bare = _differing(theirs, exported) == 0
    for place in reversed(candidates):
        is_alike = _stem(earlier[place].file) == _stem(returned.name)
        if is_bare and _is_later(returned, earlier[place]):
            return place
        if is_alike and not is_bare and _shares(theirs, tables[place], exported):
            return place
    return _nearest(theirs, exported, tables, candidates)


def _is_by_somebody_else(returned: Returned, version: Earlier) -> bool:
    return bool(returned.who and version.read.who) and returned.who != version.read.who


def _is_later(returned: Returned, version: Earlier) -> bool:
    """Whether somebody saved a file, and not before a version was saved."""
    return not returned.is_as_made and returned.saved.isoformat() >= version.read.saved


def _stem(name: str) -> str:
    """A file's name without its suffix and without what tells one version from the next."""
    stem = name.rpartition(".")[0] or name
    return _VERSION.sub("", stem).casefold() or stem.casefold()


def _shares(theirs: Table, version: Table, exported: Table) -> bool:
    """Whether a file holds something that a version had changed."""
    for task, fields in version.items():
        for field, value in fields.items():
            held = theirs.get(task, {}).get(field)
            if held is not None and alike(held, value) and not alike(value, exported.get(task, {}).get(field)):
                return True
    return False


def _nearest(theirs: Table, exported: Table, tables: Sequence[Table], candidates: Sequence[int]) -> int | None:
    """The version a file differs least from; of versions equally near the latest is meant."""
    best, least = None, _differing(theirs, exported)
    for place in candidates:
        count = _differing(theirs, tables[place])
        if count <= least:
            best, least = place, count
    return best


def _differing(theirs: Table, base: Table) -> int:
    cells = ((task, field, value) for task, values in theirs.items() for field, value in values.items())
    return sum(not alike(value, base.get(task, {}).get(field)) for task, field, value in cells)
