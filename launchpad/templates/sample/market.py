"""Reads what surrounds the launch: blackouts, rivals, assets, answers from sales, remarks and other launches."""

from collections.abc import Iterator

from launchpad.domain import ids as new
from launchpad.domain.enums import (
    AssetAudience,
    AssetStatus,
    BlackoutKind,
    LaunchStatus,
    LaunchType,
    Readiness,
    RivalConfidence,
)
from launchpad.domain.launch import PortfolioEntry
from launchpad.domain.register import Asset, Blackout, RegionFeedback, RivalEvent
from launchpad.domain.row import Row
from launchpad.domain.task import Comment
from launchpad.templates.fields import Fields
from launchpad.templates.sample.ids import Ids

_BLACKOUT = ("id", "name", "start", "end", "kind", "scope", "regions", "reason", "decision")
_RIVAL = frozenset("id competitor event date end confidence source impact response owner decision".split())
_ASSET = frozenset("id name type audience owner status version task updated expires languages embargo link".split())
_FEEDBACK = frozenset(
    "region by returned ready_to_sell confidence missing accounts pipeline question merged conflicts"
    " conflict_note".split()
)
_OTHER = frozenset(
    "id name product_line tier launch_type launch_date status readiness launch_lead shares lessons".split()
)
_MANY = 1_000_000


def market_rows(fields: Fields, ids: Ids) -> Iterator[Row]:
    """Yield blackouts, rivals' events, assets, feedback by region, comments and the rest of the portfolio."""
    for each, place in fields.ordered("blackouts", _BLACKOUT):
        yield _blackout(each, ids, place)
    for each, place in fields.ordered("competitor_events", _RIVAL):
        yield _rival(each, ids, place)
    for each, place in fields.ordered("assets", _ASSET):
        yield _asset(each, ids, place)
    for each, place in fields.ordered("sales_feedback", _FEEDBACK):
        yield _feedback(each, ids, place)
    for each in fields.each("activity", ("date", "who", "text")):
        yield _comment(each, ids)
    for each, place in fields.ordered("portfolio", _OTHER):
        yield _other(each, ids, place)


def _blackout(fields: Fields, ids: Ids, place: str) -> Blackout:
    return fields.built(
        Blackout,
        id=new.BlackoutId(new.new_id()),
        key=fields.key("id"),
        name=fields.required_text("name"),
        first=fields.required_day("start"),
        last=fields.required_day("end"),
        kind=fields.word("kind", BlackoutKind) or BlackoutKind.SOFT,
        scope=fields.texts("scope"),
        regions=fields.texts("regions"),
        reason=fields.text("reason"),
        decision=fields.reference("decision", ids.decisions, "decision"),
        order=place,
    )


def _rival(fields: Fields, ids: Ids, place: str) -> RivalEvent:
    first = fields.required_day("date")
    return fields.built(
        RivalEvent,
        id=new.RivalEventId(new.new_id()),
        key=fields.key("id"),
        rival=fields.required_text("competitor"),
        event=fields.required_text("event"),
        first=first,
        last=fields.day("end") or first,
        confidence=fields.word("confidence", RivalConfidence) or RivalConfidence.RUMOUR,
        source=fields.text("source"),
        impact=fields.text("impact"),
        response=fields.text("response"),
        owner=ids.person(fields, "owner"),
        decision=fields.reference("decision", ids.decisions, "decision"),
        order=place,
    )


def _asset(fields: Fields, ids: Ids, place: str) -> Asset:
    return fields.built(
        Asset,
        id=new.AssetId(new.new_id()),
        key=fields.key("id"),
        name=fields.required_text("name"),
        type=fields.text("type"),
        audience=fields.word("audience", AssetAudience) or AssetAudience.INTERNAL,
        owner=ids.person(fields, "owner"),
        status=fields.word("status", AssetStatus) or AssetStatus.PLANNED,
        version=fields.text("version"),
        task=fields.reference("task", ids.tasks, "task"),
        updated=fields.day("updated"),
        expires=fields.day("expires"),
        languages=fields.texts("languages"),
        embargo=fields.boolean("embargo", False),
        link=fields.text("link"),
        order=place,
    )


def _feedback(fields: Fields, ids: Ids, place: str) -> RegionFeedback:
    return fields.built(
        RegionFeedback,
        id=new.RegionFeedbackId(new.new_id()),
        region=fields.required_text("region"),
        by=ids.person(fields, "by"),
        returned=fields.day("returned"),
        ready_to_sell=fields.word("ready_to_sell", Readiness),
        confidence=fields.integer("confidence", 1, 5),
        missing=fields.text("missing"),
        accounts=fields.integer("accounts", 0, _MANY),
        pipeline=fields.number("pipeline"),
        question=fields.text("question"),
        merged=fields.boolean("merged", False),
        conflicts=fields.integer("conflicts", 0, _MANY, default=0),
        conflict_note=fields.text("conflict_note"),
        order=place,
    )


def _comment(fields: Fields, ids: Ids) -> Comment:
    return fields.built(
        Comment,
        id=new.CommentId(new.new_id()),
        day=fields.required_day("date"),
        who=ids.person(fields, "who"),
        text=fields.required_text("text"),
    )


def _other(fields: Fields, ids: Ids, place: str) -> PortfolioEntry:
    return fields.built(
        PortfolioEntry,
        id=new.PortfolioEntryId(new.new_id()),
        key=fields.key("id"),
        name=fields.required_text("name"),
        product_line=fields.text("product_line"),
        tier=fields.required_integer("tier", 1, 3),
        launch_type=fields.word("launch_type", LaunchType) or LaunchType.PRODUCT,
        launch_date=fields.required_day("launch_date"),
        status=fields.word("status", LaunchStatus) or LaunchStatus.PLANNED,
        readiness=fields.number("readiness"),
        lead=ids.person(fields, "launch_lead"),
        shares=fields.references("shares", ids.people, "person"),
        lessons=fields.texts("lessons"),
        order=place,
    )
