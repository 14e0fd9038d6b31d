"""What a review needs before it begins, what the room looks at, and when the next one is due."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.document import Document
from launchpad.domain.enums import (
    ActionStatus,
    Answer,
    CriterionStatus,
    Criticality,
    GateStatus,
    Outcome,
    PersonStatus,
    ReviewKind,
    ReviewStatus,
    TaskStatus,
)
from launchpad.domain.gate import Action, Condition, Gate, Review
from launchpad.domain.ids import ActionId, ConditionId, GateId, PersonId, ReviewId, TaskId
from launchpad.domain.people import Track
from launchpad.domain.record import AgendaPart
from launchpad.domain.values import Attendance, Cadence
from launchpad.engines.calendar import calendar_of
from launchpad.engines.review import (
    TrackPage,
    differs,
    last_recorded,
    next_reviews,
    next_status_day,
    pages,
    part_title,
    preparation,
    seconds_spent,
    settled,
    usual_agenda,
    voters_of,
)
from launchpad.templates.library import find_template
from launchpad.templates.sample.plan import sample_plan
from tests.builders import a_criterion, a_gate, a_launch, a_person, a_plan, a_track
from tests.engines.readiness_plans import TODAY, an_item, done, in_review, unproven

RESOURCES = Path(__file__).parents[2] / "resources"
GATE = GateId("gate:G1")


def a_review(key: str = "R1", gate: str | None = "G1", **fields: object) -> Review:
    about = None if gate is None else GateId(f"gate:{gate}")
    values = {"id": ReviewId(key), "key": key, "title": "Go or not", "gate": about, "planned": date(2026, 11, 5)}
    return Review(**{**values, **fields})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def sample() -> Document:
    template = find_template(RESOURCES / "templates", "tier1-major-launch")
    return sample_plan(RESOURCES / "sample" / "loomtrack-4.yaml", template)


# --- the sample ----------------------------------------------------------------------------------------------------


def test_the_sample_knows_what_its_next_gate_still_needs(sample: Document) -> None:
    gate = sample.by_key(Gate, "G3")
    assert gate is not None
    ready = preparation(sample, TODAY, replace(a_review(), gate=gate.id))

    assert [each.criterion.key for each in ready.criteria if each.is_late] == ["G3.3", "G3.4"]
    assert {each.track.key for each in ready.voters if each.is_required} == {
        "product",
        "engineering",
        "marketing",
        "sales",
        "support",
        "legal",
    }
    assert [task.key for task in ready.missing_evidence] == ["eng.regression", "mkt.page", "sal.demo-env", "leg.terms"]
    assert [(each.row.key, each.is_overdue) for each in (*ready.conditions, *ready.actions)] == [
        ("R2-C4", True),
        ("R2-A2", False),
    ]
    gil = next(chase for chase in ready.chases if chase.person is not None and chase.person.key == "gil")
    assert gil.text.startswith("Hello Gil,\n\nbefore the review “Go or not on 5 Nov” please:\n\n- ")
    assert "Answer for Sales enablement: approve, refuse or abstain." in gil.items


def test_a_score_is_compared_with_the_last_review_of_the_same_gate(sample: Document) -> None:
    last = last_recorded(sample)
    assert last is not None

    def sales(gate: GateId | None) -> TrackPage:
        review = replace(a_review(), gate=gate)
        return next(page for page in pages(sample, TODAY, review) if page.track.key == "sales")

    assert last.key == "R2"
    assert sales(last.gate).since == pytest.approx((sales(last.gate).score or 0) - 76.3, abs=0.05)
    assert sales(None).since is None
    assert sales(None).open_musts


def test_no_note_of_anybody_is_told_to_somebody_else(sample: Document) -> None:
    gate = sample.by_key(Gate, "G3")
    assert gate is not None
    told = str([chase.text for chase in preparation(sample, TODAY, replace(a_review(), gate=gate.id)).chases])

    assert not [task.key for task in sample.tasks if task.private_note and task.private_note in told]


# --- criteria ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "state"),
    [
        (done("a"), CriterionStatus.MET),
        (unproven("a"), CriterionStatus.OPEN),
        (an_item("a"), CriterionStatus.OPEN),
        (an_item("a", TaskStatus.WAIVED), CriterionStatus.WAIVED),
        (an_item("a", TaskStatus.NOT_APPLICABLE), CriterionStatus.NOT_APPLICABLE),
    ],
)
def test_a_criterion_is_what_its_proof_says(item, state):
    plan = a_plan(a_gate("G1", -3), item, a_criterion("G1", "c", "a"))
    (found,) = preparation(plan, TODAY, a_review()).criteria

    assert found.state is state


def test_a_criterion_without_proof_is_what_people_say():
    plan = a_plan(a_gate("G1", -3), a_criterion("G1", "c", status=CriterionStatus.NOT_MET))
    (found,) = preparation(plan, TODAY, a_review()).criteria

    assert (found.state, found.is_red) == (CriterionStatus.NOT_MET, True)


# --- people --------------------------------------------------------------------------------------------------------


def a_room(**gil: object) -> Document:
    """Gil leads sales and names Dara, the track names Cleo."""
    return a_plan(
        a_gate("G1", -3, decider="mara", signoffs=["sales"]),
        a_person("gil", deputy=PersonId("person:dara"), **gil),
        a_person("dara"),
        a_person("cleo"),
        a_person("mara"),
        a_track("sales", lead="gil", deputy="cleo", core=True),
    )


@pytest.mark.parametrize(
    ("fields", "voter"),
    [({}, "gil"), ({"status": PersonStatus.AWAY}, "cleo"), ({"status": PersonStatus.LEFT}, "cleo")],
)
def test_a_deputy_votes_while_the_lead_is_away(fields, voter):
    plan = a_room(**fields)
    (found,) = voters_of(plan, TODAY, plan.gates[0])

    assert found.voter is not None
    assert (found.voter.key, found.answer) == (voter, Answer.MISSING)


def test_days_off_make_somebody_away_on_these_days_only():
    plan = a_plan(
        a_gate("G1", -3),
        a_person("gil", (TODAY, TODAY), deputy=PersonId("person:dara")),
        a_person("dara"),
        a_track("sales", lead="gil"),
    )
    votes = [voters_of(plan, TODAY + timedelta(days), None)[0].voter for days in (0, 1)]

    assert [voter and voter.key for voter in votes] == ["dara", "gil"]


@pytest.mark.parametrize(
    ("there", "missing"),
    [
        ([], ["mara", "gil"]),
        ([("mara", "present", None), ("gil", "present", None)], []),
        ([("mara", "present", None), ("cleo", "present", None)], []),
        ([("mara", "present", None), ("gil", "absent", None)], ["gil"]),
        ([("dara", "deputy", "mara"), ("gil", "present", None)], []),
        ([("dara", "absent", "mara"), ("gil", "present", None)], ["mara"]),
    ],
)
def test_a_quorum_is_the_decider_and_each_core_track(there, missing):
    def person(key: str | None) -> PersonId | None:
        return None if key is None else PersonId(f"person:{key}")

    attendees = tuple(Attendance(PersonId(f"person:{who}"), how, person(stands)) for who, how, stands in there)
    review = a_review(decider=PersonId("person:mara"), attendees=attendees)
    quorum = preparation(a_room(), TODAY, review).quorum

    assert [each.key for each in quorum.missing] == missing
    assert quorum.is_met is not missing


# --- what was promised and what is lacking -------------------------------------------------------------------------


def test_promises_of_this_review_are_not_those_from_last_time():
    conditions = [
        Condition(id=ConditionId(key), key=key, text=key, review=ReviewId(review), due=due)
        for key, review, due in [
            ("late", "R0", date(2026, 10, 1)),
            ("soon", "R0", date(2026, 10, 20)),
            ("mine", "R1", date(2026, 10, 1)),
        ]
    ]
    plan = a_plan(a_gate("G1", -3), a_review("R0", status=ReviewStatus.RECORDED), a_review(), *conditions)
    ready = preparation(plan, TODAY, a_review())

    assert [(each.row.key, each.is_overdue) for each in ready.conditions] == [("late", True), ("soon", False)]


@pytest.mark.parametrize(
    ("status", "task", "count"),
    [
        (ActionStatus.OPEN, an_item("a"), 1),
        (ActionStatus.OPEN, done("a"), 0),
        (ActionStatus.DONE, an_item("a"), 0),
    ],
)
def test_an_action_is_done_when_the_task_it_became_is(status, task, count):
    action = Action(id=ActionId("x"), key="x", text="Book a room", status=status, task=TaskId("task:a"))
    plan = a_plan(a_gate("G1", -3), task, action)

    assert len(preparation(plan, TODAY, a_review()).actions) == count


def test_musts_without_owner_and_work_without_proof_are_listed_for_this_gate_only():
    plan = a_plan(
        a_gate("G1", -9),
        a_gate("G2", -3),
        an_item("nobodys", gate="G1"),
        an_item("gils", gate="G1", owner="gil"),
        an_item("later", gate="G2"),
        unproven("shown", gate="G1", owner="gil"),
        in_review("looked", gate="G1", owner="gil"),
        done("proven", gate="G1", owner="gil"),
    )
    ready = preparation(plan, TODAY, a_review())

    assert [task.key for task in ready.ownerless_musts] == ["nobodys"]
    assert [task.key for task in ready.missing_evidence] == ["shown", "looked"]


def test_a_must_without_an_owner_is_asked_for_once_and_proof_of_a_should_have_too():
    plan = a_plan(
        a_person("gil"),
        a_track("sales", lead="gil"),
        a_gate("G1", -9),
        an_item("nobodys", track="sales", gate="G1"),
        unproven("shown", track="sales", gate="G1", owner="gil", criticality=Criticality.SHOULD),
    )
    (chase,) = preparation(plan, TODAY, a_review()).chases

    assert chase.items == (
        "Name an owner for “Do nobodys” (nobodys).",
        "Show the proof of “Do shown” (shown).",
    )


# --- the room ------------------------------------------------------------------------------------------------------


def test_the_agenda_puts_tracks_in_trouble_first_and_fits_in_fifty_minutes():
    plan = a_plan(
        a_gate("G1", -3),
        done("fine", track="legal", gate="G1"),
        an_item("late", track="sales", gate="G1", baseline_finish=date(2026, 10, 1)),
        a_criterion("G1", "c", "late"),
    )
    agenda = usual_agenda(plan, TODAY, a_review())

    assert [part.key for part in agenda] == [
        "promises",
        "changes",
        "track:sales",
        "track:legal",
        "criteria",
        "risks",
        "decision",
        "next",
    ]
    assert sum(part.minutes for part in agenda) <= 50
    assert part_title(plan, "track:sales") == plan.by_key(Track, "sales").name  # type: ignore[union-attr]
    status = replace(a_review(), gate=None, kind=ReviewKind.STATUS)
    nothing = a_plan(a_gate("G1", -3))
    assert [part.key for part in usual_agenda(nothing, TODAY, a_review())] == [
        "promises",
        "changes",
        "risks",
        "decision",
        "next",
    ]
    assert {"decision", "criteria"}.isdisjoint(part.key for part in usual_agenda(plan, TODAY, status))


@given(st.integers(0, 7200), st.integers(0, 7200))
def test_the_clock_counts_the_part_that_is_up_and_no_other(before, meanwhile):
    agenda = (AgendaPart("promises", 3, before), AgendaPart("risks", 10, 7))
    review = a_review(agenda=agenda, part="promises", part_since="2026-11-05T09:00:00")
    now = datetime(2026, 11, 5, 9) + timedelta(seconds=meanwhile)

    assert [part.seconds for part in settled(review, now)] == [before + meanwhile, 7]
    paused = replace(review, part_since="")
    assert [seconds_spent(part, paused, now) for part in agenda] == [before, 7]


def test_a_clock_set_back_takes_no_time_away():
    review = a_review(agenda=(AgendaPart("promises", 3, 60),), part="promises", part_since="2026-11-05T09:00:00")

    assert settled(review, datetime(2026, 11, 5, 8))[0].seconds == 60


@pytest.mark.parametrize(
    ("model", "people", "expected"),
    [
        ("go", Outcome.GO, False),
        ("go", Outcome.CONDITIONAL, True),
        ("no_go", Outcome.HOLD, False),
        ("no_go", Outcome.BACK, False),
        ("conditional", Outcome.HOLD, True),
        ("no_go", Outcome.GO, True),
        ("", Outcome.GO, False),
    ],
)
def test_people_differ_from_the_model_when_they_go_where_it_does_not(model, people, expected):
    assert differs(model, people) is expected


# --- when the next one is due --------------------------------------------------------------------------------------


@given(
    st.integers(-40, 5),
    st.integers(0, 40),
    st.integers(1, 10),
    st.integers(-50, 50).map(lambda d: TODAY + timedelta(d)),
)
def test_the_cadence_gives_the_first_of_its_days_that_is_not_past(first, length, every, today):
    plan = a_plan(launch=a_launch(review_cadence=(Cadence(first, first + length, every),)))
    calendar = calendar_of(plan)
    days = [calendar.date_at(offset) for offset in range(first, first + length + 1, every)]

    assert next_status_day(plan, today) == min((day for day in days if day >= today), default=None)


def test_gates_ahead_are_due_on_their_days_unless_a_review_is_planned():
    plan = a_plan(
        a_gate("G1", -9, status=GateStatus.PASSED),
        a_gate("G2", -5),
        a_gate("G3", -2),
        a_review(gate="G3", planned=date(2026, 11, 9)),
        a_review("R2", None, kind=ReviewKind.STATUS, planned=date(2026, 10, 20)),
        launch=a_launch(review_cadence=(Cadence(-30, -1, 5),)),
    )
    dues = next_reviews(plan, TODAY)

    assert [(due.day.isoformat(), due.gate and due.gate.key, due.planned and due.planned.key) for due in dues] == [
        ("2026-10-13", None, None),
        ("2026-10-20", None, "R2"),
        ("2026-11-03", "G2", None),
        ("2026-11-09", "G3", "R1"),
    ]
