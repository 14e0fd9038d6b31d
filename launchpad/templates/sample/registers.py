"""Reads the goals with their measurements, the risks and the issues of a launch file."""

from collections.abc import Iterator

from launchpad.domain import ids as new
from launchpad.domain.enums import GoalDirection, GoalType, IssueStatus, RiskResponse, RiskStatus
from launchpad.domain.register import Goal, Issue, Measurement, Risk
from launchpad.domain.row import Row
from launchpad.domain.values import Checkpoint
from launchpad.templates.fields import Fields
from launchpad.templates.sample.ids import Ids

_GOAL = frozenset("key name metric unit direction type owner baseline target due of source checkpoints actuals".split())
_RISK = frozenset(
    "id title track probability impact first_score residual owner response plan trigger opened closed review status"
    " closing_note linked".split()
)
_ISSUE = frozenset("id title track severity owner opened closed status action due".split())


def register_rows(fields: Fields, ids: Ids) -> Iterator[Row]:
    """Yield goals and their measurements, risks, issues."""
    for each, place in fields.ordered("goals", _GOAL):
        yield from _goal(each, ids, place)
    for each, place in fields.ordered("risks", _RISK):
        yield _risk(each, ids, place)
    for each, place in fields.ordered("issues", _ISSUE):
        yield _issue(each, ids, place)


def _goal(fields: Fields, ids: Ids, place: str) -> Iterator[Row]:
    goal = new.GoalId(new.new_id())
    yield fields.built(
        Goal,
        id=goal,
        key=fields.key("key"),
        name=fields.required_text("name"),
        metric=fields.text("metric"),
        unit=fields.text("unit"),
        direction=fields.word("direction", GoalDirection) or GoalDirection.UP,
        type=fields.word("type", GoalType) or GoalType.LEADING,
        owner=ids.person(fields, "owner"),
        baseline=fields.number("baseline"),
        target=fields.number("target"),
        due=fields.day("due"),
        of=fields.number("of"),
        source=fields.text("source"),
        checkpoints=tuple(
            Checkpoint(each.required_day("date"), each.number("expected"))
            for each in fields.each("checkpoints", ("date", "expected"))
        ),
        order=place,
    )
    for each in fields.each("actuals", ("date", "value", "note")):
        yield Measurement(
            id=new.MeasurementId(new.new_id()),
            goal=goal,
            day=each.required_day("date"),
            value=each.required_number("value"),
            note=each.text("note"),
        )


def _risk(fields: Fields, ids: Ids, place: str) -> Risk:
    return fields.built(
        Risk,
        id=new.RiskId(new.new_id()),
        key=fields.key("id"),
        title=fields.required_text("title"),
        track=fields.reference("track", ids.tracks, "track"),
        probability=fields.required_integer("probability", 1, 5),
        impact=fields.required_integer("impact", 1, 5),
        first_score=fields.integer("first_score", 1, 25),
        residual=fields.integer("residual", 1, 25),
        owner=ids.person(fields, "owner"),
        response=fields.word("response", RiskResponse),
        plan=fields.text("plan"),
        trigger=fields.text("trigger"),
        opened=fields.day("opened"),
        review=fields.day("review"),
        closed=fields.day("closed"),
        status=fields.word("status", RiskStatus) or RiskStatus.OPEN,
        closing_note=fields.text("closing_note"),
        linked=fields.references("linked", ids.tasks, "task"),
        order=place,
    )


def _issue(fields: Fields, ids: Ids, place: str) -> Issue:
    return fields.built(
        Issue,
        id=new.IssueId(new.new_id()),
        key=fields.key("id"),
        title=fields.required_text("title"),
        track=fields.reference("track", ids.tracks, "track"),
        severity=fields.required_integer("severity", 1, 3),
        owner=ids.person(fields, "owner"),
        opened=fields.day("opened"),
        closed=fields.day("closed"),
        status=fields.word("status", IssueStatus) or IssueStatus.OPEN,
        action=fields.text("action"),
        due=fields.day("due"),
        order=place,
    )
