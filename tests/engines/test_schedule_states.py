"""Days off, milestones and work that happened, on plans small enough to work out by hand.

Launch is on Tuesday 10 November 2026; the plan starts at T−20, Tuesday 13 October.
"""

from datetime import date

import pytest

from launchpad.domain.enums import TaskStatus
from launchpad.engines.schedule import Driver
from tests.builders import a_gate, a_person, a_plan, a_task, link
from tests.engines.asking import START, dates_of, early, late

# --- people ----------------------------------------------------------------------------------------------------------


def test_days_off_move_the_tasks_of_their_owner_and_nobody_elses() -> None:
    ada = a_person("ada", (date(2026, 10, 14), date(2026, 10, 15)))
    plan = a_plan(
        ada,
        a_task("hers", duration=3, owner="ada"),
        a_task("ours", duration=3),
        a_task("next", duration=1),
        link("hers", "next"),
        launch=START,
    )

    assert early(plan, "hers") == (-20, -15)
    assert dates_of(plan, "hers").finish == date(2026, 10, 19)
    assert early(plan, "ours") == (-20, -17)
    assert early(plan, "next") == (-15, -14)


def test_a_task_that_would_start_on_a_day_off_starts_after_it_and_says_so() -> None:
    ada = a_person("ada", (date(2026, 10, 13), date(2026, 10, 14)))
    plan = a_plan(ada, a_task("a", duration=2, owner="ada"), a_task("m", duration=0, owner="ada"), launch=START)

    assert early(plan, "a") == (-18, -16)
    assert dates_of(plan, "a").driver == Driver("calendar")
    assert early(plan, "m") == (-20, -20)  # a milestone takes none of its owner's days


def test_late_dates_are_found_backward_over_days_off() -> None:
    ada = a_person("ada", (date(2026, 11, 5), date(2026, 11, 6)), (date(2026, 11, 9), date(2026, 11, 9)))
    plan = a_plan(ada, a_task("a", duration=2, owner="ada"), launch=START)

    assert late(plan, "a") == (-5, -3)
    assert dates_of(plan, "a").slack == 15


def test_a_latest_start_on_a_day_off_means_the_owners_day_before() -> None:
    ada = a_person("ada", (date(2026, 10, 26), date(2026, 10, 28)))
    plan = a_plan(ada, a_task("a", duration=2, owner="ada", anchor="SNLT:T-10"), launch=START)

    assert late(plan, "a") == (-12, -7)  # Friday the 23rd and Thursday the 29th


# --- milestones ------------------------------------------------------------------------------------------------------


def test_a_milestone_is_shown_on_the_day_of_the_finish_that_drives_it() -> None:
    plan = a_plan(
        a_task("a", duration=4),
        *(a_task(key, duration=0) for key in ("first", "m", "n", "at_start")),
        link("a", "m"),
        link("m", "n"),
        link("a", "at_start", "SS", 4),
        launch=START,
    )

    assert early(plan, "m") == early(plan, "at_start") == (-16, -16)
    assert dates_of(plan, "first").start == date(2026, 10, 13)
    assert dates_of(plan, "m").start == dates_of(plan, "m").finish == date(2026, 10, 16)
    assert dates_of(plan, "n").start == date(2026, 10, 16)
    assert dates_of(plan, "at_start").start == date(2026, 10, 19)


def test_between_an_anchor_and_a_link_that_agree_a_milestone_is_shown_on_the_anchors_day() -> None:
    plan = a_plan(
        a_task("a", duration=4),
        a_task("m", duration=0, anchor="SNET:T-16"),
        a_task("end", duration=0, anchor="MFO:T-12"),
        link("a", "m"),
        launch=START,
    )

    assert dates_of(plan, "m").start == date(2026, 10, 19)
    assert early(plan, "end") == (-11, -11)
    assert dates_of(plan, "end").finish == date(2026, 10, 23)  # T−12


# --- work that happened ----------------------------------------------------------------------------------------------


def test_finished_work_stands_where_it_happened_and_caps_nothing() -> None:
    plan = a_plan(
        a_task("a", duration=2),
        a_task(
            "b", duration=2, status=TaskStatus.DONE, actual_start=date(2026, 10, 12), actual_finish=date(2026, 10, 17)
        ),
        a_task("c"),
        link("a", "b"),
        link("b", "c"),
        launch=START,
    )
    done = dates_of(plan, "b")

    assert (done.start, done.finish) == (date(2026, 10, 12), date(2026, 10, 17))  # a Saturday is shown as it was
    assert (done.early_start, done.early_finish) == (-21, -16)
    assert done.driver == Driver("today")
    assert early(plan, "c") == (-16, -15)
    assert late(plan, "a") == (-2, 0)


def test_started_work_stands_at_its_actual_start_whatever_its_links_say() -> None:
    plan = a_plan(
        a_task("a", duration=5),
        a_task("b", duration=3, status=TaskStatus.IN_PROGRESS, actual_start=date(2026, 10, 15)),
        link("a", "b"),
        launch=START,
    )

    assert early(plan, "b") == (-18, -15)
    assert late(plan, "a") == (-5, 0)


@pytest.mark.parametrize("status", [TaskStatus.WAIVED, TaskStatus.NOT_APPLICABLE])
def test_what_is_waived_or_not_applicable_passes_its_links_through(status: TaskStatus) -> None:
    plan = a_plan(
        a_gate("G", -19),
        a_task("a", duration=5),
        a_task("b", duration=9, status=status, gate="G", anchor="SNET:T-3", deadline=-19),
        a_task("c", duration=1),
        link("a", "b"),
        link("b", "c", lag=1),
        launch=START,
    )

    assert early(plan, "b") == (-15, -15)
    assert early(plan, "c") == (-14, -13)
    assert late(plan, "a") == (-7, -2)
    assert dates_of(plan, "a").free_slack == 0
    assert not dates_of(plan, "b").critical


def test_due_is_the_deadline_else_the_planned_finish_before_any_slip() -> None:
    plan = a_plan(
        a_task("a", duration=3, status=TaskStatus.IN_PROGRESS, actual_start=date(2026, 10, 20)),
        a_task("b", duration=3, deadline=date(2026, 10, 24)),
        a_task("c", duration=2),
        link("a", "c"),
        launch=START,
    )

    assert dates_of(plan, "a").due == date(2026, 10, 15)
    assert dates_of(plan, "a").finish == date(2026, 10, 22)
    assert dates_of(plan, "b").due == date(2026, 10, 24)
    assert dates_of(plan, "c").due == date(2026, 10, 19)
