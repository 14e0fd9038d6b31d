"""Readiness as the plain values that scripts, workbooks and reviews read."""

from datetime import date
from typing import Any

from launchpad.domain.document import Document
from launchpad.engines.readiness import GateReadiness, gate_called, readiness
from launchpad.engines.readiness.gains import Gain
from launchpad.engines.readiness.scores import TrackReadiness
from launchpad.engines.readiness.shown import shown, shown_or_none


def score_json(document: Document, today: date, gate_key: str | None = None) -> dict[str, Any]:
    """The answer of `score --json`; raise PlanError for an unknown gate. Scores are 0–100, null without data."""
    gate = None if gate_key is None else gate_called(document, gate_key)
    answer = readiness(document, today, gate)
    return {
        "score": answer.score,
        "work": answer.work,
        "expected": answer.expected,
        "verdict": answer.verdict.value,
        "confidence": answer.confidence,
        "stops": [stop.text for stop in answer.stops],
        "conditions": [condition.text for condition in answer.conditions],
        "tracks": [_track(each) for each in answer.tracks],
        "gates": [_gate(each) for each in answer.gates],
        "gains": [_gain(each) for each in answer.gains],
    }


def _track(each: TrackReadiness) -> dict[str, Any]:
    return {
        "key": each.track.key,
        "name": each.track.name,
        "score": shown_or_none(each.score),
        "raw": shown_or_none(each.raw),
        "deduction": each.deduction,
        "expected": shown_or_none(each.expected),
        "done": each.done,
        "total": each.total,
        "overdue": each.overdue,
        "blocked": each.blocked,
    }


def _gate(each: GateReadiness) -> dict[str, Any]:
    return {
        "key": each.gate.key,
        "name": each.gate.name,
        "date": each.day.isoformat(),
        "verdict": each.verdict.value if each.verdict else None,
        "forecast": each.forecast.outlook.value if each.forecast else None,
    }


def _gain(each: Gain) -> dict[str, Any]:
    return {"key": each.task.key, "title": each.task.title, "gain": shown(each.points, 2)}
