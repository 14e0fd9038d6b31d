"""Work, reviews, seals, undo and redo in any order: records stay, and the journal leads to the plan."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from launchpad.app.commands.reviews import planning, promises, room, signoffs, verdict
from launchpad.app.commands.task_fields import set_fields
from launchpad.app.commands.task_status import set_status
from launchpad.app.review_room import add_addendum, seal_review
from launchpad.app.session import Session
from launchpad.domain.enums import Answer, Outcome, Presence, ReviewStatus, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Condition, Review
from launchpad.domain.review import Addendum
from launchpad.domain.row import Row
from launchpad.engines.review import current_review, recorded_reviews
from launchpad.journal.seal_check import seal_states
from launchpad.storage.check import broken_seals, problems
from tests.app.review_steps import LATER, TODAY, begin, make

Step = Callable[[Session, random.Random], object]
STEPS = 120


def work(session: Session, chance: random.Random) -> None:
    task = session.document.tasks[0].id
    if chance.random() < 0.5:
        session.run(set_status, [task], chance.choice([TaskStatus.DONE, TaskStatus.IN_PROGRESS]), TODAY)
    else:
        session.run(set_fields, [task], {"title": f"Pitch {chance.randrange(99)}"}, TODAY)


def start(session: Session, chance: random.Random) -> None:
    begin(session, chance.choice(["gate:G1", "gate:G2"]))


def speak(session: Session, chance: random.Random) -> None:
    review = _under_way(session)
    session.run(room.park, review, f"Topic {chance.randrange(99)}")
    session.run(room.attend, review, "person:gil", chance.choice([Presence.PRESENT, Presence.ABSENT]))
    session.run(signoffs.sign, review, "track:sales", chance.choice([Answer.APPROVE, Answer.REFUSE]), "", None, LATER)
    session.run(promises.add_condition, review, "Finish", "person:gil", TODAY + timedelta(3), "Without it")


def turn(session: Session, chance: random.Random) -> None:
    review = _under_way(session)
    session.mark(room.go_to, review, chance.choice(["risks", "next", "track:sales"]), LATER)


def seal(session: Session, chance: random.Random) -> None:
    review = _under_way(session)
    outcome = chance.choice([Outcome.GO, Outcome.CONDITIONAL, Outcome.NO_GO])
    session.run(verdict.decide, review, outcome, "Because", TODAY)
    seal_review(session, review, "person:mara", LATER, TODAY)


def correct(session: Session, chance: random.Random) -> None:
    review = chance.choice(recorded_reviews(session.document))
    add_addendum(session, review.id, None, f"Addendum {chance.randrange(99)}", TODAY)


def settle(session: Session, chance: random.Random) -> None:
    condition = chance.choice(session.document.rows(Condition))
    session.run(promises.extend_condition, condition.id, date(2026, 11, 9) + timedelta(chance.randrange(9)))


def call_off(session: Session, chance: random.Random) -> None:
    session.run(planning.cancel_review, _under_way(session))


def undo(session: Session, _: random.Random) -> None:
    """What is offered is done."""
    offered, last = session.next_undo, session.last_number
    with suppress(PlanError):
        session.undo()
    assert (session.last_number > last) is (offered is not None)


def redo(session: Session, _: random.Random) -> None:
    """What is offered is done."""
    offered, last = session.next_redo, session.last_number
    with suppress(PlanError):
        session.redo()
    assert (session.last_number > last) is (offered is not None)


def _under_way(session: Session) -> str:
    review = current_review(session.document)
    if review is None:
        raise PlanError("No review is under way.")
    return review.id


ALL: tuple[Step, ...] = (work, work, start, speak, speak, turn, seal, correct, settle, call_off, undo, undo, undo, redo)


def records(session: Session) -> dict[str, Row]:
    reviews = (row for row in session.document.rows(Review) if row.status is ReviewStatus.RECORDED)
    return {row.id: row for row in (*reviews, *session.document.rows(Addendum))}


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_a_record_stays_and_undo_goes_on_after_a_restart(tmp_path: Path, seed: int) -> None:
    path = make(tmp_path / "loom.launch")
    chance = random.Random(seed)
    kept: dict[str, Row] = {}
    session = Session.open(path)
    for _ in range(STEPS):
        with suppress(PlanError, IndexError):
            chance.choice(ALL)(session, chance)
        now = records(session)
        assert {row_id: now.get(row_id) for row_id in kept} == kept
        assert {state.state.value for state in seal_states(session.document)} <= {"sealed"}
        kept = now
        if chance.random() < 0.05:
            known = (session.next_undo, session.next_redo, session.document)
            session.close()
            session = Session.open(path)
            assert (session.next_undo, session.next_redo, session.document) == known
    session.close()

    assert kept
    assert problems(path) == ()
    assert broken_seals(path) == {}
