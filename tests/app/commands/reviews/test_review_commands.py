"""Commands of reviews one by one: what they do, and what they refuse."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from launchpad.app.commands.reviews import planning, promises, room, signoffs, verdict
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.enums import (
    ActionStatus,
    Answer,
    ConditionStatus,
    CriterionStatus,
    GateStatus,
    Outcome,
    PersonStatus,
    Presence,
    ReviewKind,
    ReviewStatus,
)
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Action, Condition, Decision, Review, SignOff
from launchpad.domain.ids import PersonId, RiskId
from launchpad.domain.register import Risk
from launchpad.domain.task import Task
from tests.app.review_steps import AT, TODAY, small_plan
from tests.builders import a_gate, a_person, a_plan, a_task, a_track

Command = Callable[..., Edit]
LATER = AT + timedelta(minutes=5)


def planned(plan: Document | None = None, gate: str | None = "gate:G1", kind: ReviewKind = ReviewKind.GATE) -> Document:
    before = small_plan() if plan is None else plan
    return before.apply(planning.plan_review(before, "Go or not", TODAY, gate=gate, kind=kind))


def begun(plan: Document | None = None, **about: object) -> Document:
    before = planned(plan, **about)  # type: ignore[arg-type]
    return before.apply(room.begin(before, the(before).id, 2, AT, TODAY))


def the(plan: Document) -> Review:
    return plan.rows(Review)[-1]


def after(plan: Document, command: Command, *values: object, **named: object) -> Document:
    return plan.apply(command(plan, the(plan).id, *values, **named))


# --- planning ------------------------------------------------------------------------------------------------------


def test_a_review_is_decided_by_who_decides_at_the_gate_and_counted_on():
    plan = planned(planned())

    assert [row.key for row in plan.rows(Review)] == ["R1", "R2"]
    assert [row.decider for row in plan.rows(Review)] == ["person:mara"] * 2


def test_a_gate_that_is_decided_is_not_reviewed_again():
    plan = a_plan(a_gate("G1", -3, status=GateStatus.PASSED))

    with pytest.raises(PlanError, match="G1 is already decided"):
        planning.plan_review(plan, "Again", TODAY, gate="gate:G1")
    with pytest.raises(PlanError, match="Say which gate"):
        planning.plan_review(plan, "Again", TODAY)


@pytest.mark.parametrize("field", ["verdict", "seal", "status", "snapshot", "edit"])
def test_what_happens_in_the_room_is_not_set_by_hand(field):
    plan = planned()

    with pytest.raises(PlanError, match=f"“{field}” of a review is not set by hand"):
        planning.change_review(plan, the(plan).id, {field: None})


def test_a_review_that_never_began_is_forgotten_and_a_held_one_cancelled():
    plan = planned()
    assert plan.apply(planning.remove_review(plan, the(plan).id)).rows(Review) == ()

    held = begun()
    with pytest.raises(PlanError, match="was held and stays"):
        planning.remove_review(held, the(held).id)
    called_off = after(held, planning.cancel_review)
    assert the(called_off).status is ReviewStatus.CANCELLED
    with pytest.raises(PlanError, match="was cancelled; plan another one"):
        room.park(called_off, the(called_off).id, "More")


def test_a_review_with_promises_is_not_forgotten():
    plan = planned()
    promised = after(plan, promises.add_condition, "Finish", None, None)

    with pytest.raises(PlanError, match="has conditions or actions"):
        planning.remove_review(promised, the(promised).id)


# --- the room ------------------------------------------------------------------------------------------------------


def test_only_one_review_is_in_session():
    plan = planned(begun(), gate="gate:G2")

    with pytest.raises(PlanError, match="R1 is in session; finish or cancel it first"):
        room.begin(plan, the(plan).id, 5, AT, TODAY)


def test_the_clock_runs_by_part_and_stands_while_paused():
    plan = after(begun(), room.go_to, "risks", LATER)
    plan = after(plan, room.pause, LATER + timedelta(seconds=30))
    plan = after(plan, room.resume, LATER + timedelta(minutes=20))
    plan = after(plan, room.go_to, "next", LATER + timedelta(minutes=21))

    spent = {part.key: part.seconds for part in the(plan).agenda}
    assert (spent["promises"], spent["risks"], spent["next"]) == (300, 90, 0)
    with pytest.raises(PlanError, match="not on the agenda"):
        room.go_to(plan, the(plan).id, "lunch", LATER)
    assert not room.resume(plan, the(plan).id, LATER)


def test_a_deputy_is_there_for_somebody_and_nobody_else_is():
    plan = planned()

    with pytest.raises(PlanError, match="Say for whom"):
        room.attend(plan, the(plan).id, "person:mara", Presence.DEPUTY)
    with pytest.raises(PlanError, match="Only a deputy"):
        room.attend(plan, the(plan).id, "person:mara", Presence.PRESENT, "person:gil")


def test_who_is_marked_again_keeps_the_place_in_the_list():
    plan = after(planned(), room.attend, "person:mara", Presence.PRESENT)
    plan = after(plan, room.attend, "person:gil", Presence.PRESENT)
    plan = after(plan, room.attend, "person:mara", Presence.ABSENT)

    assert [(each.person, each.attended) for each in the(plan).attendees] == [
        ("person:mara", "absent"),
        ("person:gil", "present"),
    ]


def test_a_finding_stands_in_the_review_and_on_the_criterion():
    plan = after(begun(), room.find, "criterion:G1.1", CriterionStatus.NOT_MET, " Half ")
    plan = after(plan, room.find, "criterion:G1.1", CriterionStatus.MET, "Whole")

    assert [(each.result, each.note) for each in the(plan).criteria] == [(CriterionStatus.MET, "Whole")]
    other = begun(gate="gate:G2")
    with pytest.raises(PlanError, match="not one of this gate"):
        room.find(other, the(other).id, "criterion:G1.1", CriterionStatus.MET)


def test_what_is_said_is_kept_once_and_taken_back_by_saying_nothing():
    risk = Risk(id=RiskId("risk"), key="R-01", title="Codec")
    plan = begun(Document([*small_plan(), risk]))
    for text in ("Might slip", "Will slip"):
        plan = after(plan, room.note_risk, "risk", text)
        plan = after(plan, room.dissent, "person:gil", text)
        plan = after(plan, room.park, text)

    assert [each.text for each in the(plan).risk_notes] == ["Will slip"]
    assert [each.text for each in the(plan).dissent] == ["Will slip"]
    plan = after(plan, room.note_risk, "risk", " ")
    plan = after(plan, room.dissent, "person:gil", "")
    plan = after(plan, room.unpark, 0)
    assert (the(plan).risk_notes, the(plan).dissent, the(plan).parking_lot) == ((), (), ("Will slip",))
    with pytest.raises(PlanError, match="not on the list any more"):
        room.unpark(plan, the(plan).id, 7)


# --- answers -------------------------------------------------------------------------------------------------------


def with_deputies(**gil: object) -> Document:
    return a_plan(
        a_gate("G1", -3, decider="mara", signoffs=["sales"]),
        a_person("mara"),
        a_person("gil", deputy=PersonId("person:dara"), **gil),
        a_person("dara"),
        a_person("cleo"),
        a_track("sales", lead="gil", deputy="cleo"),
        a_task("pitch", track="sales", gate="G1"),
    )


@pytest.mark.parametrize("person", ["person:gil", "person:dara", "person:cleo"])
def test_a_lead_or_a_deputy_answers(person):
    plan = after(planned(with_deputies()), signoffs.sign, "track:sales", Answer.APPROVE, "Ok", person, AT)

    assert [(row.answer, row.person, row.at) for row in plan.rows(SignOff)] == [
        (Answer.APPROVE, person, "2026-11-02T09:00")
    ]


def test_nobody_else_answers_and_a_status_review_asks_for_no_answer():
    plan = planned(with_deputies())
    with pytest.raises(PlanError, match="Mara cannot sign for Sales; Gil or Cleo or Dara can"):
        signoffs.sign(plan, the(plan).id, "track:sales", Answer.APPROVE, "", "person:mara", AT)

    status = planned(with_deputies(), gate=None, kind=ReviewKind.STATUS)
    with pytest.raises(PlanError, match="asks for no answers"):
        signoffs.sign(status, the(status).id, "track:sales", Answer.APPROVE, "", None, AT)


@pytest.mark.parametrize(("fields", "person"), [({}, "person:gil"), ({"status": PersonStatus.AWAY}, "person:cleo")])
def test_without_a_name_it_is_who_answers_today(fields, person):
    plan = after(planned(with_deputies(**fields)), signoffs.sign, "track:sales", Answer.REFUSE, "No", None, AT)

    assert plan.rows(SignOff)[0].person == person


def test_an_answer_is_changed_and_taken_back_before_it_is_recorded():
    plan = planned(with_deputies())
    for answer in (Answer.APPROVE, Answer.REFUSE, Answer.MISSING):
        plan = after(plan, signoffs.sign, "track:sales", answer, "Because", None, AT)

    (row,) = plan.rows(SignOff)
    assert (row.answer, row.comment, row.at) == (Answer.MISSING, "", "")
    assert not signoffs.sign(plan, the(plan).id, "track:sales", Answer.MISSING, "", None, AT)


# --- promises ------------------------------------------------------------------------------------------------------


def test_promises_are_counted_by_review():
    plan = begun()
    for text in ("One", "Two"):
        plan = after(plan, promises.add_condition, text, None, None)
        plan = after(plan, promises.add_action, text, None, None)

    assert [row.key for row in plan.rows(Condition)] == ["R1-C1", "R1-C2"]
    assert [row.key for row in plan.rows(Action)] == ["R1-A1", "R1-A2"]


def test_an_action_becomes_a_task_with_owner_and_deadline_in_one_edit():
    plan = after(begun(), promises.add_action, "Book a room", "person:gil", date(2026, 11, 5))
    (action,) = plan.rows(Action)
    made = plan.apply(promises.action_to_task(plan, action.id, "track:sales", TODAY))
    task = made.table(Task)[str(made.rows(Action)[0].task)]

    assert (task.title, task.owner, task.deadline, task.track) == (
        "Book a room",
        "person:gil",
        date(2026, 11, 5),
        "track:sales",
    )
    with pytest.raises(PlanError, match="is a task already"):
        promises.action_to_task(made, action.id, "track:sales", TODAY)


def test_conditions_and_actions_are_settled_with_their_day():
    plan = after(begun(), promises.add_condition, "Finish", None, date(2026, 11, 3))
    plan = after(plan, promises.add_action, "Book", None, None)
    (condition,), (action,) = plan.rows(Condition), plan.rows(Action)
    closed = plan.apply(promises.close_condition(plan, condition.id, TODAY)).rows(Condition)[0]
    failed = plan.apply(promises.fail_condition(plan, condition.id, TODAY)).rows(Condition)[0]
    extended = plan.apply(promises.extend_condition(plan, condition.id, date(2026, 11, 6))).rows(Condition)[0]
    done = plan.apply(promises.finish_action(plan, action.id, TODAY)).rows(Action)[0]

    assert (closed.status, closed.closed_on) == (ConditionStatus.CLOSED, TODAY)
    assert (failed.status, failed.closed_on) == (ConditionStatus.FAILED, TODAY)
    assert (extended.status, extended.due) == (ConditionStatus.EXTENDED, date(2026, 11, 6))
    assert (done.status, done.done_on) == (ActionStatus.DONE, TODAY)


# --- the decision --------------------------------------------------------------------------------------------------


def test_a_status_review_decides_nothing_and_lacks_nothing():
    plan = begun(gate=None, kind=ReviewKind.STATUS)

    assert verdict.what_is_missing(plan, the(plan).id, TODAY) == ()
    with pytest.raises(PlanError, match="decides nothing"):
        verdict.decide(plan, the(plan).id, Outcome.GO, "", TODAY)


@pytest.mark.parametrize(
    ("outcome", "rationale", "lacks"),
    [
        (Outcome.GO, "", "Say why it is Go where the model says No-go."),
        (Outcome.GO, "We know", None),
        (Outcome.CONDITIONAL, "We know", "Add the condition that the Go depends on."),
        (Outcome.NO_GO, "", "Name the next date, or say what blocks a Go."),
        (Outcome.NO_GO, "The pitch", None),
    ],
)
def test_what_a_decision_lacks_is_said_as_something_to_do(outcome, rationale, lacks):
    plan = after(begun(), planning.change_review, {"quorum_note": "By mail"})
    plan = after(plan, verdict.decide, outcome, rationale, TODAY)

    assert verdict.what_is_missing(plan, the(plan).id, TODAY) == ((lacks,) if lacks else ())


def test_without_a_quorum_somebody_says_why_it_is_decided_all_the_same():
    plan = after(begun(), verdict.decide, Outcome.NO_GO, "", TODAY, next_review=date(2026, 11, 5))
    (lacks,) = verdict.what_is_missing(plan, the(plan).id, TODAY)
    plan = after(plan, planning.change_review, {"quorum_note": "Mara decides by phone"})

    assert lacks.startswith("Needed to decide, but not here yet: Mara, Gil.")
    assert verdict.what_is_missing(plan, the(plan).id, TODAY) == ()


def test_one_goes_back_to_an_earlier_gate_only():
    plan = begun()

    for gate in ("gate:G1", "gate:G2", None):
        with pytest.raises(PlanError, match="to which gate before G1"):
            verdict.decide(plan, the(plan).id, Outcome.BACK, "", TODAY, back_to=gate)


def test_a_gate_is_skipped_by_a_decision_with_a_name_and_a_reason():
    plan = small_plan()
    skipped = plan.apply(verdict.skip_gate(plan, "gate:G1", "person:mara", "Too small", TODAY))
    (decision,) = skipped.rows(Decision)

    assert [gate.status for gate in skipped.gates] == [GateStatus.SKIPPED, GateStatus.NEXT]
    assert (skipped.gates[0].decision, decision.rationale, decision.decided_by) == (
        decision.id,
        "Too small",
        "person:mara",
    )
    with pytest.raises(PlanError, match="Say why G2 is skipped"):
        verdict.skip_gate(skipped, "gate:G2", "person:mara", " ", TODAY)
    with pytest.raises(PlanError, match="already decided"):
        verdict.skip_gate(skipped, "gate:G1", "person:mara", "Again", TODAY)


def test_a_command_about_something_that_is_gone_says_so():
    plan = begun()
    gone: list[tuple[Command, tuple[object, ...]]] = [
        (planning.cancel_review, ("x",)),
        (room.attend, (the(plan).id, "x", Presence.PRESENT)),
        (room.note_risk, (the(plan).id, "x", "")),
        (signoffs.sign, (the(plan).id, "x", Answer.APPROVE, "", None, datetime(2026, 11, 2))),
        (promises.close_condition, ("x", TODAY)),
        (promises.finish_action, ("x", TODAY)),
    ]

    for command, values in gone:
        with pytest.raises(PlanError, match=r"no longer in the plan|not in the plan any more"):
            command(plan, *values)


def test_a_row_that_was_recorded_elsewhere_is_read_only_too():
    plan = planned()
    recorded = replace(the(plan), status=ReviewStatus.RECORDED)
    plan = Document([*(row for row in plan if row.id != recorded.id), recorded])

    with pytest.raises(PlanError, match="R1 is recorded and stays as it is"):
        promises.add_condition(plan, recorded.id, "More", None, None)
