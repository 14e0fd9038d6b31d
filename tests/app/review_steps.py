"""A review held step by step on a small plan, for tests of what comes of it."""

from datetime import date, datetime
from pathlib import Path

from launchpad.app.commands.reviews import planning, promises, room, signoffs, verdict
from launchpad.app.review_room import seal_review
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.enums import Answer, CriterionStatus, Outcome, Presence
from launchpad.domain.gate import Review
from launchpad.journal.seal_check import seal_states
from tests.builders import a_criterion, a_gate, a_person, a_plan, a_task, a_track

TODAY = date(2026, 11, 2)
AT = datetime(2026, 11, 2, 9, 0)
LATER = datetime(2026, 11, 2, 9, 20, 30)


def small_plan() -> Document:
    """One gate three days before launch day, decided by Mara; Gil leads the only track."""
    return a_plan(
        a_person("mara"),
        a_person("gil"),
        a_track("sales", lead="gil", core=True),
        a_gate("G1", -3, decider="mara", signoffs=["sales"]),
        a_gate("G2", -1, decider="mara"),
        a_task("pitch", track="sales", gate="G1", owner="gil", private_note="Gil may leave"),
        a_criterion("G1", "G1.1", "pitch"),
    )


def make(path: Path) -> Path:
    """A file with the small plan."""
    Session.create(path, small_plan(), "New launch").close()
    return path


def only_review(session: Session) -> Review:
    """The one review of the plan, or the latest."""
    return session.document.rows(Review)[-1]


def begin(session: Session, gate: str = "gate:G1") -> str:
    """Plan a review and begin it; return its id."""
    session.run(planning.plan_review, "Go or not", TODAY, gate=gate)
    review = only_review(session).id
    session.mark(room.begin, review, session.last_number, AT, TODAY)
    return review


def discuss(session: Session, review: str) -> None:
    """Everybody is there, answers, and promises something."""
    session.run(room.attend, review, "person:mara", Presence.PRESENT)
    session.run(room.attend, review, "person:gil", Presence.PRESENT)
    session.mark(room.go_to, review, "track:sales", LATER)
    session.run(room.find, review, "criterion:G1.1", CriterionStatus.NOT_MET, "Half of it is there")
    session.run(signoffs.sign, review, "track:sales", Answer.APPROVE, "Nearly ready", "person:gil", LATER)
    session.run(promises.add_condition, review, "Finish the pitch", "person:gil", date(2026, 11, 4), "No pitch")
    session.run(promises.add_action, review, "Book a room", "person:gil", date(2026, 11, 3))
    session.run(room.park, review, "A second wave")
    session.run(room.dissent, review, "person:gil", "I would wait.")


def decide(session: Session, review: str, outcome: Outcome = Outcome.CONDITIONAL) -> None:
    """Decide otherwise than the model, and say why."""
    session.run(verdict.decide, review, outcome, "The pitch is nearly there.", TODAY)


def hold(session: Session) -> str:
    """Hold a whole review up to its seal; return its id."""
    review = begin(session)
    discuss(session, review)
    decide(session, review)
    seal_review(session, review, "person:mara", LATER, TODAY)
    return review


def states(session: Session) -> list[str]:
    """How the seals of the plan are, in words."""
    return [state.state.value for state in seal_states(session.document)]
