"""Where a reason leads: to the task, the register or the reviews in which it is settled."""

from launchpad.domain.document import Document
from launchpad.domain.people import Track
from launchpad.domain.register import Issue, Risk
from launchpad.domain.task import Task
from launchpad.engines.readiness.reasons import ConditionKind, Reason, StopKind
from launchpad.ui.overview.explanation import REGISTER, REVIEWS, SCORE, TASK, TRACK, Way

BY_KIND = {
    StopKind.SIGNOFF_REFUSED: Way(REVIEWS),
    StopKind.SIGNOFF_MISSING: Way(REVIEWS),
    ConditionKind.SIGNOFF_MISSING: Way(REVIEWS),
    StopKind.SCORE: Way(SCORE),
    ConditionKind.SCORE: Way(SCORE),
}


def way_of(document: Document, reason: Reason) -> Way | None:
    """Where to go about a reason; None where there is no such place, as for a blackout."""
    if reason.kind in BY_KIND:
        return BY_KIND[reason.kind]
    for row in reason.rows:
        if document.find(Task, row) is not None:
            return Way(TASK, row)
        if document.find(Risk, row) is not None or document.find(Issue, row) is not None:
            return Way(REGISTER, row)
        if (track := document.find(Track, row)) is not None:
            return Way(TRACK, track.key)
    return None
