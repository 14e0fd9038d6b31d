"""A whole review on one file: from plan to seal, in several sittings."""

from datetime import date, datetime
from pathlib import Path

import pytest

from launchpad.app.commands.reviews import planning, promises, room, signoffs, verdict
from launchpad.app.review_room import seal_review
from launchpad.app.session import Session
from launchpad.domain.enums import Answer, GateStatus, Outcome, Presence, ReviewStatus
from launchpad.domain.gate import Review
from launchpad.journal.seal_check import seal_states
from launchpad.storage.check import problems
from tests.builders import a_criterion, a_gate, a_person, a_plan, a_task, a_track

TODAY = date(2026, 11, 2)
AT = datetime(2026, 11, 2, 9, 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan with one gate, three days before launch day."""
    target = tmp_path / "loom.launch"
    plan = a_plan(
        a_person("mara"),
        a_person("gil"),
        a_track("sales", lead="gil"),
        a_gate("G1", -3, decider="mara", signoffs=["sales"]),
        a_task("pitch", track="sales", gate="G1", owner="gil"),
        a_criterion("G1", "G1.1", "pitch"),
    )
    Session.create(target, plan, "New launch").close()
    return target


def review_in(session: Session) -> Review:
    (review,) = session.document.rows(Review)
    return review


def hold_review(session: Session) -> str:
    session.run(planning.plan_review, "Go or not", TODAY, gate="gate:G1")
    review = review_in(session).id
    session.mark(room.begin, review, session.last_number, AT, TODAY)
    session.run(room.attend, review, "person:mara", Presence.PRESENT)
    session.run(room.attend, review, "person:gil", Presence.PRESENT)
    session.run(signoffs.sign, review, "track:sales", Answer.APPROVE, "Ready", "person:gil", AT)
    session.run(promises.add_condition, review, "Finish the pitch", "person:gil", date(2026, 11, 4), "No pitch")
    session.run(verdict.decide, review, Outcome.CONDITIONAL, "The pitch is nearly there.", TODAY)
    return review


def test_a_review_goes_from_plan_to_sealed_record(path):
    with Session.open(path) as session:
        review = hold_review(session)
        seal_review(session, review, "person:mara", AT, TODAY)

        record = review_in(session)
        assert record.status is ReviewStatus.RECORDED
        (gate,) = session.document.gates
        assert gate.status is GateStatus.PASSED_WITH_CONDITIONS
        assert [state.state for state in seal_states(session.document)] == ["sealed"]
    assert problems(path) == ()
