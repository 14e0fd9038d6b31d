"""Reads the gates of a launch file with their criteria, the answers at open gates, and the decisions."""

from collections.abc import Iterator

from launchpad.domain import ids as new
from launchpad.domain import order
from launchpad.domain.enums import Answer, CriterionStatus, GateStatus
from launchpad.domain.gate import Criterion, Decision, Gate, SignOff
from launchpad.domain.row import Row
from launchpad.domain.values import LONGEST
from launchpad.templates.fields import Fields
from launchpad.templates.sample.ids import GATE, Ids

_CRITERION = ("id", "text", "proven_by", "status")
_SIGNOFF = ("gate", "track", "person", "decision", "comment", "at")
_DECISION = frozenset("id date title decided_by context options choice rationale reversible gate".split())


def gate_rows(fields: Fields, ids: Ids) -> Iterator[Row]:
    """Yield the gates, their criteria, and the sign-offs asked for at the next one."""
    places = order.spread(len(ids.criteria))
    for each, place in fields.ordered("gates", GATE):
        yield _gate(each, ids, place)
        for inner in each.each("criteria", _CRITERION):
            yield _criterion(inner, ids, ids.gates[each.key("key")], next(places))
    for each in fields.each("signoffs", _SIGNOFF):
        yield signoff_row(each, ids, each.required_reference("gate", ids.gates, "gate"))


def _gate(fields: Fields, ids: Ids, place: str) -> Gate:
    return fields.built(
        Gate,
        id=ids.gates[fields.key("key")],
        key=fields.key("key"),
        name=fields.required_text("name"),
        when=fields.required_integer("offset", -LONGEST, LONGEST),
        decider=ids.person(fields, "decider"),
        question=fields.text("question"),
        required_signoffs=fields.references("required_signoffs", ids.tracks, "track"),
        status=fields.word("status", GateStatus) or GateStatus.UPCOMING,
        decision=fields.reference("decision", ids.decisions, "decision"),
        order=place,
    )


def _criterion(fields: Fields, ids: Ids, gate: new.GateId, place: str) -> Criterion:
    return fields.built(
        Criterion,
        id=ids.criteria[fields.key("id")],
        key=fields.key("id"),
        gate=gate,
        text=fields.required_text("text"),
        proven_by=fields.references("proven_by", ids.tasks, "task"),
        status=fields.word("status", CriterionStatus) or CriterionStatus.OPEN,
        order=place,
    )


def signoff_row(fields: Fields, ids: Ids, gate: new.GateId) -> SignOff:
    """Read a track lead's answer at a gate."""
    return SignOff(
        id=new.SignOffId(new.new_id()),
        gate=gate,
        track=fields.required_reference("track", ids.tracks, "track"),
        person=ids.person(fields, "person"),
        answer=fields.word("decision", Answer) or Answer.MISSING,
        comment=fields.text("comment"),
        at=fields.text("at"),
    )


def decision_rows(fields: Fields, ids: Ids) -> Iterator[Row]:
    """Yield the decisions."""
    for each, place in fields.ordered("decisions", _DECISION):
        yield each.built(
            Decision,
            id=ids.decisions[each.key("id")],
            key=each.key("id"),
            title=each.required_text("title"),
            day=each.day("date"),
            decided_by=ids.person(each, "decided_by"),
            context=each.text("context"),
            options=each.texts("options"),
            choice=each.text("choice"),
            rationale=each.text("rationale"),
            reversible=each.boolean("reversible", True),
            gate=each.reference("gate", ids.gates, "gate"),
            order=place,
        )
