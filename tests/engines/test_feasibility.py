"""Whether a plan fits, what drives it past where it must not go, and the cheapest ways back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality, GateStatus, TaskStatus
from launchpad.engines.calendar import calendar_of
from launchpad.engines.feasibility import CapKind, Miss, chain_of, costs, feasibility, repairs_for
from launchpad.engines.feasibility.repairs import Repair
from launchpad.engines.feasibility.ways import RepairKind
from tests.builders import LAUNCH_DAY, a_gate, a_launch, a_person, a_plan, a_task, link

TODAY = date(2026, 11, 2)  # T−6


def the_miss(plan: Document, today: date = TODAY) -> Miss:
    return feasibility(plan, today).misses[0]


def labels(repairs: tuple[Repair, ...]) -> list[str]:
    return [repair.edit.label for repair in repairs]


# --- what is missed --------------------------------------------------------------------------------------------------


def test_work_that_can_be_done_in_time_fits():
    plan = a_plan(a_task("a", duration=6, anchor="SNET:T-30"))

    assert feasibility(plan, TODAY).fits
    assert feasibility(plan, TODAY).days == 0


def test_a_plan_does_not_fit_by_the_days_its_work_goes_past_launch():
    plan = a_plan(a_task("a", duration=4), a_task("b", duration=5), link("a", "b"), launch=a_launch(start=-30))
    answer = feasibility(plan, TODAY)

    assert (answer.days, [miss.cap.kind for miss in answer.misses]) == (3, [CapKind.LAUNCH])
    assert (answer.misses[0].task, answer.misses[0].day) == ("task:b", LAUNCH_DAY)


def test_each_thing_not_to_go_past_is_told_once_with_who_goes_farthest():
    plan = a_plan(
        a_gate("G", -4),
        a_task("a", duration=4, gate="G"),
        a_task("b", duration=5, gate="G"),
        a_task("dated", duration=3, deadline=date(2026, 11, 3)),
        a_task("limited", duration=3, anchor="FNLT:T-5"),
        a_task("early", duration=2, anchor="SNLT:T-9"),
        launch=a_launch(start=-30),
    )
    found = {miss.cap.kind: (miss.task, miss.days, miss.tasks) for miss in feasibility(plan, TODAY).misses}
    anchors = [(m.task, m.days) for m in feasibility(plan, TODAY).misses if m.cap.kind is CapKind.ANCHOR]

    assert found[CapKind.GATE] == ("task:b", 3, 2)
    assert found[CapKind.DEADLINE] == ("task:dated", 1, 1)
    assert sorted(anchors) == [("task:early", 3), ("task:limited", 1)]


def test_a_pinned_task_and_a_gate_that_wait_do_not_wait_longer():
    plan = a_plan(
        a_gate("G", -4),
        a_task("a", duration=4),
        a_task("pinned", anchor="MSO:T-3"),
        link("a", "pinned"),
        link("a", "gate:G", lag=1),
        launch=a_launch(start=-30),
    )
    found = {miss.cap: miss.days for miss in feasibility(plan, TODAY).misses}

    assert found == {(CapKind.PIN, "task:pinned"): 1, (CapKind.GATE, "gate:G"): 3}


def test_a_pinned_task_goes_past_its_own_day_when_that_is_over():
    plan = a_plan(a_task("fair", duration=2, anchor="MSO:T-10"), launch=a_launch(start=-30))

    assert [(miss.cap, miss.days) for miss in feasibility(plan, TODAY).misses] == [((CapKind.PIN, "task:fair"), 4)]


def test_stragglers_of_a_decided_gate_are_measured_by_launch_day():
    late = a_task("a", duration=3, gate="G")
    waiting = a_plan(a_gate("G", -10), late, launch=a_launch(start=-30))
    decided = a_plan(a_gate("G", -10, status=GateStatus.PASSED), late, launch=a_launch(start=-30))

    assert the_miss(waiting).cap.kind is CapKind.GATE
    assert feasibility(decided, TODAY).fits


def test_begun_work_is_judged_by_what_is_left_of_it():
    begun: dict[str, Any] = {"status": TaskStatus.IN_PROGRESS, "actual_start": date(2026, 11, 2)}
    tight = a_plan(a_task("a", duration=12, progress=60, **begun), launch=a_launch(start=-30))
    slow = a_plan(a_task("a", duration=12, progress=10, **begun), launch=a_launch(start=-30))

    assert feasibility(tight, TODAY).fits
    assert feasibility(slow, TODAY).days == 5


# --- the chain -------------------------------------------------------------------------------------------------------


def test_the_chain_leads_from_where_work_can_begin_to_what_goes_past():
    plan = a_plan(
        a_task("a", duration=2),
        a_task("b", duration=4),
        a_task("side", duration=1),
        a_task("c", duration=3),
        link("a", "b"),
        link("b", "c", lag=1),
        link("side", "c"),
        launch=a_launch(start=-30),
    )
    steps = chain_of(plan, the_miss(plan), TODAY)

    assert [(step.node, step.hold) for step in steps] == [
        ("task:a", "today"),
        ("task:b", "link"),
        ("task:c", "link"),
    ]
    assert [step.start for step in steps] == [date(2026, 11, 2), date(2026, 11, 4), date(2026, 11, 11)]


@pytest.mark.parametrize(
    ("fields", "hold"),
    [
        ({"anchor": "SNET:T-3"}, "anchor"),
        ({"anchor": "MSO:T-3"}, "anchor"),
        ({"anchor": "ALAP"}, "today"),
        ({"status": TaskStatus.IN_PROGRESS}, "begun"),
        ({"expected_finish": date(2026, 11, 20)}, "expected"),
    ],
)
def test_the_chain_says_what_holds_its_first_task(fields, hold):
    plan = a_plan(a_task("a", duration=9, **fields), launch=a_launch(start=-30))

    assert chain_of(plan, the_miss(plan), TODAY)[0].hold == hold


# --- repairs ---------------------------------------------------------------------------------------------------------


def a_late_chain(**fields: object) -> Document:
    """Two tasks of 4 and 6 working days from T−6 on: 4 too late."""
    first, second = a_task("a", duration=4), a_task("b", duration=6)
    return a_plan(replace(first, **fields), second, link("a", "b"), launch=a_launch(start=-30))  # type: ignore[arg-type]


def test_the_three_cheapest_repairs_come_in_the_order_of_their_cost():
    plan = a_plan(
        a_task("a", duration=8),
        a_task("b", duration=6),
        link("a", "b"),
        launch=a_launch(start=-30),
    )
    repairs = repairs_for(plan, the_miss(plan, date(2026, 10, 23)), date(2026, 10, 23))

    assert [(repair.kind, repair.days, repair.fits) for repair in repairs] == [
        (RepairKind.OVERLAP, 2, True),
        (RepairKind.SHORTEN, 2, True),
        (RepairKind.SHORTEN, 2, True),
    ]
    assert labels(repairs) == [
        "Begin “Do b” 2 working days before “Do a” is done",
        "Shorten “Do a” from 8 to 6 days",
        "Shorten “Do b” from 6 to 4 days",
    ]


def test_where_nothing_small_does_it_launch_day_moves_and_what_helps_comes_after():
    plan = a_late_chain()
    repairs = repairs_for(plan, the_miss(plan), TODAY)

    assert [(repair.kind, repair.gained, repair.left) for repair in repairs] == [
        (RepairKind.LAUNCH, 4, 0),
        (RepairKind.SHORTEN, 3, 1),
        (RepairKind.OVERLAP, 2, 2),
    ]
    assert labels(repairs)[0] == "Move launch day 4 working days, to 16 Nov 2026"


def test_a_could_have_is_left_out_and_a_must_never_is():
    plan = a_late_chain(criticality=Criticality.COULD)
    repairs = repairs_for(plan, the_miss(plan), TODAY)

    assert (repairs[0].kind, repairs[0].about, repairs[0].fits) == (RepairKind.LEAVE_OUT, ("task:a",), True)
    left_out = plan.apply(repairs[0].edit).task("a")
    assert (left_out.status, bool(left_out.na_reason)) == (TaskStatus.NOT_APPLICABLE, True)
    assert labels(repairs)[0] == "Leave out “Do a”, a could-have"
    assert repairs[0].cost == 12
    assert all(repair.kind is not RepairKind.LEAVE_OUT for repair in repairs_for(a_late_chain(), the_miss(plan), TODAY))


def test_what_only_waits_for_a_date_begins_sooner_but_not_before_today():
    waits = a_plan(a_task("a", duration=3, anchor="SNET:T-1"), launch=a_launch(start=-30))
    dated = a_plan(
        a_task("a", duration=2, anchor="FNET:2026-11-09", deadline=date(2026, 11, 6)), launch=a_launch(start=-30)
    )
    too_long = a_plan(a_task("a", duration=8, anchor="SNET:T-5"), launch=a_launch(start=-30))

    assert labels(repairs_for(waits, the_miss(waits), TODAY))[0] == "Start “Do a” 2 working days sooner"
    assert repairs_for(dated, the_miss(dated), TODAY)[0].fits
    sooner = [r for r in repairs_for(too_long, the_miss(too_long), TODAY) if r.kind is RepairKind.SOONER]
    assert all(repair.days <= 1 for repair in sooner)


def test_what_is_pinned_to_its_day_is_not_asked_to_begin_sooner():
    plan = a_plan(a_task("a", duration=9, anchor="MSO:T-3"), launch=a_launch(start=-30))

    assert RepairKind.SOONER not in {repair.kind for repair in repairs_for(plan, the_miss(plan), TODAY)}


def test_a_wait_gets_shorter_but_a_notice_in_calendar_days_does_not():
    rows = a_task("a", duration=2), a_task("b", duration=3), a_launch(start=-30)
    wait = a_plan(*rows, link("a", "b", lag=3))
    notice = a_plan(*rows, link("a", "b", lag=8, elapsed=True))

    assert (repairs_for(wait, the_miss(wait), TODAY)[0].kind, the_miss(wait).days) == (RepairKind.WAIT, 2)
    kinds = {repair.kind for repair in repairs_for(notice, the_miss(notice), TODAY)}
    assert kinds.isdisjoint({RepairKind.WAIT, RepairKind.OVERLAP})


def test_shortening_to_what_the_owner_called_optimistic_is_cheaper_than_beyond():
    plan = a_plan(
        a_task("a", duration=4), a_task("b", duration=4, optimistic=2), link("a", "b"), launch=a_launch(start=-30)
    )

    assert labels(repairs_for(plan, the_miss(plan), TODAY))[:2] == [
        "Shorten “Do b” from 4 to 2 days",
        "Begin “Do b” 2 working days before “Do a” is done",
    ]


def test_what_two_days_of_each_repair_cost():
    plan = a_plan(a_task("a", duration=4, optimistic=3), a_task("should", criticality=Criticality.SHOULD, progress=10))

    assert [costs.sooner_cost(2), costs.wait_cost(2), costs.launch_cost(2)] == [2, 4, 80]
    assert [costs.overlap_cost(2, shorter=4), costs.overlap_cost(2, shorter=8)] == [12, 10]
    assert [costs.shorten_cost(plan.task("a"), 1), costs.shorten_cost(plan.task("a"), 2)] == [4, 24]
    assert costs.leave_out_cost(plan, plan.task("should")) == 54


def test_a_repair_that_makes_something_else_late_is_not_offered():
    """Launch day cannot move: the gate's day would, but a pinned fair does not wait."""
    plan = a_plan(
        a_gate("G", -3),
        a_task("a", duration=5, gate="G"),
        a_task("fair", anchor="SNET:T-2", deadline=date(2026, 11, 6)),
        launch=a_launch(start=-30),
    )
    repairs = repairs_for(plan, the_miss(plan), TODAY)

    assert RepairKind.LAUNCH not in {repair.kind for repair in repairs}


def test_moving_launch_day_leaves_a_gate_that_was_decided_on_its_day():
    plan = a_plan(a_gate("G", -10, status=GateStatus.PASSED), a_task("a", duration=8), launch=a_launch(start=-30))
    repair = next(r for r in repairs_for(plan, the_miss(plan), TODAY) if r.kind is RepairKind.LAUNCH)

    after = plan.apply(repair.edit)
    assert calendar_of(after).day_of(after.gates[0].when) == calendar_of(plan).date_at(-10)


def test_the_same_plan_gets_the_same_answer():
    plan, again = a_late_chain(), a_late_chain()

    assert repairs_for(plan, the_miss(plan), TODAY) == repairs_for(again, the_miss(again), TODAY)


def test_an_owner_s_days_off_behind_the_work_make_a_small_repair_gain_more():
    away = a_person("ada", (date(2026, 11, 5), date(2026, 11, 11)))
    plan = a_plan(away, a_task("a", duration=4, owner="ada"), launch=a_launch(start=-30))
    repairs = repairs_for(plan, the_miss(plan), TODAY)

    assert (the_miss(plan).days, repairs[0].days, repairs[0].fits) == (3, 1, True)
