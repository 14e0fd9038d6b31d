"""Version 1: a table for each kind of row, the journal, and the document's facts."""

from typing import Any, NamedTuple

from alembic.operations import Operations
from sqlalchemy import REAL, Column, Double, Integer, Text
from sqlalchemy.types import TypeEngine


class Columns(NamedTuple):
    """Columns side by side that hold the same type."""

    names: tuple[str, ...]
    type: TypeEngine[Any]
    nullable: bool = False


def _text(*names: str) -> Columns:
    return Columns(names, Text())


def _maybe_text(*names: str) -> Columns:
    return Columns(names, Text(), nullable=True)


def _whole(*names: str) -> Columns:
    return Columns(names, Integer())


def _maybe_whole(*names: str) -> Columns:
    return Columns(names, Integer(), nullable=True)


def _number(*names: str) -> Columns:
    return Columns(names, Double().with_variant(REAL(), "sqlite"))


def _maybe_number(*names: str) -> Columns:
    return _number(*names)._replace(nullable=True)


ROWS = {
    "launch": [
        _text("name", "launch_date", "product", "product_line", "company", "launch_type"),
        _whole("tier"),
        _text("status", "phase", "launch_time", "timezone"),
        _maybe_text("lead", "sponsor"),
        _text("summary", "why_now", "one_sentence", "template"),
        _maybe_whole("template_version"),
        _maybe_text("start", "as_of"),
        _text("thresholds", "weights", "answers", "review_cadence"),
        _maybe_text("budget", "embargo"),
        _whole("critical_slack", "seed"),
    ],
    "calendar": [
        _text("workdays", "holiday_region", "extra_workdays"),
    ],
    "holidays": [
        _text("day", "name", "region"),
    ],
    "people": [
        _text("key", "name", "role", "email", "status"),
        _maybe_text("deputy"),
        _text("days_off"),
        _number("capacity"),
        _text("order"),
    ],
    "tracks": [
        _text("key", "name"),
        _maybe_text("lead", "deputy"),
        _number("weight"),
        _whole("core", "strict_signoff"),
        _text("order"),
    ],
    "gates": [
        _text("key", "name", "when"),
        _maybe_text("decider"),
        _text("question", "required_signoffs", "status"),
        _maybe_text("decision"),
        _text("order"),
    ],
    "tasks": [
        _text("key", "title", "track"),
        _maybe_text("owner", "approver"),
        _text("criticality"),
        _maybe_number("weight"),
        _maybe_text("gate"),
        _whole("duration"),
        _maybe_text("anchor", "deadline"),
        _maybe_whole("optimistic", "pessimistic"),
        _text("status"),
        _maybe_whole("progress"),
        _maybe_text(
            "updated",
            "actual_start",
            "actual_finish",
            "expected_finish",
            "baseline_start",
            "baseline_finish",
            "review_since",
            "blocked_since",
        ),
        _text("blocked_reason"),
        _maybe_text("unblocked_by", "unblock_by"),
        _text("evidence"),
        _maybe_text("evidence_kind", "approved_by", "approved_on"),
        _text("na_reason"),
        _maybe_text("na_approved_by", "waived_by"),
        _text("deliverable", "acceptance", "help", "applies_if", "note", "private_note", "order"),
    ],
    "dependencies": [
        _text("predecessor", "successor", "type"),
        _whole("lag", "elapsed"),
    ],
    "criteria": [
        _text("key", "gate", "text", "proven_by", "status", "order"),
    ],
    "goals": [
        _text("key", "name", "metric", "unit", "direction", "type", "status"),
        _maybe_text("owner"),
        _maybe_number("baseline", "target"),
        _maybe_text("due"),
        _maybe_number("of"),
        _text("source", "checkpoints", "hint", "order"),
    ],
    "measurements": [
        _text("goal", "day"),
        _number("value"),
        _text("note"),
    ],
    "risks": [
        _text("key", "title"),
        _maybe_text("track"),
        _whole("probability", "impact"),
        _maybe_whole("first_score", "residual"),
        _maybe_text("owner", "response"),
        _text("plan", "trigger"),
        _maybe_text("opened", "review", "closed"),
        _text("status", "closing_note", "linked", "order"),
    ],
    "issues": [
        _text("key", "title"),
        _maybe_text("track"),
        _whole("severity"),
        _maybe_text("owner", "opened", "closed"),
        _text("status", "action"),
        _maybe_text("due", "risk"),
        _text("order"),
    ],
    "decisions": [
        _text("key", "title"),
        _maybe_text("day", "decided_by"),
        _text("context", "options", "choice", "rationale"),
        _whole("reversible"),
        _maybe_text("gate", "supersedes"),
        _text("status", "order"),
    ],
    "reviews": [
        _text("key", "title"),
        _maybe_text("gate"),
        _text("kind", "mode", "status"),
        _maybe_text("planned"),
        _text("started", "ended"),
        _maybe_text("facilitator", "scribe", "decider"),
        _text("attendees"),
        _maybe_whole("quorum_met"),
        _text("quorum_note"),
        _maybe_text("snapshot"),
        _text("criteria", "signoffs", "verdict", "recommended", "rationale", "dissent", "parking_lot"),
        _maybe_text("signed_by"),
        _text("signed_at"),
        _maybe_text("next_review"),
        _maybe_whole("edit"),
        _text("plan", "agenda", "part", "part_since"),
        _whole("hide_answers"),
        _text("private_note", "risk_notes"),
        _maybe_text("hold_until", "back_to", "closing"),
        _text("room_changes", "agreed", "names"),
        _maybe_text("decision", "point", "seal"),
        _text("order"),
    ],
    "signoffs": [
        _text("gate", "track"),
        _maybe_text("person"),
        _text("answer", "comment", "at"),
    ],
    "conditions": [
        _text("key", "text"),
        _maybe_text("review", "owner", "due"),
        _text("fallback", "status"),
        _maybe_text("closed_on"),
        _text("order"),
    ],
    "actions": [
        _text("key", "text"),
        _maybe_text("review", "owner", "due"),
        _text("status"),
        _maybe_text("done_on", "task"),
        _text("order"),
    ],
    "baselines": [
        _text("name", "taken_on", "launch_date", "dates"),
        _whole("active"),
    ],
    "readiness_points": [
        _text("day"),
        _maybe_number("readiness", "work", "expected"),
        _text("source"),
    ],
    "audiences": [
        _text("key", "name"),
        _maybe_whole("size"),
        _text("message", "channel", "order"),
    ],
    "regions": [
        _text("key", "name"),
        _whole("wave"),
        _maybe_text("launch_date"),
        _text("order"),
    ],
    "blackouts": [
        _text("key", "name", "first", "last", "kind", "scope", "regions", "reason"),
        _maybe_text("decision"),
        _text("order"),
    ],
    "rival_events": [
        _text("key", "rival", "event", "first", "last", "confidence", "source", "impact", "response"),
        _maybe_text("owner", "decision"),
        _text("order"),
    ],
    "assets": [
        _text("key", "name", "type", "audience"),
        _maybe_text("owner"),
        _text("status", "version"),
        _maybe_text("task", "updated", "expires"),
        _text("languages"),
        _whole("embargo"),
        _text("link", "order"),
    ],
    "region_feedback": [
        _text("region"),
        _maybe_text("by", "returned", "ready_to_sell"),
        _maybe_whole("confidence"),
        _text("missing"),
        _maybe_whole("accounts"),
        _maybe_number("pipeline"),
        _text("question"),
        _whole("merged", "conflicts"),
        _text("conflict_note", "order"),
    ],
    "accounts": [
        _text("name", "region", "stage"),
        _maybe_number("value"),
        _text("next_step"),
        _maybe_text("updated"),
        _text("order"),
    ],
    "certifications": [
        _text("name"),
        _maybe_text("person", "done_on", "result"),
        _text("order"),
    ],
    "requests": [
        _text("text", "kind", "region"),
        _maybe_text("heard"),
        _text("answer", "order"),
    ],
    "comments": [
        _text("day"),
        _maybe_text("who"),
        _text("text"),
        _maybe_text("task"),
    ],
    "addenda": [
        _text("review", "day"),
        _maybe_text("by"),
        _text("text"),
        _maybe_text("seal"),
    ],
    "retrospective": [
        _text("day", "kind", "text"),
        _maybe_text("who", "task"),
        _text("order"),
    ],
    "portfolio": [
        _text("key", "name", "product_line"),
        _whole("tier"),
        _text("launch_type", "launch_date", "status"),
        _maybe_number("readiness"),
        _maybe_text("lead"),
        _text("shares", "lessons", "order"),
    ],
}
"""Table of a kind of row → its columns after `id`. Dates, words and JSON are text; yes and no are 1 and 0."""

JOURNAL = [
    _text("moment", "who", "source", "label"),
    _maybe_whole("undoes"),
    _whole("permanent"),
    _text("changes"),
]

FACTS = [_text("journal", "created", "app_version"), _whole("rev"), _text("stamp")]


def upgrade(op: Operations) -> None:
    """Make the tables of version 1 in an empty document."""
    for name, groups in ROWS.items():
        _create(op, name, Column("id", Text, primary_key=True), groups)
    _create(op, "journal", Column("number", Integer, primary_key=True), JOURNAL)
    _create(op, "facts", Column("plan", Text, primary_key=True), FACTS)


def _create(op: Operations, name: str, key: Column[Any], groups: list[Columns]) -> None:
    columns = [Column(each, group.type, nullable=group.nullable) for group in groups for each in group.names]
    op.create_table(name, key, *columns, sqlite_strict=True)
