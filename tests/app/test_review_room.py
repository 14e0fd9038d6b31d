"""A whole review on one file: begun, held in several sittings, sealed, and looked at afterwards."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from launchpad.app.commands.reviews import planning, promises, room, signoffs, verdict
from launchpad.app.commands.rows import change_row
from launchpad.app.commands.tasks import change_task, remove_task
from launchpad.app.review_changes import changes_since
from launchpad.app.review_room import add_addendum, frozen_plan, seal_review
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Answer, GateStatus, Outcome, ReviewStatus, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Action, Condition, Decision, Gate, ReadinessPoint, Review, SignOff
from launchpad.domain.review import Addendum
from launchpad.domain.task import Baseline, Task
from launchpad.engines.review import current_review
from launchpad.journal.seal_check import seal_states
from launchpad.storage.check import broken_seals, problems
from launchpad.storage.copies import send_a_copy
from tests.app.review_steps import AT, LATER, TODAY, begin, decide, discuss, hold, make, only_review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "loom.launch")


def ahead(session: Session) -> str | None:
    return session.next_undo


def states(session: Session) -> list[str]:
    return [state.state.value for state in seal_states(session.document)]


# --- from plan to seal ---------------------------------------------------------------------------------------------


def test_a_review_ends_in_a_record_that_holds_what_was_said_and_decided(path):
    with Session.open(path) as session:
        hold(session)
        record = only_review(session)

        assert (record.status, record.verdict, record.recommended) == (ReviewStatus.RECORDED, "conditional", "no_go")
        assert record.rationale == "The pitch is nearly there."
        assert [(each.track, each.answer, each.comment) for each in record.signoffs] == [
            ("sales", Answer.APPROVE, "Nearly ready")
        ]
        assert [(each.result.value, each.note) for each in record.criteria] == [("not_met", "Half of it is there")]
        assert [(each.kind, each.text, each.owner) for each in record.agreed] == [
            ("condition", "Finish the pitch", "Gil"),
            ("action", "Book a room", "Gil"),
        ]
        assert [each.text for each in record.dissent] == ["I would wait."]
        assert record.parking_lot == ("A second wave",)
        assert record.quorum_met
        assert record.snapshot is not None
        assert record.closing is not None
        assert record.snapshot.readiness == record.closing.readiness
        assert (record.snapshot.conditions, record.closing.conditions) == (("Sales has not signed off G1.",), ())
        assert {"Mara", "Gil", "Sales"} <= {each.name for each in record.names}
        assert states(session) == ["sealed"]
    assert problems(path) == ()
    assert broken_seals(path) == {}


def test_what_follows_from_a_decision_is_in_the_sealing_edit(path):
    with Session.open(path) as session:
        hold(session)
        record, entry = only_review(session), session.file.entry(session.last_number)

        gates = [(gate.key, gate.status) for gate in session.document.gates]
        assert gates == [("G1", GateStatus.PASSED_WITH_CONDITIONS), ("G2", GateStatus.NEXT)]
        (decision,) = session.document.rows(Decision)
        assert (decision.choice, decision.rationale) == ("Go with conditions", record.rationale)
        assert session.document.gates[0].decision == decision.id == record.decision
        (point,) = session.document.rows(ReadinessPoint)
        assert (point.id, point.day, point.source) == (record.point, TODAY, "review:R1")
        assert [baseline.name for baseline in session.document.rows(Baseline)] == ["R1 Go or not"]
        assert entry.permanent
        assert entry.source == f"review:{record.id}"
        assert {type(change.row) for change in entry.edit.changes} >= {Review, Gate, Decision, ReadinessPoint, Baseline}


def test_the_record_says_which_entry_sealed_it(path):
    with Session.open(path) as session:
        hold(session)
        seal, entry = only_review(session).seal, session.file.entry(session.last_number)

        assert seal is not None
        assert (seal.edit, seal.who, seal.journal) == (entry.number, entry.who, session.file.facts.journal)
        assert seal.moment == f"{entry.when:%Y-%m-%dT%H:%M:%SZ}"


def test_a_review_that_lacks_something_is_not_sealed_and_the_sentence_says_what(path):
    with Session.open(path) as session:
        review = begin(session)
        discuss(session, review)
        session.run(promises.add_condition, review, "Second voice", None, None)

        with pytest.raises(PlanError, match=r"Decide\. Give the condition “Second voice” an owner and a due day"):
            seal_review(session, review, "person:mara", LATER, TODAY)
        decide(session, review)
        session.run(promises.remove_condition, session.document.rows(Condition)[-1].id)
        with pytest.raises(PlanError, match="Gil cannot confirm the record; Mara decides"):
            seal_review(session, review, "person:gil", LATER, TODAY)
        assert only_review(session).status is ReviewStatus.IN_SESSION


# --- killed and resumed --------------------------------------------------------------------------------------------


def test_a_killed_review_goes_on_where_it_was(path):
    script = (
        "import sys; from pathlib import Path\n"
        "from tests.app.review_steps import *\n"
        "session = Session.open(Path(sys.argv[1]))\n"
        "review = begin(session); discuss(session, review)\n"
        "print(session.last_number, flush=True)\n"
        "import time; time.sleep(60)\n"
    )
    room_process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )
    assert room_process.stdout is not None
    last = int(room_process.stdout.readline())
    os.kill(room_process.pid, signal.SIGKILL)
    room_process.wait()
    room_process.stdout.close()

    with Session.open(path) as session:
        assert session.last_number == last
        review = current_review(session.document)
        assert review is not None
        assert (review.part, review.part_since) == ("track:sales", "2026-11-02T09:20:30")
        assert {part.key: part.seconds for part in review.agenda}["promises"] == 20 * 60 + 30
        assert [row.answer for row in session.document.rows(SignOff)] == [Answer.APPROVE]
        decide(session, review.id)
        seal_review(session, review.id, "person:mara", LATER, TODAY)
        assert states(session) == ["sealed"]
    assert problems(path) == ()


def test_every_step_is_on_disk_when_it_returns(path):
    review = ""
    with Session.open(path) as session:
        review = begin(session)
    with Session.open(path) as session:
        discuss(session, review)
    with Session.open(path) as session:
        decide(session, review)
    with Session.open(path) as session:
        seal_review(session, review, "person:mara", LATER, TODAY)
        assert only_review(session).seal is not None
        assert states(session) == ["sealed"]


# --- the frozen plan -----------------------------------------------------------------------------------------------


def test_the_review_looks_at_the_plan_as_it_was_and_keeps_both_values_of_what_the_room_changed(path):
    with Session.open(path) as session:
        review = begin(session)
        task = session.document.task("pitch")
        told = {"status": TaskStatus.DONE, "private_note": "Gil will leave", "title": "Pitch deck"}
        session.run(change_task, task, told, TODAY)
        frozen = frozen_plan(session, only_review(session))
        discuss(session, review)
        decide(session, review)
        seal_review(session, review, "person:mara", LATER, TODAY)
        record = only_review(session)

        assert frozen is not None
        assert frozen.task("pitch").title == "Do pitch"
        changes = {(each.track, each.field): (each.before, each.after) for each in record.room_changes}
        assert changes["sales", "title"] == ("Do pitch", "Pitch deck")
        assert changes["sales", "status"] == ("Not started", "Done")
        assert "leave" not in str(record.room_changes)
        assert record.snapshot != record.closing


def test_a_copy_without_history_does_not_take_another_plan_for_the_frozen_one(path, tmp_path):
    with Session.open(path) as session:
        begin(session)
        send_a_copy(session.file, tmp_path / "copy.launch")
    with Session.open(tmp_path / "copy.launch") as copy:
        for number in range(4):
            copy.run(change_task, copy.document.task("pitch"), {"title": f"Pitch {number}"}, TODAY)

        assert frozen_plan(copy, only_review(copy)) is None


def test_what_changed_since_the_last_record_is_told_by_track(path):
    with Session.open(path) as session:
        assert "No review" in changes_since(session, None).notice
        hold(session)
        session.run(change_task, session.document.task("pitch"), {"status": TaskStatus.DONE}, TODAY)
        since = changes_since(session, None)

        (track,) = since.tracks
        assert (since.day, track.track and track.track.key) == (TODAY, "sales")
        assert [(line.sign, line.name, line.text) for line in track.lines] == [("✓", "Do pitch", "done")]


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
