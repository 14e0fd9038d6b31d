"""A plan on the eve of a gate: two tracks that sign, a criterion, a risk, and something promised last time."""

from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import GateStatus, ReviewKind, ReviewStatus, TaskStatus
from launchpad.domain.gate import Condition, Review
from launchpad.domain.ids import ConditionId, ReviewId, RiskId
from launchpad.domain.register import Risk
from launchpad.domain.values import Evidence, Snapshot, TrackScore
from tests.builders import a_criterion, a_gate, a_launch, a_person, a_plan, a_task, a_track

TODAY = date(2026, 10, 12)
PROOF = (Evidence("Brief", "https://example.org/brief"),)


def a_plan_to_review() -> Document:
    """Gate G2 asks marketing and sales; the press kit is late and nobody has trained the sellers."""
    return a_plan(
        a_launch(as_of=TODAY, lead="person:mara"),
        a_person("mara", name="Mara Lind"),
        a_person("otis", name="Otis Reed"),
        a_person("june", name="June Park"),
        a_track("marketing", lead="mara", core=True),
        a_track("sales", lead="otis", deputy="june"),
        a_gate("G1", -40, decider="mara", status=GateStatus.PASSED),
        a_gate("G2", -20, decider="mara", signoffs=("marketing", "sales"), status=GateStatus.NEXT),
        a_task("brief", track="marketing", owner="mara", gate="G1", status=TaskStatus.DONE, evidence=PROOF),
        a_task(
            "kit", track="marketing", owner="june", gate="G2", duration=3, progress=40, status=TaskStatus.IN_PROGRESS
        ),
        a_task("train", track="sales", owner="otis", gate="G2", duration=2),
        a_task("deck", track="sales", gate="G2", duration=2),
        a_criterion("G2", "trained", "train"),
        a_criterion("G2", "briefed", "brief"),
        Risk(id=RiskId("risk:1"), key="R-01", title="Prices slip", probability=4, impact=4, order="a"),
        _last_time(),
        Condition(
            id=ConditionId("condition:1"),
            key="R-01-C1",
            text="Name a deputy for sales",
            review=ReviewId("review:1"),
            owner=a_person("otis").id,
            due=date(2026, 10, 9),
            fallback="Mara covers",
        ),
    )


def _last_time() -> Review:
    return Review(
        id=ReviewId("review:1"),
        key="R-01",
        title="Plan locked",
        gate=a_gate("G1").id,
        kind=ReviewKind.GATE,
        status=ReviewStatus.RECORDED,
        started="2026-09-14T09:00",
        ended="2026-09-14T09:50",
        verdict="conditional",
        recommended="conditional",
        rationale="Sales still needs a deputy.",
        snapshot=Snapshot(20.0, 40.0, 30.0, 25.0, 1.0, (TrackScore("marketing", 50.0), TrackScore("sales", 10.0))),
    )
