"""What stops a Go and what makes it conditional: every kind of reason with its count."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from launchpad.engines.readiness.reasons import ConditionKind, Reason, StopKind
from launchpad.interchange.workbook.book import Formula
from launchpad.interchange.workbook.scoring import (
    CONDITION_LABELS,
    FROM_REGISTERS,
    STOP_LABELS,
    TrackRanges,
    condition_formulas,
    stop_formulas,
)
from launchpad.interchange.workbook.summary_tracks import COUNT, SummaryPage
from launchpad.interchange.workbook.tables import Area, Entry, Field, Listing, write_listing

Kind = TypeVar("Kind", StopKind, ConditionKind)


def write_checks(page: SummaryPage, top: int, tracks: Area) -> tuple[Area, Area]:
    """Write both lists side by side."""
    ranges = TrackRanges(tracks.column("score"), tracks.column("core"), tracks.column("empty"))
    answer = page.material.readiness
    stops = _checks(page, STOP_LABELS, stop_formulas(page.all_tasks, ranges), answer.stops)
    fields = [Field("Any of these is a No-go"), Field("Now", form=COUNT, name="Stops")]
    left = write_listing(page.book, page.sheet, top, 1, Listing("What stops a Go", fields, stops))
    counts = _checks(page, CONDITION_LABELS, condition_formulas(page.all_tasks, ranges), answer.conditions)
    spread = [[label, None, None, count] for label, count in counts]
    fields = [Field("Any of these is a condition"), Field(""), Field(""), Field("Now", form=COUNT, name="Conditions")]
    listing = Listing("What a Go would be conditional on", fields, spread)
    return left, write_listing(page.book, page.sheet, top, 4, listing)


def _checks(
    page: SummaryPage, labels: Mapping[Kind, str], formulas: Mapping[Kind, str], reasons: Sequence[Reason]
) -> list[list[Entry]]:
    """Each kind with its count: live, unless it rests on a register that this reader does not get."""
    counts = Counter(reason.kind for reason in reasons)
    whole = page.material.view.is_whole
    return [
        [label, Formula(formulas[kind], counts[kind]) if whole or kind not in FROM_REGISTERS else counts[kind]]
        for kind, label in labels.items()
    ]
