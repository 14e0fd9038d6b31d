"""A workbook that has come in, with everything of the plan and its journal that it has to be compared with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from launchpad.app.homecoming.authors import Authors, authors_in
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.interchange.homecoming.identity import require_same_plan
from launchpad.interchange.homecoming.lineage import Earlier
from launchpad.interchange.homecoming.reading import Returned
from launchpad.interchange.workbook.material import Material, Stamp
from launchpad.journal.entry import Entry
from launchpad.journal.history import plan_at
from launchpad.storage.schemas import newest


@dataclass(frozen=True, slots=True)
class Arrival:
    """All that a comparison needs; neither file nor journal has to be asked again."""

    returned: Returned
    plan: Document
    last_number: int  # of the newest edit
    exported: Material | None  # the plan at the export; None when the journal does not lead there
    earlier: tuple[Earlier, ...]  # oldest first
    authors: Authors


def receive(session: Session, returned: Returned) -> Arrival:
    """Gather what a workbook is compared with; raise PlanError for one that is not this plan's."""
    require_same_plan(returned, session.document, session.file.facts.plan, newest())
    since = _since(session, returned)
    return Arrival(
        returned=returned,
        plan=session.document,
        last_number=session.last_number,
        exported=_plan_exported(session, returned, since),
        earlier=tuple(_earlier(session, returned, since)),
        authors=authors_in(since),
    )


def _since(session: Session, returned: Returned) -> tuple[Entry, ...]:
    """The edits made since the export."""
    origin = returned.origin
    return () if origin is None or origin.edit < 1 else tuple(session.file.entries(after=origin.edit))


def _plan_exported(session: Session, returned: Returned, since: Sequence[Entry]) -> Material | None:
    origin = returned.origin
    if origin is None or origin.edit > session.last_number:
        return None
    try:
        then = plan_at(session.document, since, origin.edit)
    except PlanError:
        return None
    stamp = Stamp(origin.plan, origin.export, origin.edit, origin.schema, origin.exported, "")
    return Material(then, origin.audience, origin.as_of, stamp)


def _earlier(session: Session, returned: Returned, since: Sequence[Entry]) -> Iterator[Earlier]:
    if returned.origin is None:
        return
    merges = [entry for entry in since if entry.read is not None and entry.read.export == returned.origin.export]
    standing = _standing(session) if merges else set()
    for entry in merges:
        if entry.read is not None and (entry.permanent or entry.number in standing):
            left = plan_at(session.document, since, entry.number)
            yield Earlier(entry.number, entry.source.partition(":")[2], entry.read, left)


def _standing(session: Session) -> set[int]:
    """Numbers of the edits that are in force, also when they were undone and redone."""
    headlines = {entry.number: entry for entry in session.file.entries(changes=False)}
    return set(_in_force(headlines, session.stacks.undo))


def _in_force(headlines: Mapping[int, Entry], undoable: Iterable[int]) -> Iterator[int]:
    for number in undoable:
        while (undoes := headlines[number].undoes) is not None:
            number = undoes
        yield number
