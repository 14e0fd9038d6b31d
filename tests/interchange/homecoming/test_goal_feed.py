"""When accounts that come home ask to be counted toward a goal."""

from datetime import date

import pytest

from launchpad.domain.document import Document
from launchpad.domain.ids import AccountId, GoalId, MeasurementId
from launchpad.domain.register import Goal, Measurement
from launchpad.domain.sales import Account
from launchpad.interchange.homecoming.goal_feed import goals_to_confirm
from launchpad.interchange.homecoming.proposals import Kind, Proposal
from launchpad.interchange.homecoming.values import Value
from tests.builders import a_plan

DAY, LATER = date(2026, 10, 1), date(2026, 10, 8)
RADIO = Account(id=AccountId("radio"), name="Radio North", stage="demo", value=12_000, order="a")
PIPELINE = Goal(id=GoalId("pipeline"), key="pipeline", name="Team pipeline", order="a")
OTHER = Goal(id=GoalId("other"), key="sellers", name="Certified sellers", order="b")


def measured(goal: Goal, day: date, value: float) -> Measurement:
    return Measurement(id=MeasurementId(f"{goal.id}:{day}"), goal=goal.id, day=day, value=value)


def said(field: str, theirs: Value, kind: Kind = Kind.TAKE, table: str = "accounts") -> Proposal:
    return Proposal(kind=kind, row=RADIO.id, key="", title=RADIO.name, field=field, theirs=theirs, table=table)


def asked(plan: Document, *proposals: Proposal) -> list[tuple[Value, Value]]:
    return [(each.mine, each.theirs) for each in goals_to_confirm(proposals, plan)]


def test_the_goal_is_asked_about_with_its_own_latest_value():
    plan = a_plan(
        PIPELINE,
        OTHER,
        RADIO,
        measured(PIPELINE, DAY, 10_000),
        measured(PIPELINE, LATER, 11_000),
        measured(OTHER, LATER, 3),
    )

    assert asked(plan, said("value", 15_000.0)) == [(11_000, 15_000)]
    assert asked(plan, said("stage", "lost")) == [(11_000, 0)]


def test_a_goal_that_holds_the_value_already_is_not_asked_about():
    plan = a_plan(PIPELINE, RADIO, measured(PIPELINE, DAY, 15_000))

    assert asked(plan, said("value", 15_000.0)) == []


@pytest.mark.parametrize(
    "proposal",
    [
        said("value", 15_000.0, kind=Kind.KEEP),
        said("value", 15_000.0, kind=Kind.NOT_YOURS),
        said("value", 15_000.0, table="tasks"),
        said("next_step", "Call"),
    ],
)
def test_what_moves_no_account_s_value_asks_nothing(proposal: Proposal):
    assert asked(a_plan(PIPELINE, RADIO), proposal) == []
