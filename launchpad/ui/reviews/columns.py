"""What the lists of reviews, conditions and actions show, and how each field is changed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from launchpad.app.day_text import day_text
from launchpad.domain.document import Document
from launchpad.domain.enums import ActionStatus, ConditionStatus, ReviewStatus
from launchpad.domain.gate import Action, Condition, Gate, Review
from launchpad.domain.task import Task
from launchpad.engines.readiness.gate_forecast import is_overdue
from launchpad.journal.seal_check import SealState
from launchpad.ui.parts.register_model import Column, Kind, Place
from launchpad.ui.review_room.pages.words import OUTCOME_TONES, outcome_of
from launchpad.ui.reviews.record_page import gate_score

STATES = {"sealed": ("Sealed", "ok"), "broken": ("Broken seal", "bad"), "unsealed": ("Not sealed", "neutral")}
STANDING = (ConditionStatus.OPEN, ConditionStatus.EXTENDED, ConditionStatus.CLOSED, ConditionStatus.FAILED)
"""What a person may say of a condition; that it is overdue is for the calendar to say."""


def review_columns(seals: Mapping[str, SealState]) -> tuple[Column[Review], ...]:
    """The columns of the list of reviews; `seals` is looked at whenever a cell is shown."""
    return (
        Column(title="Review", width=230, show=lambda row, _: row.title, tone=_quiet_when_cancelled),
        Column(title="Key", width=50, show=lambda row, _: row.key, tone=lambda *_: "text2"),
        Column(title="About", width=62, show=_about),
        Column(
            title="Day",
            width=84,
            show=lambda row, place: day_text(day, place.today) if (day := row.day) else "",
            sort=lambda row, _: row.day or date.max,
        ),
        Column(title="Decided", width=156, show=_decided, pill=_decided_pill),
        Column(title="The model said", width=144, show=lambda row, _: _label(row.recommended), tone=lambda *_: "text2"),
        Column(title="Score", width=58, show=_score, sort=lambda row, _: _number(row), right=True),
        Column(
            title="Record",
            width=120,
            show=lambda row, _: _seal(seals, row)[0],
            pill=lambda row, _: _seal(seals, row)[1],
            tip=lambda row, _: seals[row.id].text if row.id in seals else "",
        ),
    )


def _about(row: Review, place: Place) -> str:
    gate = place.document.find(Gate, row.gate)
    return gate.key if gate else row.kind.label


def _decided(row: Review, place: Place) -> str:
    return _label(row.verdict) if row.verdict else row.status.label


def _decided_pill(row: Review, place: Place) -> str:
    if row.status is ReviewStatus.IN_SESSION:
        return "accent"
    outcome = outcome_of(row.verdict)
    return OUTCOME_TONES[outcome] if outcome else "neutral"


def _label(text: str) -> str:
    outcome = outcome_of(text)
    return outcome.label if outcome else ""


def _number(row: Review) -> float | None:
    return gate_score(row.closing or row.snapshot)


def _score(row: Review, place: Place) -> str:
    number = _number(row)
    return "" if number is None else f"{number:.1f}"


def _seal(seals: Mapping[str, SealState], row: Review) -> tuple[str, str]:
    return STATES[seals[row.id].state] if row.id in seals else ("", "neutral")


def _quiet_when_cancelled(row: Review, place: Place) -> str:
    return "text3" if row.status is ReviewStatus.CANCELLED else "text"


# --- promises --------------------------------------------------------------------------------------------------------


def _review_key(row: Condition | Action, place: Place) -> str:
    review = place.document.find(Review, row.review)
    return review.key if review else ""


def _standings(document: Document) -> list[tuple[str, Any]]:
    return [(status.label, status) for status in STANDING]


def _condition_status(row: Condition, place: Place) -> str:
    return ConditionStatus.OVERDUE.label if is_overdue(row, place.today) else row.status.label


def _condition_pill(row: Condition, place: Place) -> str:
    if is_overdue(row, place.today):
        return "bad"
    tones = {ConditionStatus.CLOSED: "ok", ConditionStatus.EXTENDED: "warn", ConditionStatus.FAILED: "bad"}
    return tones.get(row.status, "accent")


def _action_is_late(row: Action, place: Place) -> bool:
    return row.status is ActionStatus.OPEN and row.due is not None and row.due < place.today


FROM: Column[Any] = Column(title="From", width=56, show=_review_key, tone=lambda *_: "text2")
OWNER: Column[Any] = Column(title="Owner", width=120, field="owner", kind=Kind.PERSON)

CONDITION_COLUMNS: tuple[Column[Condition], ...] = (
    Column(
        title="Condition",
        width=300,
        show=lambda row, _: row.text,
        tone=lambda row, _: "text3" if row.status is ConditionStatus.CLOSED else "text",
        tip=lambda row, _: f"Otherwise: {row.fallback}" if row.fallback else "",
    ),
    FROM,
    OWNER,
    Column(
        title="Due",
        width=84,
        field="due",
        kind=Kind.DAY,
        tone=lambda row, place: "bad" if is_overdue(row, place.today) else "text",
    ),
    Column(
        title="Status",
        width=104,
        field="status",
        kind=Kind.CHOICE,
        show=_condition_status,
        choices=_standings,
        pill=_condition_pill,
    ),
    Column(title="Otherwise", width=220, show=lambda row, _: row.fallback, tone=lambda *_: "text2"),
)

ACTION_COLUMNS: tuple[Column[Action], ...] = (
    Column(
        title="Action",
        width=300,
        show=lambda row, _: row.text,
        tone=lambda row, _: "text3" if row.status is ActionStatus.DONE else "text",
    ),
    FROM,
    OWNER,
    Column(
        title="Due",
        width=84,
        field="due",
        kind=Kind.DAY,
        tone=lambda row, place: "bad" if _action_is_late(row, place) else "text",
    ),
    Column(
        title="Status",
        width=96,
        field="status",
        kind=Kind.CHOICE,
        choices=lambda _: [(status.label, status) for status in ActionStatus],
        pill=lambda row, _: "ok" if row.status is ActionStatus.DONE else "accent",
    ),
    Column(
        title="Task",
        width=160,
        show=lambda row, place: task.key if (task := place.document.find(Task, row.task)) else "",
        tone=lambda *_: "text2",
    ),
)
