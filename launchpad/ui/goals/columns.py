"""What the registers of goals, values and checkpoints show, and how each field is changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from launchpad.app.day_text import day_text, offset_text
from launchpad.domain.document import Document
from launchpad.domain.enums import GoalDirection, GoalStatus, GoalType, Word
from launchpad.domain.register import Goal, Measurement
from launchpad.domain.row import Row
from launchpad.domain.values import Checkpoint, When
from launchpad.engines.calendar import calendar_of
from launchpad.engines.goal_progress import GoalProgress, Standing, goals_progress
from launchpad.scenes.axis import number_label
from launchpad.ui.parts.register_model import Column, Kind, Place

PILLS = {
    Standing.ON_TRACK: "ok",
    Standing.BEHIND: "warn",
    Standing.OFF_TRACK: "bad",
    Standing.NO_DATA: "neutral",
}
"""The color of a standing's pill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointRow(Row):
    """A checkpoint of a goal as a row of its own; its id is the goal's with its place."""

    at: When
    expected: float | None
    checkpoint: Checkpoint


def checkpoint_rows(goal: Goal) -> list[CheckpointRow]:
    """The checkpoints of a goal."""
    return [
        CheckpointRow(id=f"{goal.id}:{place}", at=each.at, expected=each.expected, checkpoint=each)
        for place, each in enumerate(goal.checkpoints)
    ]


def progress_of(document: Document, today: date, goal_id: str) -> GoalProgress:
    """The progress of one goal."""

    def by_id() -> Mapping[str, GoalProgress]:
        return {each.goal.id: each for each in goals_progress(document, today)}

    return document.once(("goal progress by id", today), by_id)[goal_id]


def _progress(goal: Goal, place: Place) -> GoalProgress:
    return progress_of(place.document, place.today, goal.id)


def _words(kind: type[Word], document: Document) -> Sequence[tuple[str, Any]]:
    return [(word.label, word) for word in kind]


def _number(value: float | None) -> str:
    return "" if value is None else number_label(value)


def _latest(goal: Goal, place: Place) -> str:
    latest = _progress(goal, place).latest
    return _number(latest.value) if latest else ""


def _latest_value(goal: Goal, place: Place) -> float | None:
    latest = _progress(goal, place).latest
    return latest.value if latest else None


def _measured(goal: Goal, place: Place) -> str:
    latest = _progress(goal, place).latest
    return day_text(latest.day, place.today) if latest else "never"


def _measured_on(goal: Goal, place: Place) -> str:
    latest = _progress(goal, place).latest
    return latest.day.isoformat() if latest else ""


def _forecast_tone(goal: Goal, place: Place) -> str:
    tone = PILLS[_progress(goal, place).forecast_standing]
    return "text2" if tone == "neutral" else tone


def _standing_tip(goal: Goal, place: Place) -> str:
    found = _progress(goal, place)
    if found.latest is None:
        return "Nothing is measured yet. Type or paste values below."
    if found.now is None:
        return "It needs a target and a due day, or checkpoints, to be judged."
    word = "limit" if goal.type is GoalType.GUARDRAIL else "expected"
    rule = (
        "A guardrail is held or it is not."
        if goal.type is GoalType.GUARDRAIL
        else ("On track from 95 % of what is expected, behind from 80 %.")
    )
    return (
        f"{_number(found.latest.value)} on {day_text(found.latest.day, place.today)}; "
        f"{word} that day {_number(found.now)}. {rule}"
    )


def _when_text(row: CheckpointRow, place: Place) -> str:
    day = day_text(calendar_of(place.document).day_of(row.at), place.today)
    return day if isinstance(row.at, date) else f"{day} ({offset_text(row.at)})"


GOAL_COLUMNS: tuple[Column[Goal], ...] = (
    Column(title="Goal", width=240, field="name"),
    Column(
        title="Standing",
        width=96,
        show=lambda goal, place: _progress(goal, place).standing.label,
        pill=lambda goal, place: PILLS[_progress(goal, place).standing],
        tip=_standing_tip,
        sort=lambda goal, place: list(Standing).index(_progress(goal, place).standing),
    ),
    Column(title="Actual", width=76, show=_latest, sort=_latest_value, right=True),
    Column(
        title="Expected",
        width=80,
        show=lambda goal, place: _number(_progress(goal, place).now),
        sort=lambda goal, place: _progress(goal, place).now,
        right=True,
        tone=lambda *_: "text2",
        hint="What was agreed for the day of the actual value; for a guardrail its limit",
    ),
    Column(
        title="Forecast",
        width=80,
        show=lambda goal, place: _number(_progress(goal, place).forecast),
        sort=lambda goal, place: _progress(goal, place).forecast,
        right=True,
        tone=_forecast_tone,
        hint="The value when it is due, at the pace of the last four weeks",
    ),
    Column(
        title="Target",
        width=76,
        field="target",
        kind=Kind.NUMBER,
        right=True,
        show=lambda goal, _: _number(goal.target),
    ),
    Column(title="Unit", width=84, field="unit"),
    Column(title="Due", width=100, field="due", kind=Kind.DAY),
    Column(title="Owner", width=124, field="owner", kind=Kind.PERSON),
    Column(title="Type", width=96, field="type", kind=Kind.CHOICE, choices=partial(_words, GoalType)),
    Column(title="Better", width=72, field="direction", kind=Kind.CHOICE, choices=partial(_words, GoalDirection)),
    Column(
        title="Baseline",
        width=80,
        field="baseline",
        kind=Kind.NUMBER,
        right=True,
        show=lambda goal, _: _number(goal.baseline),
    ),
    Column(title="Measured", width=84, show=_measured, sort=_measured_on, tone=lambda *_: "text2"),
    Column(title="Status", width=92, field="status", kind=Kind.CHOICE, choices=partial(_words, GoalStatus)),
    Column(title="What is counted", width=320, field="metric"),
    Column(title="Source", width=160, field="source"),
)

VALUE_COLUMNS: tuple[Column[Measurement], ...] = (
    Column(title="Day", width=96, field="day", kind=Kind.DAY),
    Column(
        title="Value", width=88, field="value", kind=Kind.NUMBER, right=True, show=lambda row, _: f"{row.value:,.10g}"
    ),
    Column(title="Note", width=120, field="note"),
)

CHECKPOINT_COLUMNS: tuple[Column[CheckpointRow], ...] = (
    Column(
        title="Day",
        width=150,
        field="at",
        kind=Kind.WHEN,
        show=_when_text,
        sort=lambda row, place: calendar_of(place.document).offset_of(row.at),
    ),
    Column(
        title="Expected",
        width=100,
        field="expected",
        kind=Kind.NUMBER,
        right=True,
        show=lambda row, _: "" if row.expected is None else f"{row.expected:,.10g}",
    ),
)
