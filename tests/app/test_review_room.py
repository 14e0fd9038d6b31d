"""A whole review on one file: begun, held in several sittings, sealed, and looked at afterwards."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from launchpad.app.commands.reviews import promises
from launchpad.app.commands.tasks import change_task
from launchpad.app.review_changes import changes_since
from launchpad.app.review_room import frozen_plan, seal_review
from launchpad.app.session import Session
from launchpad.domain.enums import Answer, GateStatus, ReviewStatus, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Action, Condition, Decision, Gate, ReadinessPoint, Review, SignOff
from launchpad.domain.task import Baseline
from launchpad.engines.review import current_review
from launchpad.storage.check import broken_seals, problems
from launchpad.storage.copies import send_a_copy
from tests.app.review_steps import LATER, TODAY, begin, decide, discuss, hold, make, only_review, states


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "loom.launch")


# --- from plan to seal ---------------------------------------------------------------------------------------------


def test_the_record_names_the_task_that_an_action_became(path):
    with Session.open(path) as session:
        review = begin(session)
        discuss(session, review)
        session.run(promises.action_to_task, session.document.rows(Action)[0].id, "track:sales", TODAY)
        decide(session, review)
        seal_review(session, review, "person:mara", LATER, TODAY)
        agreed = next(each for each in only_review(session).agreed if each.kind == "action")

        assert session.document.task(agreed.task).title == agreed.text == "Book a room"


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
