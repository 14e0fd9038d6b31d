"""What the registers of risks and issues show, and how each field is changed."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from launchpad.domain.document import Document
from launchpad.domain.enums import IssueStatus, RiskResponse, RiskStatus, Word
from launchpad.domain.people import Track
from launchpad.domain.register import Issue, Risk
from launchpad.engines.readiness.deductions import ISSUE_POINTS, is_managed, risk_points
from launchpad.scenes.risk_matrix import IMPACTS, PROBABILITIES, band_of
from launchpad.ui.parts.register_model import Column, Kind, Place

SEVERITY_TONES = {1: "bad", 2: "warn", 3: "info"}
SEVERITIES = {1: "1 stops the launch", 2: "2 hurts", 3: "3 annoys"}


def words(kind: type[Word], document: Document) -> Sequence[tuple[str, Any]]:
    """The words of a vocabulary."""
    return [(word.label, word) for word in kind]


def tracks(document: Document) -> Sequence[tuple[str, Any]]:
    """The tracks, and the launch as a whole."""
    return [("Whole launch", None), *((track.name, track.id) for track in document.tracks)]


def track_text(row: Risk | Issue, place: Place) -> str:
    """The track's name."""
    track = place.document.find(Track, row.track)
    return track.name if track else "Whole launch"


def why_unmanaged(risk: Risk, place: Place) -> str:
    """What an open risk lacks to be managed; empty when it lacks nothing."""
    if risk.status is not RiskStatus.OPEN or is_managed(risk, place.today):
        return ""
    lacks = [] if risk.owner else ["an owner"]
    lacks += [] if risk.plan.strip() else ["a plan"]
    lacks += ["a review date that lies ahead"] if risk.review and risk.review < place.today else []
    return f"Unmanaged: it lacks {' and '.join(lacks)}. Its points are doubled."


def _grades(texts: Sequence[str], document: Document) -> Sequence[tuple[str, Any]]:
    return [(f"{number}  {text}", number) for number, text in enumerate(texts, start=1)]


def _points_text(risk: Risk, place: Place) -> str:
    points = risk_points(risk, place.today)
    return f"−{points}" if points else "0" if risk.status is RiskStatus.OPEN else ""


def _issue_points(issue: Issue, place: Place) -> str:
    return f"−{ISSUE_POINTS[issue.severity]}" if issue.status is IssueStatus.OPEN else ""


def _score_text(risk: Risk, place: Place) -> str:
    return f"{risk.score} {band_of(risk.score)[0]}"


def _score_pill(risk: Risk, place: Place) -> str:
    return band_of(risk.score)[1] if risk.status is RiskStatus.OPEN else "neutral"


def _managed_text(risk: Risk, place: Place) -> str:
    return "unmanaged" if why_unmanaged(risk, place) else ""


def _managed_pill(risk: Risk, place: Place) -> str | None:
    return "warn" if why_unmanaged(risk, place) else None


def _quiet_when_closed(row: Risk | Issue, place: Place) -> str:
    return "text" if row.status.value == "open" else "text3"


def _review_tone(risk: Risk, place: Place) -> str:
    late = risk.status is RiskStatus.OPEN and risk.review is not None and risk.review < place.today
    return "bad" if late else "text"


def _due_tone(issue: Issue, place: Place) -> str:
    late = issue.status is IssueStatus.OPEN and issue.due is not None and issue.due < place.today
    return "bad" if late else "text"


def _risk_key(issue: Issue, place: Place) -> str:
    risk = place.document.find(Risk, issue.risk)
    return risk.key if risk else ""


def _status_pill(row: Risk | Issue, place: Place) -> str:
    return {"open": "accent", "happened": "bad"}.get(row.status.value, "neutral")


RISK_COLUMNS: tuple[Column[Risk], ...] = (
    Column(title="Risk", width=300, field="title", tone=_quiet_when_closed),
    Column(title="Key", width=56, show=lambda risk, _: risk.key, tone=lambda *_: "text2"),
    Column(
        title="P",
        width=44,
        field="probability",
        kind=Kind.CHOICE,
        show=lambda risk, _: str(risk.probability),
        choices=partial(_grades, PROBABILITIES),
        right=True,
        hint="Probability, 1 to 5",
    ),
    Column(
        title="I",
        width=44,
        field="impact",
        kind=Kind.CHOICE,
        show=lambda risk, _: str(risk.impact),
        choices=partial(_grades, IMPACTS),
        right=True,
        hint="Impact, 1 to 5",
    ),
    Column(
        title="Score",
        width=108,
        show=_score_text,
        sort=lambda risk, _: risk.score,
        pill=_score_pill,
        hint="Probability times impact",
    ),
    Column(
        title="Points",
        width=64,
        show=_points_text,
        sort=lambda risk, place: risk_points(risk, place.today),
        right=True,
        tone=lambda risk, place: "bad" if risk_points(risk, place.today) else "text3",
        hint="Points it takes off its track's score, before the cap",
    ),
    Column(
        title="Managed",
        width=104,
        show=_managed_text,
        pill=_managed_pill,
        tip=why_unmanaged,
        hint="A risk without an owner, a plan or a review date ahead costs twice",
    ),
    Column(title="Track", width=168, field="track", kind=Kind.CHOICE, show=track_text, choices=tracks),
    Column(title="Owner", width=120, field="owner", kind=Kind.PERSON),
    Column(
        title="Response",
        width=96,
        field="response",
        kind=Kind.CHOICE,
        choices=lambda document: [("None yet", None), *words(RiskResponse, document)],
        show=lambda risk, _: risk.response.label if risk.response else "",
    ),
    Column(title="Plan", width=280, field="plan"),
    Column(title="Trigger", width=220, field="trigger", hint="How it is noticed that it happens"),
    Column(title="Review", width=84, field="review", kind=Kind.DAY, tone=_review_tone),
    Column(
        title="Status",
        width=104,
        field="status",
        kind=Kind.CHOICE,
        choices=partial(words, RiskStatus),
        pill=_status_pill,
    ),
    Column(
        title="First",
        width=60,
        show=lambda risk, _: str(risk.first_score or risk.score),
        right=True,
        sort=lambda risk, _: risk.first_score or risk.score,
        tone=lambda *_: "text2",
        hint="The first rating",
    ),
    Column(
        title="Target",
        width=64,
        field="residual",
        kind=Kind.NUMBER,
        right=True,
        hint="The score that the plan should bring it down to",
    ),
    Column(title="Closing note", width=220, field="closing_note"),
)

ISSUE_COLUMNS: tuple[Column[Issue], ...] = (
    Column(title="Issue", width=300, field="title", tone=_quiet_when_closed),
    Column(title="Key", width=56, show=lambda issue, _: issue.key, tone=lambda *_: "text2"),
    Column(
        title="Severity",
        width=140,
        field="severity",
        kind=Kind.CHOICE,
        choices=lambda _: [(text, number) for number, text in SEVERITIES.items()],
        sort=lambda issue, _: issue.severity,
        pill=lambda issue, _: SEVERITY_TONES[issue.severity] if issue.status is IssueStatus.OPEN else "neutral",
    ),
    Column(
        title="Points",
        width=64,
        show=_issue_points,
        right=True,
        tone=lambda *_: "bad",
        sort=lambda issue, _: ISSUE_POINTS[issue.severity] if issue.status is IssueStatus.OPEN else 0,
    ),
    Column(title="Track", width=168, field="track", kind=Kind.CHOICE, show=track_text, choices=tracks),
    Column(title="Owner", width=120, field="owner", kind=Kind.PERSON),
    Column(title="Action", width=320, field="action"),
    Column(title="Due", width=84, field="due", kind=Kind.DAY, tone=_due_tone),
    Column(
        title="Status",
        width=96,
        field="status",
        kind=Kind.CHOICE,
        choices=partial(words, IssueStatus),
        pill=_status_pill,
    ),
    Column(title="From risk", width=84, show=_risk_key, tone=lambda *_: "text2"),
    Column(title="Opened", width=84, field="opened", kind=Kind.DAY),
    Column(title="Closed", width=84, field="closed", kind=Kind.DAY),
)
