"""What a review agreed on: what it lacks before the record, and how the record tells it."""

from datetime import date

from launchpad.app.commands.reviews import planning, promises, room, signoffs, verdict
from launchpad.domain.document import Document
from launchpad.domain.enums import Answer, Outcome
from launchpad.domain.gate import Review, SignOff
from tests.app.review_steps import AT, TODAY, small_plan
from tests.builders import a_gate, a_person, a_plan, a_task, a_track


def planned(plan: Document) -> Document:
    return plan.apply(planning.plan_review(plan, "Go or not", TODAY, gate="gate:G1"))


def the(plan: Document) -> Review:
    return plan.rows(Review)[-1]


def test_an_action_and_a_condition_need_somebody_who_keeps_them():
    plan = planned(small_plan())
    plan = plan.apply(planning.change_review(plan, the(plan).id, {"quorum_note": "By mail"}))
    plan = plan.apply(room.begin(plan, the(plan).id, 2, AT, TODAY))
    plan = plan.apply(verdict.decide(plan, the(plan).id, Outcome.CONDITIONAL, "We know", TODAY))
    plan = plan.apply(promises.add_action(plan, the(plan).id, "Book a room", None, date(2026, 11, 3)))
    plan = plan.apply(promises.add_condition(plan, the(plan).id, "Finish the pitch", "person:gil", TODAY, ""))

    assert verdict.what_is_missing(plan, the(plan).id, TODAY) == (
        "Give the condition “Finish the pitch” a fallback.",
        "Give the action “Book a room” an owner.",
    )


def test_where_a_track_has_no_lead_its_deputy_answers():
    plan = planned(
        a_plan(
            a_person("mara"),
            a_person("cleo"),
            a_track("sales", deputy="cleo"),
            a_gate("G1", -3, decider="mara", signoffs=["sales"]),
            a_task("pitch", track="sales", gate="G1"),
        )
    )
    signed = plan.apply(signoffs.sign(plan, the(plan).id, "track:sales", Answer.APPROVE, "", "person:cleo", AT))

    assert [(row.answer, row.person) for row in signed.rows(SignOff)] == [(Answer.APPROVE, "person:cleo")]
