"""A recorded review stays as it was: no command changes it, and undo steps over it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from launchpad.app.commands.reviews import planning, promises, room, signoffs, verdict
from launchpad.app.commands.rows import change_row
from launchpad.app.commands.tasks import change_task, remove_task
from launchpad.app.review_room import add_addendum, seal_review
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Answer, GateStatus, Outcome, ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Action, Condition, Decision, ReadinessPoint, Review, SignOff
from launchpad.domain.review import Addendum
from launchpad.domain.task import Task
from launchpad.storage.check import broken_seals, problems
from launchpad.storage.copies import send_a_copy
from tests.app.review_steps import AT, LATER, TODAY, begin, decide, discuss, hold, make, only_review, states


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "loom.launch")


def ahead(session: Session) -> str | None:
    return session.next_undo


# --- what was recorded stays ---------------------------------------------------------------------------------------


def test_every_command_refuses_to_change_a_record(path):
    with Session.open(path) as session:
        review = hold(session)
        record, number = only_review(session), session.last_number
        (condition,), (action,) = session.document.rows(Condition), session.document.rows(Action)
        decision, point = session.document.rows(Decision)[0], session.document.rows(ReadinessPoint)[0]
        attempts: list[Callable[[Document], Edit]] = [
            lambda plan: planning.change_review(plan, review, {"title": "Other"}),
            lambda plan: planning.cancel_review(plan, review),
            lambda plan: planning.remove_review(plan, review),
            lambda plan: room.park(plan, review, "More"),
            lambda plan: signoffs.sign(plan, review, "track:sales", Answer.REFUSE, "", "person:gil", AT),
            lambda plan: promises.add_condition(plan, review, "More", None, None),
            lambda plan: promises.change_condition(plan, condition.id, {"text": "Less"}),
            lambda plan: promises.remove_condition(plan, condition.id),
            lambda plan: promises.remove_action(plan, action.id),
            lambda plan: change_row(plan, record, {"verdict": "go"}),
            lambda plan: change_row(plan, decision, {"choice": "Go"}),
            lambda plan: change_row(plan, point, {"readiness": 99.0}),
            lambda plan: change_row(plan, plan.rows(SignOff)[0], {"answer": Answer.REFUSE}),
            lambda plan: Edit("Forget", (Change(condition, None),)),
        ]

        for command in attempts:
            with pytest.raises(PlanError, match=r"record|held|agreed"):
                session.run(command)
        assert session.last_number == number
        assert only_review(session) is record


def test_what_was_promised_lives_on_after_the_seal(path):
    with Session.open(path) as session:
        hold(session)
        (condition,), (action,) = session.document.rows(Condition), session.document.rows(Action)
        session.run(promises.extend_condition, condition.id, date(2026, 11, 5))
        session.run(promises.close_condition, condition.id, date(2026, 11, 5))
        session.run(promises.action_to_task, action.id, "track:sales", TODAY)

        assert states(session) == ["sealed"]
        agreed = only_review(session).agreed[0]
        assert (agreed.text, agreed.due) == ("Finish the pitch", date(2026, 11, 4))
    assert broken_seals(path) == {}


def test_a_correction_is_an_addendum_with_a_seal_of_its_own(path):
    with Session.open(path) as session:
        review = hold(session)
        record = only_review(session)
        add_addendum(session, review, "person:gil", "The room was booked before.", date(2026, 11, 3))
        (addendum,) = session.document.rows(Addendum)

        assert only_review(session) is record
        assert addendum.seal is not None
        assert record.seal is not None
        assert addendum.seal.previous == record.seal.digest
        assert states(session) == ["sealed", "sealed"]
        with pytest.raises(PlanError, match="addendum stays"):
            session.run(change_row, addendum, {"text": "Other"})
    assert broken_seals(path) == {}


# --- undo ----------------------------------------------------------------------------------------------------------


def test_undo_steps_over_the_record_and_what_it_stands_on(path):
    with Session.open(path) as session:
        session.run(change_task, session.document.task("pitch"), {"title": "Pitch deck"}, TODAY)
        hold(session)

        assert ahead(session) == "Set title of Do pitch"
        session.undo()
        assert session.document.task("pitch").title == "Do pitch"
        assert session.document.task("pitch").baseline_finish is not None
        assert only_review(session).status is ReviewStatus.RECORDED
        assert ahead(session) is None
        with pytest.raises(PlanError, match="nothing to undo"):
            session.undo()
        session.redo()
        assert session.document.task("pitch").title == "Pitch deck"
        assert ahead(session) == "Set title of Do pitch"
    assert problems(path) == ()
    assert broken_seals(path) == {}


def test_undo_survives_a_restart_after_it_stepped_over_a_record(path):
    with Session.open(path) as session:
        session.run(change_task, session.document.task("pitch"), {"title": "Pitch deck"}, TODAY)
        session.run(change_task, session.document.task("pitch"), {"duration": 4}, TODAY)
        hold(session)
        session.undo()
    with Session.open(path) as session:
        assert session.document.task("pitch").duration == 1
        session.undo()
        assert session.document.task("pitch").title == "Do pitch"
    with Session.open(path) as session:
        session.redo()
        session.redo()

        assert (session.document.task("pitch").title, session.document.task("pitch").duration) == ("Pitch deck", 4)
        assert session.next_redo is None


def test_what_is_said_in_the_room_is_undone_and_the_clock_is_not(path):
    with Session.open(path) as session:
        review = begin(session)
        session.run(room.park, review, "A second wave")
        session.mark(room.go_to, review, "track:sales", LATER)

        assert ahead(session) == "Park A second wave"
        session.undo()
        assert only_review(session).parking_lot == ()
        assert only_review(session).part == "track:sales"


# --- other ends ----------------------------------------------------------------------------------------------------


def test_after_a_no_go_the_gate_is_asked_again_and_old_answers_do_not_count(path):
    with Session.open(path) as session:
        review = begin(session)
        discuss(session, review)
        decide(session, review, Outcome.NO_GO)
        seal_review(session, review, "person:mara", LATER, TODAY)
        assert [gate.status for gate in session.document.gates] == [GateStatus.FAILED, GateStatus.UPCOMING]
        begin(session)

        assert [row.answer for row in session.document.rows(SignOff)] == [Answer.MISSING]
        assert session.document.rows(Review)[0].signoffs[0].answer is Answer.APPROVE
        assert states(session) == ["sealed"]


def test_a_held_decision_leaves_the_gate_and_going_back_opens_the_earlier_one(path):
    with Session.open(path) as session:
        hold(session)
        review = begin(session, "gate:G2")
        discuss_nothing = {"quorum_note": "Decided by mail"}
        session.run(planning.change_review, review, discuss_nothing)
        with pytest.raises(PlanError, match="lies ahead"):
            session.run(verdict.decide, review, Outcome.HOLD, "Wait", TODAY, hold_until=TODAY)
        session.run(verdict.decide, review, Outcome.HOLD, "Wait", TODAY, hold_until=date(2026, 11, 5))
        seal_review(session, review, "person:mara", LATER, TODAY)
        assert session.document.gates[1].status is GateStatus.NEXT
        assert only_review(session).next_review == date(2026, 11, 5)

        review = begin(session, "gate:G2")
        session.run(planning.change_review, review, discuss_nothing)
        session.run(verdict.decide, review, Outcome.BACK, "The story changed.", TODAY, back_to="gate:G1")
        seal_review(session, review, "person:mara", LATER, TODAY)

        assert [gate.status for gate in session.document.gates] == [GateStatus.NEXT, GateStatus.UPCOMING]
        assert [row.choice for row in session.document.rows(Decision)][-1] == "Back to G1"
        assert states(session) == ["sealed"] * 3


def test_a_copy_without_history_keeps_its_seals(path, tmp_path):
    with Session.open(path) as session:
        hold(session)
        send_a_copy(session.file, tmp_path / "copy.launch")

    assert problems(tmp_path / "copy.launch") == ()
    assert broken_seals(tmp_path / "copy.launch") == {}
    with Session.open(tmp_path / "copy.launch") as copy:
        assert states(copy) == ["sealed"]


def test_a_recorded_review_of_the_past_is_read_only_though_it_has_no_seal(path):
    with Session.open(path) as session:
        session.run(planning.plan_review, "Plan locked", TODAY, gate="gate:G1")
        review = only_review(session)
        session.run(lambda plan: Edit("Import", (Change(review, replace(review, status=ReviewStatus.RECORDED)),)))

        assert states(session) == ["unsealed"]
        with pytest.raises(PlanError, match="stays as it is"):
            session.run(planning.change_review, review.id, {"title": "Other"})


def test_a_task_named_in_a_record_can_still_be_removed(path):
    with Session.open(path) as session:
        hold(session)
        (action,) = session.document.rows(Action)
        session.run(promises.action_to_task, action.id, "track:sales", TODAY)
        made = session.document.table(Task)[str(session.document.rows(Action)[0].task)]
        session.run(remove_task, made)

        assert session.document.rows(Action)[0].task is None
        assert states(session) == ["sealed"]
