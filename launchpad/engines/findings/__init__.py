"""Everything that the rules about a whole plan find amiss with it."""

from collections.abc import Iterator
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.engines.findings.date_findings import date_findings
from launchpad.engines.findings.finding import Finding, FindingKind
from launchpad.engines.findings.gaps import gaps
from launchpad.engines.schedule import schedule
from launchpad.engines.schedule.cycle import cycle_sentence, find_cycle

__all__ = ["Finding", "FindingKind", "findings"]

_ORDER = {kind: place for place, kind in enumerate(FindingKind)}


def findings(document: Document, today: date) -> tuple[Finding, ...]:
    """What is amiss, the most pressing rules first and each in the order of the plan; kept while the plan lives."""
    return document.once(("findings", today), lambda: tuple(sorted(_all(document, today), key=_place)))


def _place(finding: Finding) -> int:
    return _ORDER[finding.kind]


def _all(document: Document, today: date) -> Iterator[Finding]:
    yield from gaps(document)
    circle = find_cycle(document)
    if circle:
        closing = [
            Change(link, None)
            for link in document.dependencies
            if (link.predecessor, link.successor) == (circle[-1], circle[0])
        ]
        repair = Edit("Remove the link that closes a circle", tuple(closing))
        yield Finding(FindingKind.CYCLE, cycle_sentence(document, circle), circle, repair)
        return
    try:
        schedule(document, today)
    except PlanError as error:
        yield Finding(FindingKind.UNSCHEDULABLE, str(error), (document.launch.id,))
        return
    yield from date_findings(document, today)
