"""A small plan with something of everything that can be edited."""

from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.gate import Action, Condition
from launchpad.domain.ids import ActionId, ConditionId, GoalId, IssueId, MeasurementId, RiskId
from launchpad.domain.register import Goal, Issue, Measurement, Risk
from launchpad.domain.values import Checkpoint, Evidence
from tests.builders import a_gate, a_holiday, a_launch, a_person, a_plan, a_task, a_track, link

TODAY = date(2026, 10, 12)  # a Monday, four weeks and a day before launch day
PROOF = (Evidence("Brief", "https://example.org/brief"),)


def a_full_plan() -> Document:
    """Two tracks, three people, a gate, seven tasks, two links, a risk, an issue, a goal with a value, a holiday,
    a condition and an action."""
    return a_plan(
        a_launch(as_of=TODAY, product="Loom"),
        a_holiday(date(2026, 10, 26), "Autumn day"),
        a_person("mara", (date(2026, 10, 19), date(2026, 10, 20)), name="Mara Lind"),
        a_person("otis", name="Otis Reed"),
        a_person("june", name="June Park"),
        a_track("marketing", lead="mara"),
        a_track("sales", lead="otis"),
        a_gate("G1", -12, decider="mara"),
        a_task("brief", track="marketing", owner="mara", gate="G1", status=TaskStatus.DONE, evidence=PROOF),
        a_task("page", track="marketing", owner="otis", gate="G1", duration=5, approver="mara"),
        a_task("video", track="marketing", duration=3, anchor="SNET:T-30"),
        a_task(
            "print",
            track="marketing",
            status=TaskStatus.BLOCKED,
            blocked_reason="No paper",
            unblocked_by="june",
            unblock_by=date(2026, 10, 16),
        ),
        a_task("fair", track="sales", status=TaskStatus.NOT_APPLICABLE, na_reason="No fair", na_approved_by="otis"),
        a_task("deck", track="sales", owner="june", anchor="SNET:T-18", progress=40, status=TaskStatus.IN_PROGRESS),
        a_task("train", track="sales", owner="otis", anchor="SNET:T-10"),
        link("deck", "train"),
        link("brief", "page"),
        Risk(id=RiskId("risk:1"), key="R-01", title="Prices slip", owner=None, probability=4, impact=4, order="a"),
        Issue(id=IssueId("issue:1"), key="I-01", title="Studio flooded", order="a"),
        Goal(
            id=GoalId("goal:1"),
            key="K-01",
            name="Sign-ups",
            target=900.0,
            due=date(2026, 12, 1),
            checkpoints=(Checkpoint(-5, 100.0),),
            order="a",
        ),
        Condition(id=ConditionId("condition:1"), key="R1-C1", text="Name a deputy", owner=None, order="a"),
        Action(id=ActionId("action:1"), key="R1-A1", text="Book the hall", owner=None, order="a"),
        Measurement(id=MeasurementId("value:1"), goal=GoalId("goal:1"), day=date(2026, 10, 5), value=40.0),
    )
