"""Points that open risks and issues take from a score."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import IssueStatus, RiskStatus
from launchpad.domain.ids import TrackId
from launchpad.domain.register import Issue, Risk

TRACK_CAP = 15
"""The most points a track can lose."""

LAUNCH_CAP = 10
"""The most points the whole launch can lose to what belongs to no track."""

SEVERE = 15
"""Probability times impact from which a risk is severe."""

RISK_POINTS = ((SEVERE, 6), (10, 3), (5, 1))
"""From which score, the highest first, a risk that is managed takes how many points."""

ISSUE_POINTS = {1: 6, 2: 3, 3: 1}
"""Points of an open issue by severity."""


@dataclass(frozen=True, slots=True)
class Deduction:
    """The points one open risk or issue takes, before any cap."""

    row: Risk | Issue
    points: int


def risk_points(risk: Risk, today: date) -> int:
    """The points of a risk by its present score; doubled when nobody manages it."""
    if risk.status is not RiskStatus.OPEN:
        return 0
    points = next((points for least, points in RISK_POINTS if risk.score >= least), 0)
    return points if is_managed(risk, today) else 2 * points


def is_managed(risk: Risk, today: date) -> bool:
    """Whether a risk has an owner, a plan, and no review date that has passed."""
    return risk.owner is not None and bool(risk.plan.strip()) and (risk.review is None or risk.review >= today)


def severe_risks(document: Document) -> tuple[Risk, ...]:
    """The open severe risks, worst first."""
    severe = (risk for risk in document.rows(Risk) if risk.status is RiskStatus.OPEN and risk.score >= SEVERE)
    return tuple(sorted(severe, key=lambda risk: -risk.score))


def deductions(document: Document, today: date) -> tuple[Deduction, ...]:
    """What every open risk and issue takes, in the order of the registers."""
    return document.once(("deductions", today), lambda: _deductions(document, today))


def _deductions(document: Document, today: date) -> tuple[Deduction, ...]:
    risks = (Deduction(risk, risk_points(risk, today)) for risk in document.rows(Risk))
    issues = (
        Deduction(issue, ISSUE_POINTS[issue.severity])
        for issue in document.rows(Issue)
        if issue.status is IssueStatus.OPEN
    )
    return tuple(found for found in (*risks, *issues) if found.points)


def points_of(found: Iterable[Deduction], track: TrackId | None) -> int:
    """The points that `track` loses, or the launch as a whole for None, up to the cap."""
    total = sum(each.points for each in found if each.row.track == track)
    return min(total, LAUNCH_CAP if track is None else TRACK_CAP)
