"""Statuses with the dates and reasons that belong to them."""

from datetime import date
from typing import Any

import pytest

from launchpad.app.commands.task_evidence import add_evidence, approve, evidence_of, remove_evidence
from launchpad.app.commands.task_status import finish, set_progress, set_status
from launchpad.app.commands.tasks import change_task
from launchpad.domain.enums import Answer, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import SignOff
from launchpad.domain.ids import GateId, TrackId
from launchpad.domain.ids import SignOffId as Id
from launchpad.domain.values import Evidence
from tests.builders import a_plan, a_task

TODAY = date(2026, 10, 12)
A, B = "task:a", "task:b"


def test_beginning_work_notes_the_day_and_keeps_one_that_was_noted():
    plan = a_plan(a_task("a"), a_task("b", actual_start=date(2026, 10, 1)))

    after = plan.apply(set_status(plan, [A, B], TaskStatus.IN_PROGRESS, TODAY))

    assert [after.task(key).actual_start for key in "ab"] == [TODAY, date(2026, 10, 1)]


@pytest.mark.parametrize("status", TaskStatus)
def test_only_what_is_blocked_or_in_review_says_since_when(status):
    plan = a_plan(a_task("a", status=TaskStatus.DONE if status is TaskStatus.NOT_STARTED else TaskStatus.NOT_STARTED))

    task = plan.apply(set_status(plan, [A], status, TODAY)).task("a")

    assert task.status is status
    assert task.blocked_since == (TODAY if status is TaskStatus.BLOCKED else None)
    assert task.review_since == (TODAY if status is TaskStatus.IN_REVIEW else None)


def test_finishing_adds_proof_where_there_is_none_and_the_approvers_word():
    proof = evidence_of("https://example.org/x/brief.pdf", TODAY)
    old = evidence_of("old.pdf", TODAY)
    plan = a_plan(a_task("a", approver="edda", progress=40), a_task("b", evidence=(old,)))

    after = plan.apply(finish(plan, [A, B], TODAY, proof, approved=True))

    a, b = after.task("a"), after.task("b")
    assert (a.evidence, a.approved_by, a.progress, a.actual_finish) == ((proof,), "person:edda", 100, TODAY)
    assert (b.evidence, b.approved_by) == ((old,), None)
    assert proof.label == "brief.pdf"


def test_reopening_forgets_finish_and_approval_and_voids_the_sign_off_that_relied_on_it_once():
    signoff = SignOff(id=Id("s"), gate=GateId("gate:G1"), track=TrackId("track:track"), answer=Answer.APPROVE)
    done: dict[str, Any] = {"gate": "G1", "status": TaskStatus.DONE, "actual_finish": TODAY, "approved_by": "edda"}
    plan = a_plan(a_task("a", **done), a_task("b", **done), signoff)

    edit = set_status(plan, [A, B], TaskStatus.IN_PROGRESS, TODAY)
    after = plan.apply(edit)

    assert (after.task("a").actual_finish, after.task("a").approved_by) == (None, None)
    assert after.rows(SignOff)[0].answer is Answer.VOID
    assert after.apply(edit.inverse()) == plan


OLD, NEW = Evidence("Old", "old.pdf"), Evidence("New", "new.pdf")


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"evidence": ()}, Answer.VOID),
        ({"evidence": (NEW,)}, Answer.VOID),
        ({"evidence": (OLD, NEW)}, Answer.APPROVE),
        ({"evidence": (Evidence("Old, final", "old.pdf"),)}, Answer.APPROVE),
        ({"approved_by": None}, Answer.VOID),
        ({"note": "Looked at again"}, Answer.APPROVE),
    ],
)
def test_a_sign_off_falls_with_the_proof_it_relied_on(fields, answer):
    signoff = SignOff(id=Id("s"), gate=GateId("gate:G1"), track=TrackId("track:track"), answer=Answer.APPROVE)
    done: dict[str, Any] = {"gate": "G1", "status": TaskStatus.DONE, "evidence": (OLD,), "approved_by": "edda"}
    plan = a_plan(a_task("a", **done), signoff)

    after = plan.apply(change_task(plan, plan.task("a"), fields, TODAY))
    assert after.rows(SignOff)[0].answer is answer


def test_the_first_progress_begins_the_work():
    plan = a_plan(a_task("a"))

    after = plan.apply(set_progress(plan, [A], 30, TODAY)).task("a")

    assert (after.status, after.progress, after.actual_start) == (TaskStatus.IN_PROGRESS, 30, TODAY)


@pytest.mark.parametrize("status", list(TaskStatus))
def test_a_status_that_is_there_already_is_no_edit(status):
    plan = a_plan(a_task("a"))
    once = plan.apply(set_status(plan, [A], status, TODAY))

    assert not set_status(once, [A], status, TODAY)


def test_evidence_is_added_once_and_removed():
    plan = a_plan(a_task("a"))
    plan = plan.apply(add_evidence(plan, A, ["brief.pdf", "brief.pdf", "https://example.org"], TODAY))
    assert [proof.ref for proof in plan.task("a").evidence] == ["brief.pdf", "https://example.org"]

    plan = plan.apply(remove_evidence(plan, A, plan.task("a").evidence[0], TODAY))

    assert [proof.label for proof in plan.task("a").evidence] == ["example.org"]


def test_evidence_has_to_name_something():
    with pytest.raises(PlanError, match="Name a file or a link"):
        evidence_of("  ", TODAY)


def test_approval_is_the_approvers_and_can_be_taken_back():
    plan = a_plan(a_task("a", approver="edda"))
    plan = plan.apply(approve(plan, A, True, TODAY))
    assert (plan.task("a").approved_by, plan.task("a").approved_on) == ("person:edda", TODAY)

    assert plan.apply(approve(plan, A, False, TODAY)).task("a").approved_by is None
