"""The rules of the schedule, one by one, on plans small enough to work out by hand.

Launch is on Tuesday 10 November 2026; T−5 is Tuesday the 3rd, T−1 Monday the 9th.
"""

from datetime import date

import pytest

from launchpad.domain.errors import PlanError
from launchpad.domain.people import Track
from launchpad.engines.schedule import Driver, schedule
from tests.builders import a_gate, a_launch, a_plan, a_task, link
from tests.engines.asking import START, TODAY, dates_of, early, late
from tests.strategies import task_id

# --- links -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "lag", "expected"),
    [
        ("FS", 0, (-15, -12)),
        ("FS", 2, (-13, -10)),
        ("FS", -3, (-18, -15)),
        ("SS", 0, (-20, -17)),
        ("SS", 4, (-16, -13)),
        ("FF", 0, (-18, -15)),
        ("FF", 1, (-17, -14)),
        ("SF", 0, (-20, -17)),
        ("SF", 5, (-18, -15)),
        ("FS", -30, (-20, -17)),  # no lead takes a task before the plan's start
        ("FF", -30, (-20, -17)),
    ],
)
def test_each_kind_of_link_pushes_the_end_it_names(kind: str, lag: int, expected: tuple[int, int]) -> None:
    plan = a_plan(a_task("a", duration=5), a_task("b", duration=3), link("a", "b", kind, lag), launch=START)

    assert early(plan, "b") == expected


@pytest.mark.parametrize(
    ("kind", "lag", "expected"), [("FS", 0, (-8, -3)), ("SS", 1, (-5, 0)), ("FF", 1, (-6, -1)), ("SF", 2, (-5, 0))]
)
def test_each_kind_of_link_caps_the_end_it_names(kind: str, lag: int, expected: tuple[int, int]) -> None:
    plan = a_plan(a_task("a", duration=5), a_task("b", duration=3), link("a", "b", kind, lag), launch=START)

    assert late(plan, "a") == expected


def test_an_elapsed_lag_counts_calendar_days_from_the_day_after_the_last_covered_day() -> None:
    #  Tuesday 13 … Friday 16 October; the weekend is two of the days
    plan = a_plan(
        a_task("a", duration=4),
        *(a_task(key) for key in ("b", "c", "d")),
        link("a", "b", lag=2, elapsed=True),
        link("a", "c", lag=3, elapsed=True),
        link("a", "d", "SS", lag=3, elapsed=True),
        launch=START,
    )

    assert dates_of(plan, "a").finish == date(2026, 10, 16)
    assert dates_of(plan, "b").start == date(2026, 10, 19)  # Saturday and Sunday go by
    assert dates_of(plan, "c").start == date(2026, 10, 20)
    assert dates_of(plan, "d").start == date(2026, 10, 16)  # from the first day, Tuesday


def test_an_elapsed_lag_from_a_start_caps_that_start() -> None:
    plan = a_plan(a_task("a", duration=5), a_task("b"), link("a", "b", "SS", lag=10, elapsed=True), launch=START)

    assert late(plan, "b") == (-1, 0)  # Monday 9 November
    assert late(plan, "a") == (-7, -2)  # Friday 30 October


def test_a_milestone_some_working_days_after_a_task_comes_in_the_evening() -> None:
    plan = a_plan(a_task("a", duration=3), a_task("m", duration=0), link("a", "m", lag=2), launch=START)

    assert dates_of(plan, "a").finish == date(2026, 10, 15)
    assert dates_of(plan, "m").finish == date(2026, 10, 19)  # over the weekend


def test_an_elapsed_lag_after_a_gate_counts_from_the_gates_own_day() -> None:
    plan = a_plan(a_gate("G", -6), a_task("a"), link("gate:G", "a", lag=2, elapsed=True), launch=START)

    assert dates_of(plan, "a").start == date(2026, 11, 4)  # the gate is on Monday the 2nd


def test_a_chain_of_ten_thousand_tasks_is_no_trouble() -> None:
    tasks = [a_task(f"t{n}") for n in range(10_000)]
    plan = a_plan(*tasks, *(link(f"t{n}", f"t{n + 1}") for n in range(9_999)), launch=START)

    assert early(plan, "t9999") == (9_979, 9_980)


def test_a_circle_is_refused_naming_its_path() -> None:
    plan = a_plan(*(a_task(k) for k in "abcd"), link("a", "b"), link("b", "c"), link("c", "a"), link("c", "d"))

    with pytest.raises(PlanError, match="in a circle: a → b → c → a"):
        schedule(plan, TODAY)


def test_a_circle_through_a_gate_is_refused_too() -> None:
    with pytest.raises(PlanError, match="circle"):
        schedule(a_plan(a_gate("G", -5), a_task("a"), link("a", "gate:G"), link("gate:G", "a")), TODAY)


# --- anchors ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        ("ASAP", (-20, -17)),
        ("SNET:T-12", (-12, -9)),
        ("FNET:T-12", (-14, -11)),
        ("SNLT:T-12", (-20, -17)),
        ("FNLT:T-12", (-20, -17)),
        ("MSO:T-12", (-12, -9)),
        ("MFO:T-12", (-14, -11)),
        ("SNET:2026-10-24", (-11, -8)),  # a Saturday: the next working day
        ("MSO:2026-10-24", (-11, -8)),
        ("FNET:2026-10-24", (-13, -10)),  # finishes on Monday the 26th at the earliest
        ("MFO:2026-10-24", (-14, -11)),  # finishes on Friday the 23rd
        ("SNET:T-30", (-20, -17)),  # before the plan's start
    ],
)
def test_each_anchor_places_the_early_dates(anchor: str, expected: tuple[int, int]) -> None:
    assert early(a_plan(a_task("a", duration=3, anchor=anchor), launch=START), "a") == expected


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        ("ASAP", (-3, 0)),
        ("SNET:T-12", (-3, 0)),
        ("SNLT:T-12", (-12, -9)),
        ("FNLT:T-12", (-14, -11)),
        ("SNLT:2026-10-24", (-12, -9)),  # a Saturday: the working day before
        ("FNLT:2026-10-24", (-14, -11)),
        ("MSO:T-12", (-12, -9)),
        ("MFO:T-12", (-14, -11)),
    ],
)
def test_each_anchor_caps_the_late_dates(anchor: str, expected: tuple[int, int]) -> None:
    assert late(a_plan(a_task("a", duration=3, anchor=anchor), launch=START), "a") == expected


def test_a_deadline_means_the_end_of_its_day_and_a_gate_the_start() -> None:
    plan = a_plan(
        a_gate("G", -12),
        a_task("by_deadline", deadline=-12),
        a_task("by_gate", gate="G"),
        a_task("by_saturday", deadline=date(2026, 10, 24)),
        launch=START,
    )

    assert late(plan, "by_deadline")[1] == -11
    assert late(plan, "by_gate")[1] == -12
    assert late(plan, "by_saturday")[1] == -11


def test_a_pin_stands_whatever_its_links_say_and_only_its_predecessors_are_late() -> None:
    plan = a_plan(
        a_task("a", duration=5),
        a_task("b", duration=2, anchor="MSO:T-17"),
        a_task("c", duration=30),
        link("a", "b"),
        link("b", "c"),
        launch=START,
    )

    assert early(plan, "b") == late(plan, "b") == (-17, -15)
    assert (dates_of(plan, "b").slack, dates_of(plan, "b").critical) == (0, True)
    assert dates_of(plan, "a").slack == -2
    assert early(plan, "c") == (-15, 15)
    assert dates_of(plan, "b").driver == Driver("anchor")


def test_work_as_late_as_possible_stands_at_its_late_dates_with_the_slack_of_its_early_ones() -> None:
    plan = a_plan(
        a_task("a", duration=2, anchor="ALAP"), a_task("b", duration=3), link("a", "b"), a_task("c"), launch=START
    )
    dates = dates_of(plan, "a")

    assert (dates.early_start, dates.late_start, dates.slack, dates.critical) == (-20, -5, 15, False)
    assert (dates.start, dates.finish) == (date(2026, 11, 3), date(2026, 11, 4))
    assert dates_of(plan, "b").start == date(2026, 11, 5)  # what follows is shown behind it
    assert early(plan, "b") == (-18, -15)
    assert dates.forecast_start == date(2026, 11, 3)


def test_the_plan_starts_at_its_start_else_its_earliest_anchor() -> None:
    free, anchored = a_task("free", duration=3), a_task("anchored", duration=4, anchor="FNLT:T-12")

    assert early(a_plan(free, anchored, launch=a_launch(start=date(2026, 10, 24))), "free")[0] == -11
    assert early(a_plan(free, anchored), "free")[0] == -15  # the anchored task would start then
    assert early(a_plan(free), "free")[0] == -3  # neither: late enough to make launch day


def test_launch_day_moves_offsets_and_not_dates() -> None:
    tasks = a_task("by_offset", anchor="SNET:T-5"), a_task("by_date", anchor="MSO:2026-11-03")

    moved = a_plan(*tasks, launch=a_launch(launch_date=date(2026, 11, 12)))

    assert dates_of(moved, "by_offset").start == date(2026, 11, 5)
    assert dates_of(moved, "by_date").start == date(2026, 11, 3)


# --- before and after launch -----------------------------------------------------------------------------------------


def test_what_follows_launch_runs_back_from_the_plans_finish() -> None:
    plan = a_plan(
        a_gate("G5", 12),
        a_task("launch", duration=0, anchor="SNET:T"),
        a_task("watch", duration=8),
        a_task("thanks", duration=2),
        a_task("gated", gate="G5"),
        a_task("before", duration=2),
        link("launch", "watch"),
        link("launch", "thanks"),
        launch=START,
    )

    assert late(plan, "watch") == (0, 8)
    assert late(plan, "thanks") == (6, 8)
    assert late(plan, "gated") == (11, 12)
    assert late(plan, "before") == (-2, 0)
    assert [dates_of(plan, key).pre_launch for key in ("launch", "thanks", "gated", "before")] == [False] * 3 + [True]


def test_a_task_behind_a_gate_at_launch_belongs_after_it_and_one_due_at_that_gate_before() -> None:
    plan = a_plan(a_gate("GL", 0), a_task("a", duration=3), a_task("b", gate="GL"), link("gate:GL", "a"), launch=START)

    assert (early(plan, "a"), late(plan, "a")) == ((0, 3), (0, 3))
    assert [dates_of(plan, key).pre_launch for key in "ab"] == [False, True]


def test_a_gate_stands_still_and_lateness_is_negative_slack() -> None:
    plan = a_plan(
        a_gate("G", -18),
        a_task("a", duration=5, gate="G"),
        a_task("b", duration=1),
        a_task("c", duration=2),
        link("c", "gate:G", lag=1),
        link("gate:G", "b"),
        launch=START,
    )

    assert dates_of(plan, "a").slack == -3
    assert early(plan, "b") == (-18, -17)
    assert late(plan, "c") == (-21, -19)
    assert schedule(plan, TODAY).gates[a_gate("G").id].day == date(2026, 10, 15)


def test_free_slack_is_what_moves_nothing_else_and_never_more_than_slack() -> None:
    plan = a_plan(
        a_task("a", duration=2),
        a_task("b", duration=1, anchor="SNET:T-10", deadline=-12),
        a_task("c", duration=4),
        a_task("d", duration=1),
        link("a", "b"),
        link("c", "d"),
        link("a", "d"),
        launch=START,
    )

    assert (dates_of(plan, "a").slack, dates_of(plan, "a").free_slack) == (6, 2)
    assert (dates_of(plan, "b").slack, dates_of(plan, "b").free_slack) == (-2, -2)
    assert dates_of(plan, "c").free_slack == 0


def test_critical_is_slack_at_or_below_the_launchs_threshold() -> None:
    rows = a_task("a", duration=18), a_task("b", duration=17)

    plan = a_plan(*rows, launch=a_launch(start=-20, critical_slack=2))

    assert [dates_of(plan, key).critical for key in "ab"] == [True, False]


# --- drivers ---------------------------------------------------------------------------------------------------------


def test_a_driver_is_the_anchor_the_link_or_the_plans_start_that_holds_a_task() -> None:
    plan = a_plan(
        a_task("a", duration=3),
        a_task("b", duration=5),
        a_task("c"),
        a_task("d", anchor="SNET:T-9"),
        link("a", "c"),
        link("b", "c"),
        link("c", "d"),
        launch=START,
    )

    assert dates_of(plan, "a").driver == Driver("start")
    assert dates_of(plan, "c").driver == Driver("link", task_id("b"))
    assert dates_of(plan, "d").driver == Driver("anchor")


def test_the_plan_sums_up_its_first_and_last_day_and_its_tracks() -> None:
    plan = a_plan(
        a_task("a", track="sales", duration=3),
        a_task("b", track="legal", duration=5),
        link("a", "b"),
        launch=START,
    )
    answer = schedule(plan, TODAY)

    assert (answer.start, answer.finish) == (date(2026, 10, 13), date(2026, 10, 22))
    assert {plan.table(Track)[track].key: (span.start, span.finish) for track, span in answer.tracks.items()} == {
        "sales": (date(2026, 10, 13), date(2026, 10, 15)),
        "legal": (date(2026, 10, 16), date(2026, 10, 22)),
    }


def test_a_plan_beyond_the_last_date_is_refused() -> None:
    tasks = [a_task(f"t{n}", duration=20_000) for n in range(120)]
    plan = a_plan(*tasks, *(link(f"t{n}", f"t{n + 1}") for n in range(119)), launch=START)

    with pytest.raises(PlanError, match="outside the years"):
        schedule(plan, TODAY)
